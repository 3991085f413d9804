/** How somebody was reminded. */
export const reminders = {
  phone: { zh: '电话', en: 'Telephone' },
  message: { zh: '短信或微信', en: 'Message' },
  'in-person': { zh: '上门或当面', en: 'In person' },
} as const

/** Who signed the consent. */
export const consents = {
  mother: { zh: '母亲', en: 'Mother' },
  father: { zh: '父亲', en: 'Father' },
  guardian: { zh: '其他监护人', en: 'Other guardian' },
  self: { zh: '受种者本人', en: 'The person' },
} as const

/** What was seen while somebody waited after the dose. */
export const reactions = {
  none: { zh: '无反应', en: 'None' },
  common: { zh: '一般反应或异常反应', en: 'Common or abnormal reaction' },
  serious: { zh: '严重反应', en: 'Serious reaction' },
} as const
