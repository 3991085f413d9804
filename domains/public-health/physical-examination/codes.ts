import type { Text } from '@kangheng/kernel/text/text.ts'

/** Stations of an examination, in the order in which people usually pass them. */
export const stations = {
  general: { zh: '一般检查（身高、体重、腰围、血压）', en: 'Height, weight, waist, pressure' },
  blood: { zh: '采血', en: 'Blood taken' },
  urine: { zh: '尿检', en: 'Urine' },
  ecg: { zh: '心电图', en: 'ECG' },
  ultrasound: { zh: '腹部B超', en: 'Ultrasound' },
  enquiry: { zh: '问诊和生活方式', en: 'Enquiry and ways of living' },
  physician: { zh: '总检', en: 'Physician’s conclusion' },
} as const satisfies Record<string, Text>

/** What the examination came to as a whole, told to the examined with advice. */
export const findings = {
  healthy: { zh: '未见明显异常', en: 'Nothing abnormal' },
  'known-patient': { zh: '慢性病患者，继续管理', en: 'Known patient, management goes on' },
  recheck: { zh: '有异常，建议复查', en: 'Abnormal, to be checked again' },
  referral: { zh: '有异常，建议转诊', en: 'Abnormal, to be referred' },
} as const satisfies Record<string, Text>
