import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { motherAndChild as section } from '../../sections.ts'
import { amount, coverage, women } from './indicators.ts'

const ofYear = defineParagraph({
  id: 'delivery-subsidy.year',
  section,
  documents: ['summary'],
  figures: { women, amount, coverage },
  say: (f) => zh`农村孕产妇住院分娩补助${f.women}，发放${f.amount}，补助覆盖率${f.coverage}，${f.coverage.change}。`,
})

/** What the delivery subsidy says in the summary. */
export const paragraphs = [ofYear]
