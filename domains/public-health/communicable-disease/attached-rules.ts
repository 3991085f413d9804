import type { Text } from '@kangheng/kernel/text/text.ts'

/** A contradiction between an attached card and its report card. */
export interface AttachedFault {
  readonly field: string
  readonly text: Text
}

/** What tells acute from chronic hepatitis B. */
export interface HepatitisFindings {
  readonly surfaceAntigen: string
  readonly coreAntibody: string
  readonly biopsy: string
  readonly converted: string
}

/**
 * Whether the findings fit the course on the report card: HBsAg for more than six months is no acute hepatitis; an acute one has at least one of HBsAg turned
 * positive within six months, anti-HBc IgM, an acute histology, conversion on recovery. Source: 慢性乙型肝炎防治指南（2022年版）; WS 299-2008; attached card of 2016.
 */
export function hepatitisFault(course: string | null, card: HepatitisFindings): AttachedFault | undefined {
  if (course !== 'acute') return undefined
  if (card.surfaceAntigen === 'over-six-months')
    return {
      field: 'surfaceAntigen',
      text: {
        zh: 'HBsAg阳性超过6个月不属急性乙肝，请核对或先订正报告卡为慢性',
        en: 'HBsAg for more than six months is no acute hepatitis B; check, or correct the card to chronic',
      },
    }
  const supported =
    card.surfaceAntigen === 'within-six-months' ||
    card.coreAntibody === 'positive' ||
    card.biopsy === 'acute' ||
    card.converted === 'yes'
  return supported
    ? undefined
    : {
        field: 'coreAntibody',
        text: {
          zh: '报告为急性，但没有任何支持急性的检测结果，请补充检测或订正病例分类',
          en: 'Reported as acute without any finding that supports it; test, or correct the card',
        },
      }
}

/** The results on a tuberculosis card. */
export interface TuberculosisResults {
  readonly smear: string
  readonly culture: string
  readonly molecular: string
  readonly resistance: string
}

/** Whether the results fit the subtype on the report card. Source: 肺结核诊断 WS 288-2017; 中国结核病预防控制工作技术规范（2020年版）. */
export function tuberculosisFault(subtype: string | null, card: TuberculosisResults): AttachedFault | undefined {
  const results = [card.smear, card.culture, card.molecular]
  const fault = (field: string, zh: string, en: string) => ({ field, text: { zh, en } })
  const positive = results.includes('positive')
  if (subtype === 'tb-resistant' && card.resistance !== 'resistant')
    return fault('resistance', '报告为利福平耐药，耐药检测应为耐药', 'Reported as resistant: the test must say so')
  if (subtype !== 'tb-resistant' && card.resistance === 'resistant')
    return fault('resistance', '检出利福平耐药，请先订正报告卡分型', 'Resistant: correct the subtype of the card first')
  if (subtype === 'tb-positive' && !positive)
    return fault('smear', '报告为病原学阳性，至少一项检测应为阳性', 'Reported as positive: at least one test must be')
  if (subtype === 'tb-negative' && positive)
    return fault(
      'smear',
      '有阳性结果，请先订正报告卡为病原学阳性',
      'A test is positive: correct the subtype of the card first',
    )
  if (subtype === 'tb-no-result' && results.some((result) => result !== 'not-tested'))
    return fault(
      'smear',
      '报告为无病原学结果，请先订正报告卡分型',
      'There are results: correct the subtype of the card first',
    )
  return undefined
}
