import type { Schedule } from './rules.ts'
import { schedule2021 } from './schedule-2021.ts'

const months = (value: number) => ({ months: value })
const { series } = schedule2021

const NOTICE_DTAP = '关于国家免疫规划百白破疫苗和白破疫苗免疫程序调整相关工作的通知（2024年12月，自2025年1月1日起施行）'
const NOTICE_HPV =
  '国家疾控局等七部门关于将HPV疫苗纳入国家免疫规划有关工作事宜的通知（2025年10月30日，自2025年11月10日起施行）'

/**
 * The changes of 2025: five doses of DTaP at 2, 4, 6, 18 months and 6 years from 1 January; DT only for catching up at 7 to 11 years; two doses
 * of HPV for girls of 13 born after 10 November 2011, from 10 November 2025. Source: domain-facts § 2.1, § 2.2.
 */
export const schedule2025: Schedule = {
  ...schedule2021,
  edition: '2025',
  title: { zh: '2025年调整', en: 'Changes of 2025' },
  effectiveFrom: '2025-01-01',
  source: '2025年1月1日起百白破疫苗和白破疫苗免疫程序调整；2025年11月10日起HPV疫苗纳入国家免疫规划',
  diphtheriaTetanusFrom: 84,
  diphtheriaTetanusRoutine: false,
  humanPapillomavirus: { bornAfter: '2011-11-10', from: '2025-11-10' },
  series: {
    ...series,
    DTaP: {
      ...series.DTaP,
      source: { where: NOTICE_DTAP, toVerify: '2024年底前按3、4、5、18月龄程序开始接种的，既有剂次按当时月龄计入' },
      until: 84,
      doses: [
        { id: 'dtap-1', from: 2, give: 'DTaP' },
        { id: 'dtap-2', from: 4, interval: { days: 28 }, give: 'DTaP' },
        { id: 'dtap-3', from: 6, before: months(12), interval: { days: 28 }, give: 'DTaP' },
        { id: 'dtap-4', from: 18, before: months(24), interval: months(6), give: 'DTaP' },
        { id: 'dtap-5', from: 72, before: months(84), interval: months(12), give: 'DTaP' },
      ],
    },
    DT: {
      ...series.DT,
      source: { where: NOTICE_DTAP },
      doses: ['dt-1', 'dt-2', 'dt-3'].map((id) => ({ id, from: 84, before: months(144), give: 'DT' })),
    },
    HPV: {
      ...series.HPV,
      source: {
        where: NOTICE_HPV,
        toVerify: '纳入之前自费接种的首剂计入（通知报道：可免费接种第2剂），其最小年龄按产品说明书（9岁）判断',
      },
    },
  },
}
