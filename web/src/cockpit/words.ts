import { defineWords } from '../language/words.ts'

export const words = defineWords({
  title: { zh: '驾驶舱', en: 'Cockpit' },
  freshness: { zh: '数据更新', en: 'Figures updated' },
  lastRecord: { zh: '最近一笔业务', en: 'Latest record' },
  stale: {
    zh: (count: number) => `${count}个数据正在重算`,
    en: (count: number) => `${count} figures being recomputed`,
  },
  upToDate: { zh: '全部为最新', en: 'all up to date' },
  headline: { zh: '主要指标', en: 'Headline indicators' },
  onLastYear: { zh: '同比', en: 'On last year' },
  target: { zh: '目标', en: 'Target' },
  targetToDate: { zh: '序时', en: 'Due by now' },
  timeProgress: { zh: '时间进度', en: 'Time passed' },
  noTarget: { zh: '未下达目标', en: 'No target set' },
  rank: {
    zh: (rank: number, of: number) => `第${rank}位/${of}`,
    en: (rank: number, of: number) => `Rank ${rank} of ${of}`,
  },
  trend: { zh: '近12个月走势，灰线为上年', en: 'Last 12 months; grey: the year before' },
  showBelow: { zh: '看各地', en: 'By place' },
  shownBelow: { zh: '下方按此指标', en: 'Shown below' },
  ranking: { zh: '各地排名', en: 'Ranking' },
  rankingNote: {
    zh: '竖线为目标，灰条为上年同期；数值相同名次相同',
    en: 'Line: target; grey: same time last year; equal values share a rank',
  },
  map: { zh: '分布图', en: 'Map' },
  mapNote: { zh: '方格示意各地相对位置，点方格看该地', en: 'Tiles show relative position; choose one to go there' },
  mapLegend: { zh: '图例', en: 'Legend' },
  noLight: { zh: '无目标', en: 'no target' },
  overdue: { zh: '超期未办', en: 'Overdue work' },
  overdueOf: {
    zh: (overdue: number, open: number) =>
      `超期${overdue.toLocaleString('en-US')} / 待办${open.toLocaleString('en-US')}`,
    en: (overdue: number, open: number) =>
      `${overdue.toLocaleString('en-US')} overdue of ${open.toLocaleString('en-US')}`,
  },
  nothingOverdue: { zh: '没有超期的工作', en: 'Nothing is overdue' },
  warnings: { zh: '预警', en: 'Warnings' },
  noWarnings: { zh: '没有预警', en: 'No warnings' },
  redWarning: { zh: '红色预警', en: 'Red warning' },
  yellowWarning: { zh: '黄色预警', en: 'Yellow warning' },
  since: { zh: (day: string) => `自${day}起`, en: (day: string) => `since ${day}` },
  allWork: { zh: '查看全部待办', en: 'All work' },
  moreKinds: { zh: (count: number) => `还有${count}类`, en: (count: number) => `${count} more kinds` },
  moreWarnings: { zh: (count: number) => `还有${count}条`, en: (count: number) => `${count} more` },
  noHeadline: { zh: '这一时期还没有算出的指标', en: 'No figures yet for this period' },
  noHeadlineHint: {
    zh: '换一个月份看看；新数据录入后会自动计算。',
    en: 'Choose another month; figures are computed as records arrive.',
  },
})
