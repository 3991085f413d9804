import { ageOn, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { type Category, type Group, schoolGroups } from './codes.ts'
import { dayOfMoment, type Moment } from '@kangheng/kernel/period/moment.ts'
import type { NotifiableDisease } from './notifiable/disease.ts'
import { findDisease, isNotifiable } from './notifiable/list.ts'

/** What the rules need to know of a report card. */
export interface Card {
  readonly disease: string
  readonly subtype?: string | null
  readonly category: Category
  readonly course?: string | null
  readonly onsetOn: IsoDate
  readonly diagnosedAt: Moment
  readonly diedOn?: IsoDate | null
  readonly group: Group
  readonly workplace?: string | null
  readonly schoolClass?: string | null
  readonly guardian?: string | null
  /** Birth date of the patient, where known. */
  readonly birth?: IsoDate | null
}

/** What is wrong with a card, and in which field. */
export interface CardFault {
  readonly field: string
  readonly text: Text
}

/** Under this age the card names a guardian. Source: note on the report card of 2019. */
const GUARDIAN_UNDER = 14

/**
 * Everything that is wrong with a card on the moment it is filled in; empty when it holds. Onset ≤ diagnosis ≤ now, death ≥ onset, subtype and
 * course where the disease has them, school and class of pupils, guardian of children. Source: 传染病报告卡 (2019 revision); domain notes § 3.3.
 */
export function cardFaults(card: Card, now: Moment): CardFault[] {
  const disease = findDisease(card.disease)
  if (!disease)
    return [
      fault(
        'disease',
        '不在法定传染病名录中，请从列表选择',
        'Not on the list of notifiable diseases; choose from the list',
      ),
    ]
  return [...diseaseFaults(card, disease), ...timeFaults(card, now), ...patientFaults(card)]
}

const fault = (field: string, zh: string, en: string): CardFault => ({ field, text: { zh, en } })

function diseaseFaults(card: Card, disease: NotifiableDisease): CardFault[] {
  const faults: CardFault[] = []
  if (!isNotifiable(disease, dayOfMoment(card.diagnosedAt)))
    faults.push(
      fault(
        'disease',
        `${disease.title.zh}在诊断之日不在法定名录中（${disease.from}起${disease.to ? `，${disease.to}止` : ''}）`,
        `${disease.title.en} was not notifiable on the day of diagnosis (from ${disease.from}${disease.to ? ` until ${disease.to}` : ''})`,
      ),
    )
  const kinds = disease.subtypes
  if (kinds.length > 0 && !kinds.some((kind) => kind.id === card.subtype))
    faults.push(
      fault(
        'subtype',
        `请选择分型：${kinds.map((kind) => kind.title.zh).join('、')}`,
        `Choose the subtype: ${kinds.map((kind) => kind.title.en).join(', ')}`,
      ),
    )
  if (kinds.length === 0 && card.subtype)
    faults.push(fault('subtype', '该病没有分型，请清空', 'This disease has no subtypes; leave it empty'))
  const { course } = disease
  if ((course === true || course?.includes(card.subtype ?? '')) && !card.course)
    faults.push(fault('course', '请选择急性或慢性', 'Say whether it is acute or chronic'))
  return faults
}

function timeFaults({ onsetOn, diagnosedAt, diedOn }: Card, now: Moment): CardFault[] {
  const faults: CardFault[] = []
  if (diagnosedAt > now)
    faults.push(
      fault('diagnosedTime', `诊断时间不能晚于现在（${now}）`, `The diagnosis cannot be later than now (${now})`),
    )
  if (onsetOn > dayOfMoment(diagnosedAt))
    faults.push(fault('onsetOn', '发病日期不能晚于诊断时间', 'Onset cannot be after the diagnosis'))
  if (diedOn && diedOn < onsetOn)
    faults.push(fault('diedOn', '死亡日期不能早于发病日期', 'Death cannot be before onset'))
  if (diedOn && diedOn > dayOfMoment(now))
    faults.push(fault('diedOn', '死亡日期不能晚于今天', 'Death cannot be later than today'))
  return faults
}

function patientFaults({ group, workplace, schoolClass, guardian, birth, onsetOn }: Card): CardFault[] {
  const faults: CardFault[] = []
  if (schoolGroups.includes(group) && !workplace)
    faults.push(
      fault(
        'workplace',
        '学生、托幼儿童和教师须填写学校或托幼机构全称',
        'Give the full name of the school or kindergarten',
      ),
    )
  if (group === 'pupil' && !schoolClass)
    faults.push(fault('schoolClass', '学生须填写班级', 'Give the class of the pupil'))
  if (birth && birth > onsetOn) faults.push(fault('onsetOn', '发病日期早于出生日期', 'Onset is before birth'))
  if (birth && ageOn(birth, onsetOn) < GUARDIAN_UNDER && !guardian)
    faults.push(
      fault(
        'guardian',
        `${GUARDIAN_UNDER}岁以下患儿须填写家长姓名`,
        `Name a parent of a child under ${GUARDIAN_UNDER}`,
      ),
    )
  return faults
}

/** Days within which a second card of one person and disease is taken for the same illness; chronic infections are reported once in a life. */
const SAME_ILLNESS_DAYS = 30
const ONCE_IN_A_LIFE: ReadonlySet<string> = new Set(['aids', 'viral-hepatitis', 'tuberculosis', 'leprosy'])

/** Whether two cards of one person may be the same illness. Source: domain notes § 3.3 (name, sex, birth, disease, address); here one person is one file. */
export function maybeSameIllness(
  one: { readonly disease: string; readonly subtype: string | null; readonly onset: number },
  other: { readonly disease: string; readonly subtype: string | null; readonly onset: number },
): boolean {
  if (one.disease !== other.disease) return false
  if (one.subtype !== other.subtype && one.subtype && other.subtype && one.disease === 'viral-hepatitis') return false
  return ONCE_IN_A_LIFE.has(one.disease) || Math.abs(one.onset - other.onset) <= SAME_ILLNESS_DAYS
}
