import { defineWords } from '../language/words.ts'

export const words = defineWords({
  provisional: { zh: '未关账', en: 'provisional' },
  closed: { zh: '已关账', en: 'closed' },
  revised: { zh: '已修订', en: 'revised' },
  green: { zh: '达到序时', en: 'On course' },
  yellow: { zh: '滞后', en: 'Lagging' },
  red: { zh: '严重滞后', en: 'Far behind' },
  lastYear: { zh: '上年同期', en: 'same time last year' },
  level: { zh: '持平', en: 'level' },
  up: { zh: '上升', en: 'up' },
  down: { zh: '下降', en: 'down' },
  noComparison: { zh: '上年无数', en: 'none last year' },
  traceOf: { zh: (title: string) => `查看“${title}”的出处`, en: (title: string) => `Where “${title}” comes from` },
  failed: { zh: '没有取到数据', en: 'The data could not be loaded' },
  notAllowed: { zh: '您没有查看此内容的权限', en: 'You may not see this' },
  notAllowedHint: {
    zh: '如工作需要，请联系管理员调整权限。',
    en: 'If your work needs it, ask the administrator for the right.',
  },
  notFound: { zh: '没有找到这一页', en: 'Nothing is found at this address' },
  notFoundHint: {
    zh: '内容可能不在您的管辖范围内，或地址有误。',
    en: 'It may lie outside your area, or the address is wrong.',
  },
  home: { zh: '回到首页', en: 'Go to the first page' },
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
  unknownSex: { zh: '未说明', en: 'not stated' },
})
