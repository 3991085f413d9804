import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { bureauSection, countyInstitution, diseaseControl, townshipCentre } from '../../roles.ts'
import { healthRecords } from '../health-record/index.ts'
import { indicators } from './indicators.ts'
import { certificate } from './records.ts'
import { paragraphs } from './report.ts'
import { amend, report, voidCertificate } from './report-actions.ts'
import { code, review, sendBack } from './review-actions.ts'
import { tasks } from './tasks.ts'

const reporting = [report, amend, voidCertificate]
const reviewing = [code, review, sendBack]

/** Causes of death: the medical certificate, its underlying cause and review, mortality by cause, life table and premature mortality. */
export const causeOfDeath = defineDomain({
  id: 'cause-of-death',
  wing: 'public-health',
  title: { zh: '死因监测', en: 'Causes of death' },
  description: {
    zh: '死亡医学证明书报告、根本死因判定和审核，死因顺位、标化死亡率、期望寿命和过早死亡率',
    en: 'Certificates of death with underlying cause and review; mortality by cause, standardised rates, life expectancy',
  },
  needs: [resident, healthRecords],
  records: [certificate],
  actions: [...reporting, ...reviewing],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(townshipCentre, { may: reporting, sees: [certificate] }),
    grant(countyInstitution, { may: reporting, sees: [certificate] }),
    grant(diseaseControl, { may: [amend, ...reviewing], sees: [certificate] }),
    grant(bureauSection, { sees: [certificate] }),
  ],
})

export { certificate } from './records.ts'
export { codeTitle, ICD_PATTERN, inRanges } from './icd/code.ts'
export { standardised } from './indicators.ts'
