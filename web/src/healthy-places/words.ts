import { defineWords } from '../language/words.ts'

export const words = defineWords({
  title: { zh: '按标准评分', en: 'Score by the standard' },
  open: { zh: '逐条评分', en: 'Score item by item' },
  close: { zh: '收起', en: 'Fold away' },
  about: {
    zh: '只填失分的条目，其余计满分；否决项失分即不达标',
    en: 'Only items at which points were lost; one lost at a decisive item fails the check',
  },
  item: { zh: '要求', en: 'Requirement' },
  points: { zh: '分', en: 'points' },
  full: { zh: '分值', en: 'Points' },
  lost: { zh: '失分', en: 'Lost' },
  why: { zh: '问题', en: 'Why' },
  decisive: { zh: '否决项', en: 'Decisive' },
  inspectors: { zh: '检查人', en: 'Inspectors' },
  score: { zh: '得分', en: 'Score' },
  lostAt: { zh: (code: string) => `第${code}条失分`, en: (code: string) => `Points lost at item ${code}` },
  whyAt: { zh: (code: string) => `第${code}条的问题`, en: (code: string) => `Why at item ${code}` },
  submit: { zh: '提交评分', en: 'Hand in the score' },
  empty: { zh: '标准没有条目', en: 'The standard has no items' },
})
