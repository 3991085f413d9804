import type { ReportDocument } from '@kangheng/kernel/wording/model.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { contractFigures, COUNTY, countyFigure, type SamplePeriod } from './county.ts'

const YEAR: SamplePeriod = { id: '2025', zh: '2025年', lastId: '2024', lastZh: '2024年', closedOn: '2026-01-05' }

/** A year's summary of a sample county, in sections drafted by the bureau's offices. */
export function sampleSummary(change: Partial<ReportDocument> = {}): ReportDocument {
  const { county } = contractFigures(YEAR, 12)
  const count = (id: string, name: string, value: string, last?: string, unit?: string) =>
    countyFigure(YEAR, { id, zh: name, value, ...(last ? { last } : {}), ...(unit ? { unit } : {}) })
  const doctors = count('family-doctor.doctors', '家庭医生数', '412', '398', '名')
  const teams = count('family-doctor.teams', '签约服务团队数', '89', '85', '个')
  const key = count('family-doctor.key-signed', '重点人群签约数', '32721', '30980')
  const keyCoverage = countyFigure(YEAR, {
    id: 'family-doctor.key-coverage',
    zh: '重点人群签约率',
    value: '72.62',
    last: '70.05',
    unit: '%',
    terms: ['签约的重点人群', '32721', '重点人群', '45058'],
    comparison: { target: { value: '75' } },
  })
  const due = count('poverty.due', '应签约脱贫人口', '15497')
  const dueCoverage = countyFigure(YEAR, {
    id: 'poverty.coverage',
    zh: '脱贫人口签约率',
    value: '100.00',
    last: '100.00',
    unit: '%',
    terms: ['已签约脱贫人口', '15497', '应签约脱贫人口', '15497'],
  })
  const trained = count('staff.trained', '培训基层人员', '115', '0', '人次')
  return {
    kind: 'summary',
    title: '玉龙纳西族自治县卫生健康局\n2025年工作总结',
    organisation: '玉龙纳西族自治县卫生健康局',
    issuedOn: '2026-01-12',
    place: COUNTY,
    period: { id: '2025', title: { zh: '2025年', en: '2025' } },
    status: 'compiled',
    synthetic: true,
    opening: [
      {
        kind: 'paragraph',
        parts: zh`2025年，在县委、县人民政府的领导和市卫生健康委员会的指导下，全县卫生健康系统围绕年度目标，以基层服务能力建设为重点，较好地完成了各项任务。现将全年工作总结如下。`,
      },
    ],
    sections: [
      {
        id: 'services',
        title: '主要工作和成效',
        owner: '基层卫生股',
        blocks: [
          { kind: 'heading', level: 2, text: '家庭医生签约服务稳步推进' },
          {
            kind: 'paragraph',
            parts: zh`全县共有家庭医生${doctors}，${doctors.change}，组成签约服务团队${teams}。年末常住居民${county.residents}，已签约${county.signed}，${county.signed.sameTimeLastYear}，${county.signed.againstTarget}；签约覆盖率${county.coverage}，${county.coverage.sameTimeLastYear}，${county.coverage.againstTarget}。重点人群签约${key}，${key.sameTimeLastYear}，签约率${keyCoverage}，${keyCoverage.sameTimeLastYear}，${keyCoverage.againstTarget}。`,
          },
          { kind: 'heading', level: 2, text: '健康帮扶成果持续巩固' },
          {
            kind: 'paragraph',
            parts: zh`对脱贫人口逐户逐人核对名册，核减死亡、重复等情形后，应签约${due}，签约率${dueCoverage}，${dueCoverage.sameTimeLastYear}，做到应签尽签。`,
          },
          { kind: 'heading', level: 2, text: '基层队伍建设得到加强' },
          { kind: 'heading', level: 3, text: '业务培训' },
          { kind: 'paragraph', parts: zh`全年培训基层人员${trained}（${trained.sameTimeLastYear}）。` },
        ],
      },
      {
        id: 'problems',
        title: '存在的困难和问题',
        owner: '办公室',
        blocks: [
          {
            kind: 'paragraph',
            parts: zh`重点人群签约率${keyCoverage.againstTarget}，乡镇之间差距较大，签约后的履约服务还不够均衡。`,
          },
        ],
      },
      {
        id: 'plan',
        title: '2026年工作计划',
        owner: '办公室',
        blocks: [
          {
            kind: 'paragraph',
            parts: zh`以提高签约服务质量为主线，补齐重点人群签约短板，完善团队分片包干制度，推动服务由数量扩面转向质量提升。`,
          },
        ],
      },
    ],
    ...change,
  }
}
