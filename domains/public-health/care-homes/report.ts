import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { chronicDisease as section } from '../../sections.ts'
import * as i from './indicators.ts'

const figures = {
  homes: i.homeCount,
  linked: i.linkRate,
  people: i.residents,
  planned: i.planRate,
  rounds: i.roundCount,
}

const ofYear = defineParagraph({
  id: 'care-homes.year',
  section,
  documents: ['summary'],
  figures,
  say: (f) =>
    zh`全县养老机构${f.homes}，医养结合率${f.linked}；入住老人${f.people}，照护计划覆盖率${f.planned}，全年巡诊${f.rounds}。`,
})
const ofMonth = defineParagraph({
  id: 'care-homes.month',
  section,
  documents: ['bulletin'],
  figures: { people: i.residents, rounds: i.roundCount, inTime: i.roundRate },
  say: (f) => zh`养老机构入住老人${f.people}，巡诊${f.rounds}，按期巡诊率${f.inTime}。`,
})

/** What health-and-care homes say in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
