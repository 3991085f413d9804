import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { bureauSection, countyInstitution, diseaseControl, townshipCentre } from '../../roles.ts'
import { causeOfDeath } from '../cause-of-death/index.ts'
import { healthRecords } from '../health-record/index.ts'
import { closeDead, followUp, report, review, settleDuplicate, voidCase } from './actions.ts'
import { indicators } from './indicators.ts'
import { chronicCase } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'

const reporting = [report, followUp, closeDead, voidCase]

/** Who fell ill: strokes, infarctions, sudden cardiac deaths and cancers, reported, reviewed, followed up and compared with deaths. */
export const chronicDiseaseReport = defineDomain({
  id: 'chronic-disease-report',
  wing: 'public-health',
  title: { zh: '慢性病发病监测', en: 'Incidence of chronic diseases' },
  description: {
    zh: '脑卒中、急性心肌梗死、心脏性猝死和恶性肿瘤的发病报告、查重、随访和死亡补发病',
    en: 'Cards of strokes, infarctions, sudden cardiac deaths and cancers: duplicates, follow-up, comparison with deaths',
  },
  needs: [resident, healthRecords, causeOfDeath],
  records: [chronicCase],
  actions: [...reporting, review, settleDuplicate],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(townshipCentre, { may: reporting, sees: [chronicCase] }),
    grant(countyInstitution, { may: reporting, sees: [chronicCase] }),
    grant(diseaseControl, { may: [review, settleDuplicate, followUp], sees: [chronicCase] }),
    grant(bureauSection, { sees: [chronicCase] }),
  ],
})
