import type { Text } from '@kangheng/kernel/text/text.ts'

/** What the compliance of a record is judged by. */
export interface RecordContents {
  readonly hasPhone: boolean
  readonly hasAddress: boolean
  readonly responsibleDoctor: string | null
  readonly form: null | {
    readonly bloodType: string | null
    readonly payments: readonly string[]
    readonly allergies: readonly string[] | null
    readonly exposures: readonly string[] | null
    readonly diseases: readonly unknown[] | null
    readonly operations: readonly unknown[] | null
    readonly familyHistory: object | null
    readonly hereditary: string | null
    readonly disabilities: readonly string[] | null
    readonly water: string | null
    readonly toilet: string | null
  }
}

const ITEMS: readonly { title: Text; filled(contents: RecordContents): boolean }[] = [
  { title: { zh: '联系电话', en: 'phone' }, filled: (each) => each.hasPhone },
  { title: { zh: '住址', en: 'address' }, filled: (each) => each.hasAddress },
  { title: { zh: '责任医生', en: 'responsible doctor' }, filled: (each) => Boolean(each.responsibleDoctor) },
  { title: { zh: '血型', en: 'blood type' }, filled: (each) => Boolean(each.form?.bloodType) },
  { title: { zh: '医疗费用支付方式', en: 'kind of payment' }, filled: (each) => (each.form?.payments.length ?? 0) > 0 },
  { title: { zh: '药物过敏史', en: 'drug allergies' }, filled: (each) => each.form?.allergies != null },
  { title: { zh: '暴露史', en: 'exposures' }, filled: (each) => each.form?.exposures != null },
  { title: { zh: '疾病史', en: 'past diseases' }, filled: (each) => each.form?.diseases != null },
  { title: { zh: '手术史', en: 'operations' }, filled: (each) => each.form?.operations != null },
  { title: { zh: '家族史', en: 'family history' }, filled: (each) => each.form?.familyHistory != null },
  { title: { zh: '遗传病史', en: 'hereditary diseases' }, filled: (each) => Boolean(each.form?.hereditary) },
  { title: { zh: '残疾情况', en: 'disabilities' }, filled: (each) => each.form?.disabilities != null },
  { title: { zh: '饮水', en: 'water' }, filled: (each) => Boolean(each.form?.water) },
  { title: { zh: '厕所', en: 'toilet' }, filled: (each) => Boolean(each.form?.toilet) },
]

/**
 * What is still missing from a compliant record (规范档案). “None” and “unknown” are answers; not asked is not.
 * Items: cover and personal basic information of the national norm, 3rd edition; which items count is set locally.
 */
export function missingItems(contents: RecordContents): Text[] {
  return ITEMS.filter((item) => !item.filled(contents)).map((item) => item.title)
}
