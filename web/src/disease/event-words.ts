import { defineWords } from '../language/words.ts'

export const words = defineWords({
  title: { zh: '病例和资源分布', en: 'Cases and resources' },
  cases: { zh: '各乡镇病例（伤员）数', en: 'Cases by township' },
  resources: { zh: '各乡镇调出的队伍和物资批次', en: 'Teams and supplies sent, by where they came from' },
  fromCounty: {
    zh: (n: number) => `；县级机构调出${n}批`,
    en: (n: number) => `; ${n} from institutions of the county`,
  },
  report: { zh: '下载处置总结（Word）', en: 'After-action report (Word)' },
})
