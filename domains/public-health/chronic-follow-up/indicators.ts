import { eq, sql, type SQL } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock, type StockMeasure } from '@kangheng/kernel/indicator/measure.ts'
import type { RecordDefinition } from '@kangheng/kernel/record/define-record.ts'
import type { Disease } from './disease.ts'
import { lastVisitRelation, managedRelation, standardYearRelation } from './relations.ts'
import type { ScreeningTable } from './tables.ts'

/** What the figures of a disease need beside its records. */
export interface DiseaseFigures {
  readonly disease: Disease
  readonly screening: RecordDefinition<ScreeningTable>
  readonly expected: StockMeasure
  /** Where the prevalence comes from. */
  readonly prevalence: string
  /** The norm's chapter. */
  readonly source: string
  /** A stricter goal that the county may follow beside the norm's. */
  readonly strict: {
    readonly title: string
    readonly titleEn: string
    readonly source: string
    where(rows: LastVisitRows): SQL
  }
  /** Glucose tests belong to the standard. */
  readonly glucose: boolean
}
export type LastVisitRows = ReturnType<typeof lastVisitRelation>['rows']

const people = { zh: '人', en: 'people' }

/** Measures and indicators of one disease; the formulas are those of the norm's 工作指标. */
export function diseaseIndicators(figures: DiseaseFigures) {
  const { disease, screening, expected, prevalence, source, strict, glucose } = figures
  const { id, title, patient, visit } = disease
  const [p, v, s] = [patient.table, visit.table, screening.table]
  const en = title.en.toLowerCase()
  const managed = managedRelation(disease)
  const last = lastVisitRelation(disease)
  const spread = standardYearRelation(disease, glucose)
  const span = (rows: { validFrom: SQL.Aliased<string>; validTo: SQL.Aliased<string> }) => ({
    from: rows.validFrom,
    to: rows.validTo,
  })
  const basis = { zh: '常住居民中的在管患者', en: 'patients under management among usual residents' }

  const managedPatients = stock(managed.relation, {
    id: `${id}.managed-patients`,
    title: { zh: `在管${title.zh}患者`, en: `Patients managed: ${en}` },
    ...span(managed.rows),
  })
  const lostPatients = stock(managed.relation, {
    id: `${id}.lost-patients`,
    title: { zh: `失访${title.zh}患者`, en: `Patients lost: ${en}` },
    from: sql`greatest(${managed.rows.validFrom}, ${managed.rows.lostOn})`,
    to: managed.rows.validTo,
    where: sql`${managed.rows.lostOn} is not null`,
  })
  const standard = stock(spread.relation, {
    id: `${id}.standard-patients`,
    title: { zh: `按规范管理的${title.zh}患者`, en: `Managed to the norm: ${en}` },
    ...span(spread.rows),
  })
  const controlled = stock(last.relation, {
    id: `${id}.controlled-patients`,
    title: { zh: `末次随访达标的${title.zh}患者`, en: `At the goal at the last visit: ${en}` },
    ...span(last.rows),
    where: eq(last.rows.atGoal, true),
  })
  const controlledStrictly = stock(last.relation, {
    id: `${id}.strictly-controlled-patients`,
    title: { zh: `末次随访${strict.title}的${title.zh}患者`, en: `${strict.titleEn} at the last visit: ${en}` },
    ...span(last.rows),
    where: strict.where(last.rows),
  })
  const registered = flow(patient, {
    id: `${id}.registrations`,
    title: { zh: `新建卡${title.zh}患者`, en: `Patients registered: ${en}` },
    when: p.happenedOn,
  })
  const visits = flow(visit, {
    id: `${id}.visit-count`,
    title: { zh: `${title.zh}随访`, en: `Follow-ups: ${en}` },
    when: v.happenedOn,
  })
  const checksDue = flow(visit, {
    id: `${id}.checks-due`,
    title: { zh: `应2周内随访的${title.zh}患者人次`, en: `Two-week checks due: ${en}` },
    when: v.dueOn,
    where: sql`${v.step} <> 'routine'`,
  })
  const checksInTime = flow(visit, {
    id: `${id}.checks-in-time`,
    title: { zh: `2周内已随访的${title.zh}患者人次`, en: `Two-week checks made in time: ${en}` },
    when: v.dueOn,
    where: sql`${v.step} <> 'routine' and ${v.followedOn} <= ${v.dueOn}`,
  })
  const screened = flow(screening, {
    id: `${id}.screened`,
    title: { zh: `${title.zh}筛查人数`, en: `People screened: ${en}` },
    when: s.happenedOn,
    count: 'persons',
  })
  const suspected = flow(screening, {
    id: `${id}.suspected`,
    title: { zh: `筛查发现疑似${title.zh}患者`, en: `Suspected by screening: ${en}` },
    when: s.happenedOn,
    where: eq(s.finding, 'suspected'),
    count: 'persons',
  })

  return {
    managed: quantity(managedPatients, {
      id: `${id}.managed`,
      title: { zh: `${title.zh}在管患者数`, en: `${title.en}: patients managed` },
      unit: people,
      better: 'higher',
      basis,
      source,
      synonyms: [`${title.zh}患者管理人数`, `管理${title.zh}患者`],
    }),
    expected: quantity(expected, {
      id: `${id}.expected`,
      title: { zh: `${title.zh}患者估算数`, en: `${title.en}: patients expected` },
      unit: people,
      basis: { zh: `成年常住人口×患病率`, en: 'adult usual residents times prevalence' },
      source: prevalence,
    }),
    managementRate: ratio(managedPatients, expected, {
      id: `${id}.management-rate`,
      title: { zh: `${title.zh}患者健康管理率`, en: `${title.en}: management rate` },
      unit: '%',
      basis: { zh: '在管患者占估算患者', en: 'patients managed, of those expected' },
      source: `${source}；${prevalence}`,
      synonyms: [`${title.zh}管理率`, `${title.zh}患者管理率`],
    }),
    standardRate: ratio(standard, managedPatients, {
      id: `${id}.standard-rate`,
      title: { zh: `${title.zh}患者规范管理率`, en: `${title.en}: standardised management rate` },
      unit: '%',
      headline: disease.headline === 'standard',
      basis: {
        zh: '自建卡季度起每季度一次面对面随访、2周随访按时、年底前体检；截至最近季末，1—2月按上年第四季度随访',
        en: 'a visit face to face in each quarter from registration on, two-week checks in time, yearly examination; as of the last quarter’s end, in January and February by the visits of the quarter before',
      },
      source,
      synonyms: [`${title.zh}规范管理率`, `${title.zh}患者规范健康管理率`],
    }),
    controlRate: ratio(controlled, managedPatients, {
      id: `${id}.control-rate`,
      title: {
        zh: `${id === 'diabetes' ? '糖尿病' : title.zh}患者${disease.control.zh}`,
        en: `${title.en}: ${disease.control.en}`,
      },
      unit: '%',
      headline: disease.headline === 'control',
      basis: {
        zh: '近一年末次随访达标，失访按未达标；年末即为年内末次随访',
        en: 'last visit within a year at the goal, the lost count as off it; at the year’s end the last visit of the year',
      },
      source,
      synonyms: [disease.control.zh, `管理人群${disease.control.zh}`],
    }),
    strictControlRate: ratio(controlledStrictly, managedPatients, {
      id: `${id}.strict-control-rate`,
      title: {
        zh: `${title.zh}患者控制率（${strict.title}）`,
        en: `${title.en}: control rate (${strict.titleEn.toLowerCase()})`,
      },
      unit: '%',
      basis: { zh: '近一年末次随访，县级口径', en: 'last visit within a year, the county’s goal' },
      source: strict.source,
    }),
    checkRate: ratio(checksInTime, checksDue, {
      id: `${id}.check-rate`,
      title: { zh: `${title.zh}患者2周随访及时率`, en: `${title.en}: two-week checks in time` },
      unit: '%',
      basis: { zh: '到期月份，按患者居住地', en: 'by the month they fell due, by the patient’s residence' },
      source,
    }),
    visits: quantity(visits, {
      id: `${id}.visits`,
      title: { zh: `${title.zh}随访人次`, en: `${title.en}: follow-ups` },
      unit: { zh: '人次', en: 'visits' },
      better: 'higher',
      basis: { zh: '按患者居住地', en: 'by the patient’s residence' },
      source,
      synonyms: [`随访${title.zh}患者`],
    }),
    registered: quantity(registered, {
      id: `${id}.registered`,
      title: { zh: `新建卡${title.zh}患者数`, en: `${title.en}: patients registered` },
      unit: people,
      better: 'higher',
      basis: { zh: '按建卡日期', en: 'by the day of registration' },
      source,
    }),
    lost: quantity(lostPatients, {
      id: `${id}.lost`,
      title: { zh: `${title.zh}失访患者数`, en: `${title.en}: patients lost` },
      unit: people,
      better: 'lower',
      basis,
      source,
    }),
    screened: quantity(screened, {
      id: `${id}.screening`,
      title: { zh: `${title.zh}筛查人数`, en: `${title.en}: people screened` },
      unit: people,
      better: 'higher',
      basis: { zh: '每人每期计一次', en: 'each person once a period' },
      source,
    }),
    suspected: quantity(suspected, {
      id: `${id}.suspected-count`,
      title: { zh: `筛查发现疑似${title.zh}患者数`, en: `${title.en}: suspected by screening` },
      unit: people,
      basis: { zh: '每人每期计一次', en: 'each person once a period' },
      source,
    }),
  } satisfies Record<string, Indicator>
}
