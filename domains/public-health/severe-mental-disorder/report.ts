import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { diseaseControl as section } from '../../sections.ts'
import { indicators as i } from './indicators.ts'

/** The year: how many are registered, how well they are managed, what guardians were paid. */
const ofYear = defineParagraph({
  id: 'severe-mental-disorder.year',
  section,
  documents: ['summary'],
  figures: {
    registered: i.registered,
    detection: i.detectionRate,
    managed: i.managed,
    standard: i.standardRate,
    met: i.meetingRate,
    medication: i.medicationRate,
    regular: i.regularMedicationRate,
    risk: i.highRisk,
    guardians: i.guardiansPaid,
    amount: i.amountPaid,
  },
  // Rates stand beside those registered, who are their denominator.
  say: (f) =>
    zh`登记在册严重精神障碍患者${f.registered}，${f.registered.change}，检出率${f.detection}，规范管理率${f.standard}，${f.standard.change}，${f.standard.againstTarget}，面访率${f.met}，服药率${f.medication}，规律服药率${f.regular}。在册管理${f.managed}，末次危险性评估3级及以上${f.risk}。发放监护人补助${f.guardians}，共${f.amount}。`,
})

/** The month, with townships. */
const ofMonth = defineParagraph({
  id: 'severe-mental-disorder.month',
  section,
  documents: ['bulletin'],
  figures: {
    registered: i.registered,
    standard: i.standardRate,
    visits: i.visits,
    regular: i.regularMedicationRate,
    risk: i.highRisk,
    emergencies: i.emergencies,
  },
  say: (f) =>
    zh`登记在册严重精神障碍患者${f.registered}，规范管理率${f.standard}，${f.standard.againstTarget}，规律服药率${f.regular}；随访${f.visits}，${f.visits.sameTimeLastYear}；末次危险性评估3级及以上${f.risk}，应急处置${f.emergencies}。`,
})

/** What severe mental disorder says in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
