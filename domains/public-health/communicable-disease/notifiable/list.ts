import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { classB } from './class-b.ts'
import { type NotifiableDisease, kinds } from './disease.ts'

const LAW_2004 = '2004-12-01'

const classA: readonly NotifiableDisease[] = [
  {
    id: 'plague',
    title: { zh: '鼠疫', en: 'Plague' },
    class: 'A',
    from: LAW_2004,
    subtypes: kinds(
      ['plague-pneumonic', '肺鼠疫', 'Pneumonic plague'],
      ['plague-bubonic', '腺鼠疫', 'Bubonic plague'],
      ['plague-other', '其他型鼠疫', 'Other plague'],
    ),
    twoHours: true,
  },
  { id: 'cholera', title: { zh: '霍乱', en: 'Cholera' }, class: 'A', from: LAW_2004, subtypes: [], twoHours: true },
]

const c = (id: string, zh: string, en: string, from: IsoDate = LAW_2004): NotifiableDisease => ({
  id,
  title: { zh, en },
  class: 'C',
  from,
  subtypes: [],
  twoHours: false,
})

const classC: readonly NotifiableDisease[] = [
  c('influenza', '流行性感冒', 'Influenza'),
  c('mumps', '流行性腮腺炎', 'Mumps'),
  c('rubella', '风疹', 'Rubella'),
  c('hemorrhagic-conjunctivitis', '急性出血性结膜炎', 'Acute haemorrhagic conjunctivitis'),
  c('leprosy', '麻风病', 'Leprosy'),
  c('typhus', '流行性和地方性斑疹伤寒', 'Epidemic and endemic typhus'),
  c('kala-azar', '黑热病', 'Kala-azar'),
  c('echinococcosis', '包虫病', 'Echinococcosis'),
  c('filariasis', '丝虫病', 'Filariasis'),
  c('hand-foot-mouth', '手足口病', 'Hand, foot and mouth disease', '2008-05-02'),
  c('infectious-diarrhoea', '其他感染性腹泻病', 'Other infectious diarrhoea'),
]

/**
 * Every disease that is or was notifiable, class by class in the order of the law. Source: 中华人民共和国传染病防治法 (2025 revision) art. 3 and the
 * announcements after it; domain notes § 3.1. A province may add others.
 */
export const notifiableDiseases: readonly NotifiableDisease[] = [...classA, ...classB, ...classC]

const byId = new Map(notifiableDiseases.map((disease) => [disease.id, disease]))

/** The list in force on a day. */
export function notifiableOn(day: IsoDate): NotifiableDisease[] {
  return notifiableDiseases.filter((disease) => isNotifiable(disease, day))
}

/** Whether a disease stands on the list on a day. */
export function isNotifiable({ from, to }: NotifiableDisease, day: IsoDate): boolean {
  return from <= day && (to === undefined || day < to)
}

/** The disease with this id, if there is one. */
export function findDisease(id: string): NotifiableDisease | undefined {
  return byId.get(id)
}
