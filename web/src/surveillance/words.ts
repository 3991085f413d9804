import { defineWords } from '../language/words.ts'

export const words = defineWords({
  lines: { zh: '报表', en: 'The return' },
  item: { zh: '指标名称', en: 'Item' },
  value: { zh: '数量', en: 'Value' },
  workbook: { zh: '下载报表', en: 'Download the workbook' },
  empty: {
    zh: '还没有汇总。先用“由记录汇总”生成各行，核对后上报。',
    en: 'Not counted yet. Count it from the records, check it, then submit it.',
  },
  zeros: { zh: (count: number) => `另有${count}行为0`, en: (count: number) => `${count} more lines are 0` },
  survey: {
    zh: (on: string, found: number, registered: number, rate: string) =>
      `漏报调查（${on}）：查到${found}例，已登记${registered}例，漏报率${rate}%`,
    en: (on: string, found: number, registered: number, rate: string) =>
      `Survey of ${on}: ${found} found, ${registered} of them registered, ${rate} % missed`,
  },
})
