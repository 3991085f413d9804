import { derive } from '@kangheng/kernel/wording/derive.ts'
import type { ReportDocument, TableBlock, TableCell, TableRow } from '@kangheng/kernel/wording/model.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { TEN_THOUSAND_YUAN } from '@kangheng/kernel/wording/units.ts'
import { contractFigures, COUNTY, countyFigure, type SamplePeriod } from './county.ts'

const YEAR_TO_DATE: SamplePeriod = {
  id: '2025-11-ytd',
  zh: '2025年1—11月',
  lastId: '2024-11-ytd',
  lastZh: '2024年1—11月',
  closedOn: '2025-12-05',
}

const cell = (figure: Extract<TableCell, { kind: 'figure' }>['figure']): TableCell => ({ kind: 'figure', figure })

function contractTable({ county, townships }: ReturnType<typeof contractFigures>): TableBlock {
  const rows = townships.map(({ place, residents, signed, coverage }): TableRow => ({
    kind: 'body',
    cells: [
      { kind: 'text', text: place.title.zh },
      cell(residents),
      cell(signed.figure),
      cell(derive(signed, 'same-time-last-year')),
      cell(derive(signed, 'completion')),
      cell(coverage.figure),
      cell(derive(coverage, 'same-time-last-year')),
      cell(derive(coverage, 'rank')),
    ],
  }))
  const total: TableRow = {
    kind: 'total',
    cells: [
      { kind: 'text', text: '全县' },
      cell(county.residents.figure),
      cell(county.signed.figure),
      cell(derive(county.signed, 'same-time-last-year')),
      cell(derive(county.signed, 'completion')),
      cell(county.coverage.figure),
      cell(derive(county.coverage, 'same-time-last-year')),
      cell(derive(county.coverage, 'rank')),
    ],
  }
  return {
    kind: 'table',
    title: '2025年1—11月各乡镇家庭医生签约情况',
    place: COUNTY,
    period: county.coverage.figure.period,
    basis: { zh: '常住人口', en: 'usual residents' },
    asOf: '2025-11-30',
    columns: [
      { title: '乡镇', kind: 'text' },
      { title: '常住居民', unit: '人', kind: 'number' },
      { title: '人数', unit: '人', group: '签约', kind: 'number' },
      { title: '同比', unit: '%', group: '签约', kind: 'number' },
      { title: '完成目标', unit: '%', group: '签约', kind: 'number' },
      { title: '覆盖率', unit: '%', group: '签约覆盖', kind: 'number' },
      { title: '同比', unit: '个百分点', group: '签约覆盖', kind: 'number' },
      { title: '排名', kind: 'number' },
    ],
    rows: [...rows, total],
    notes: ['签约人数指期末合同在有效期内的常住居民；排名按签约覆盖率，数值相同的名次相同。'],
  }
}

/** A month's bulletin of a sample county, as a bureau would issue it. */
export function sampleBulletin(change: Partial<ReportDocument> = {}): ReportDocument {
  const contracts = contractFigures(YEAR_TO_DATE, 11)
  const { county, townships } = contracts
  const visits = countyFigure(YEAR_TO_DATE, {
    id: 'outpatient.visits',
    zh: '门急诊人次',
    value: '836590',
    last: '801204',
    unit: '人次',
  })
  const income = countyFigure(YEAR_TO_DATE, {
    id: 'hospital.income',
    zh: '医疗机构业务收入',
    value: '193244000',
    last: '196120000',
    unit: '元',
    change: { scale: TEN_THOUSAND_YUAN },
  })
  const pressure = countyFigure(YEAR_TO_DATE, {
    id: 'hypertension.standard-management',
    zh: '高血压患者基层规范管理服务率',
    value: '68.74',
    last: '66.10',
    unit: '%',
    terms: ['规范管理的高血压患者', '13027', '年内已管理的高血压患者', '18951'],
    comparison: { target: { value: '65' } },
  })
  const infants = countyFigure(YEAR_TO_DATE, {
    id: 'maternal.infant-mortality',
    zh: '婴儿死亡率',
    value: '3.54',
    last: '4.10',
    unit: '‰',
    terms: ['婴儿死亡数', '5', '活产数', '1414'],
    comparison: { better: 'lower', target: { value: '5' } },
  })
  const measles = countyFigure(YEAR_TO_DATE, {
    id: 'disease.measles',
    zh: '麻疹报告病例',
    value: '0',
    last: '0',
    unit: '例',
  })
  const chinese = countyFigure(YEAR_TO_DATE, {
    id: 'elderly.tcm',
    zh: '老年人中医药健康管理率',
    value: null,
    unit: '%',
  })
  const last = townships.find((township) => township.coverage.comparison.rank?.position === 16)!
  return {
    kind: 'bulletin',
    title: '玉龙纳西族自治县卫生健康局关于2025年11月全县卫生健康重点工作完成情况的通报',
    organisation: '玉龙纳西族自治县卫生健康局',
    documentNumber: '玉卫发〔2025〕86号',
    issuedOn: '2025-12-08',
    addressees: '各乡镇卫生院、社区卫生服务中心，县直各医疗卫生机构',
    place: COUNTY,
    period: { id: '2025-11', title: { zh: '2025年11月', en: 'November 2025' } },
    status: 'issued',
    synthetic: true,
    opening: [
      {
        kind: 'paragraph',
        parts: zh`根据年度目标管理责任书，现将2025年11月全县卫生健康重点工作完成情况通报如下。`,
      },
    ],
    sections: [
      {
        id: 'progress',
        title: '总体进展',
        owner: '规划信息股',
        blocks: [
          { kind: 'heading', level: 2, text: '家庭医生签约服务' },
          {
            kind: 'paragraph',
            id: 'family-doctor.month',
            parts: zh`截至11月底，全县常住居民${county.residents}，已签约${county.signed}，${county.signed.sameTimeLastYear}，${county.signed.againstTarget}，${county.signed.againstTimeProgress}。签约覆盖率为${county.coverage}，${county.coverage.sameTimeLastYear}，${county.coverage.againstTarget}。分乡镇看，${county.coverage.leaders}；${county.coverage.laggards}。`,
          },
          contractTable(contracts),
          { kind: 'heading', level: 2, text: '基本公共卫生服务' },
          {
            kind: 'paragraph',
            parts: zh`高血压患者基层规范管理服务率${pressure}，${pressure.sameTimeLastYear}，${pressure.againstTarget}。婴儿死亡率${infants}，${infants.sameTimeLastYear}，${infants.againstTarget}。麻疹报告病例${measles}，${measles.sameTimeLastYear}。老年人中医药健康管理率${chinese}，${chinese.sameTimeLastYear}。`,
          },
          { kind: 'heading', level: 2, text: '医疗服务' },
          {
            kind: 'paragraph',
            parts: zh`全县医疗机构门急诊${visits}，${visits.sameTimeLastYear}；业务收入${income}，${income.sameTimeLastYear}，${income.change}。`,
          },
        ],
      },
      {
        id: 'problems',
        title: '存在问题',
        owner: '规划信息股',
        blocks: [
          { kind: 'heading', level: 3, text: '签约进度不平衡' },
          {
            kind: 'paragraph',
            parts: zh`${last.place.title.zh}签约覆盖率仅${last.coverage}，${last.coverage.againstTarget}，${last.coverage.rank}，须查明原因，逐村逐户补签。`,
          },
          { kind: 'heading', level: 3, text: '个别指标未按时报送' },
          {
            kind: 'paragraph',
            parts: zh`老年人中医药健康管理服务记录尚有单位未上报，影响全县汇总，有关单位应于次月5日前补报。`,
          },
        ],
      },
      {
        id: 'next',
        title: '下一步工作要求',
        owner: '规划信息股',
        blocks: [
          {
            kind: 'paragraph',
            parts: zh`各单位要对照年度目标逐项查找差距，倒排工期，把任务落实到团队、落实到人；覆盖率低于全县平均水平的乡镇卫生院要在十日内上报整改方案，县卫生健康局将适时开展现场核查，核查结果纳入年度考核。`,
          },
        ],
      },
    ],
    copies: ['县委办公室', '县人民政府办公室', '市卫生健康委员会'],
    ...change,
  }
}
