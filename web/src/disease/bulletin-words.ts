import { defineWords } from '../language/words.ts'

export const bulletinWords = defineWords({
  title: { zh: '疫情周报和月报', en: 'Disease bulletins' },
  about: {
    zh: '由已审核的报告卡生成，修改、定稿后印发；印发前随时可刷新数据，每个数都能点开看出处。',
    en: 'Made of reviewed cards, edited, closed and issued; figures can be refreshed until then, and each opens its source.',
  },
  aboutReading: {
    zh: '疾控中心印发的疫情周报和月报，可以下载。',
    en: 'What disease control has issued, to read and download.',
  },
  week: { zh: '周', en: 'Week' },
  weekHint: { zh: '周次，如 2025-W47', en: 'Week, such as 2025-W47' },
  makeWeek: { zh: '生成周报', en: 'Make the week’s' },
  makeMonth: { zh: '生成月报', en: 'Make the month’s' },
  none: { zh: '还没有疫情周报或月报', en: 'No disease bulletins yet' },
  noneHint: { zh: '选一周或一个月，点“生成”。', en: 'Choose a week or a month and make its draft.' },
  noneHintReader: { zh: '印发后会出现在这里。', en: 'They appear here once they are issued.' },
  period: { zh: '期次', en: 'Span' },
  number: { zh: '文号', en: 'Number' },
  state: { zh: '状态', en: 'State' },
  issuedOn: { zh: '印发日期', en: 'Issued on' },
  waits: { zh: '由疾控中心印发', en: 'Issued by disease control' },
})
