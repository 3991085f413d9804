import type { Text } from '@kangheng/kernel/text/text.ts'

interface Explanation {
  readonly title: Text
  readonly remedy: Text
}

/** Why a result was not taken over, and what to do. */
export const EXPLANATIONS = {
  NO_IDENTITY: {
    title: { zh: '没有样本条码和身份证号', en: 'Neither barcode nor identity number' },
    remedy: { zh: '补填其中一项后重新导入', en: 'Fill in one of them and import again' },
  },
  UNKNOWN_ITEM: {
    title: { zh: '不是健康体检表的检验项目', en: 'No item of the examination form' },
    remedy: { zh: '核对项目代码；表外项目不用导入', en: 'Check the code; other items need not be imported' },
  },
  NO_VALUE: {
    title: { zh: '结果无法识别', en: 'The result cannot be read' },
    remedy: { zh: '定量项目填数字，尿检填阴性、微量或＋', en: 'A number; of urine strips negative, trace or crosses' },
  },
  SEVERAL_VALUES: {
    title: { zh: '一项有多个结果', en: 'Several values of one item' },
    remedy: { zh: '在仪器上确认后只发送一个结果', en: 'Confirm one on the device and send that' },
  },
  UNKNOWN_UNIT: {
    title: { zh: '单位不能换算', en: 'The unit cannot be converted' },
    remedy: { zh: '改为模板中的单位', en: 'Use the unit of the template' },
  },
  NO_TIME: {
    title: { zh: '没有检测时间或格式不对', en: 'No time of measurement' },
    remedy: { zh: '填写年-月-日 时:分，例如 2025-11-20 09:30', en: 'Such as 2025-11-20 09:30' },
  },
  FUTURE: {
    title: { zh: '检测时间晚于今天', en: 'Measured after today' },
    remedy: { zh: '校准仪器时钟后重新发送', en: 'Set the clock of the device and send again' },
  },
  NOT_FINAL: {
    title: { zh: '不是最终结果', en: 'Not a final result' },
    remedy: { zh: '审核后重新发送（OBX-11 为 F 或 C）', en: 'Send again when final (OBX-11 F or C)' },
  },
  NO_SUCH_SAMPLE: {
    title: { zh: '没有登记这个样本条码', en: 'No such barcode' },
    remedy: { zh: '核对条码，或补登到检后重新导入', en: 'Check the barcode, or register the arrival and import again' },
  },
  NO_SUCH_PERSON: {
    title: { zh: '没有这个身份证号的居民', en: 'No resident has this number' },
    remedy: { zh: '核对身份证号', en: 'Check the number' },
  },
  NOT_ARRIVED: {
    title: { zh: '检测日前60天内没有登记到检', en: 'No arrival within 60 days before the measurement' },
    remedy: { zh: '补登到检后重新导入', en: 'Register the arrival and import again' },
  },
  IDENTITY_MISMATCH: {
    title: { zh: '条码与身份证号（姓名）不是同一人', en: 'Barcode and identity belong to different people' },
    remedy: { zh: '核对采血管，确认后改正', en: 'Check the tube and correct it' },
  },
  CONTRADICTS: {
    title: { zh: '同一样本、项目和时间已有不同结果', en: 'Another value of this sample, item and time is recorded' },
    remedy: { zh: '核对后作废原结果，再导入', en: 'Void the recorded one if it is wrong, then import again' },
  },
  OUTSIDE_SCOPE: {
    title: { zh: '受检人不在您的管辖范围内', en: 'The examined lives outside your scope' },
    remedy: { zh: '请所在乡镇导入', en: 'Let the township concerned import it' },
  },
} as const satisfies Record<string, Explanation>

export type ReasonCode = keyof typeof EXPLANATIONS
/** What reading alone can find out. */
export type ReadingCode = Extract<
  ReasonCode,
  'NO_IDENTITY' | 'UNKNOWN_ITEM' | 'NO_VALUE' | 'SEVERAL_VALUES' | 'UNKNOWN_UNIT' | 'NO_TIME' | 'FUTURE' | 'NOT_FINAL'
>
