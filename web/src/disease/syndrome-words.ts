import { defineWords } from '../language/words.ts'

export const syndromeWords = defineWords({
  title: { zh: '症状监测曲线', en: 'Syndromic surveillance' },
  about: {
    zh: '各监测点每日人次（件）与预期。超出预期上限的日子标▲，方法为EARS C2，只与该点前四周已报的日子比较。',
    en: 'Daily counts of each place beside what was to be expected. Days above the limit are marked ▲: EARS C2 over the days that place reported in the four weeks before.',
  },
  every: { zh: '全部监测内容', en: 'All syndromes' },
  syndrome: { zh: '监测内容', en: 'Syndrome' },
  span: { zh: '时间', en: 'Time' },
  days: { zh: (count: number) => `近${count}天`, en: (count: number) => `last ${count} days` },
  none: { zh: '这段时间没有症状监测日报', en: 'Nothing was reported in this time' },
  noneHint: {
    zh: '由监测点每天填报，或用工作簿导入。',
    en: 'Places report by day, by form or by workbook.',
  },
  report: { zh: '报告症状监测', en: 'Report a count' },
  list: { zh: '日报列表', en: 'Daily counts' },
  counted: { zh: '实报', en: 'reported' },
  expected: { zh: '预期', en: 'expected' },
  upper: { zh: '预期上限', en: 'upper limit' },
  alarm: { zh: '超出上限', en: 'above the limit' },
  legend: {
    zh: '浅柱 实报；黑柱▲ 超出上限；点线 预期；虚线 上限；无柱 未报',
    en: 'light bars: reported; black bars ▲: above the limit; dotted: expected; dashed: upper limit; no bar: not reported',
  },
  alarms: { zh: (count: number) => `超出上限${count}天`, en: (count: number) => `${count} days above the limit` },
  quiet: { zh: '没有超出上限的日子', en: 'No day above the limit' },
  signals: { zh: '预警信号', en: 'Signals' },
  day: { zh: '日期', en: 'Day' },
  picture: {
    zh: (place: string, title: string, alarms: number) => `${place}${title}逐日曲线，超出上限${alarms}天`,
    en: (place: string, title: string, alarms: number) => `${title} at ${place} by day, ${alarms} days above the limit`,
  },
})
