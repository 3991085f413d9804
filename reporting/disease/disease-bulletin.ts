import {
  classTitles,
  diseaseTitles,
  readAnalysis,
  type ComparedSpan,
  type DiseaseCount,
} from '@kangheng/domains/public-health/communicable-disease/index.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { findPeriod } from '@kangheng/kernel/period/period.ts'
import { getPlace } from '@kangheng/kernel/place/find.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { bind, type BoundFigure } from '@kangheng/kernel/wording/bound.ts'
import type { Block, FigureRef, Inline, PlaceRef, ReportDocument, TableRow } from '@kangheng/kernel/wording/model.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { identityOf } from '../document/figures.ts'
import { openBinder } from '../report/binder.ts'
import { shortCountyName } from '../report/document.ts'
import { countFigure } from './count-figure.ts'

/** What a disease bulletin is made of. */
export interface BulletinRequest {
  readonly county: string
  readonly indicators: readonly Indicator[]
  /** A week (weekly bulletin) or a month. */
  readonly span: ComparedSpan
  readonly today: string
  readonly synthetic: boolean
}

type Count = 'cases' | 'lastYear' | 'before' | 'deaths'
const LEADING = 5
const CASES = { zh: '例', en: 'cases' }
const PEOPLE = { zh: '人', en: 'people' }
const paragraph = (...parts: Inline[]): Block => ({ kind: 'paragraph', parts })

/** A bulletin with every figure it quotes, by identity, so that who edits it can quote them again. */
export interface MadeBulletin {
  readonly document: ReportDocument
  readonly figures: ReadonlyMap<string, BoundFigure>
}

/** Makes figures of counted cards, each compared with the same time of last year and the span before. */
function counter(place: PlaceRef, span: ComparedSpan) {
  const spans = { cases: span, deaths: span, lastYear: span.lastYear, before: span.before ?? span }
  const figure = (
    rows: readonly DiseaseCount[],
    what: Count,
    name: { zh: string; en: string },
    query: string,
  ): FigureRef => {
    const period = spans[what]
    const deaths = what === 'deaths'
    return countFigure({
      id: `communicable-disease.cards-${deaths ? 'deaths' : 'cases'}${query ? `-${query}` : ''}`,
      title: { zh: `${name.zh}${deaths ? '死亡数' : '发病数'}`, en: `${name.en}: ${deaths ? 'deaths' : 'cases'}` },
      place,
      period: { id: period.id, title: period.title },
      value: rows.reduce((sum, row) => sum + row[what], 0),
      unit: deaths ? PEOPLE : CASES,
      link: `/disease-analysis?place=${place.code}&period=${period.id}${query ? `&disease=${query}` : ''}`,
    })
  }
  const bound = (rows: readonly DiseaseCount[], name: { zh: string; en: string }, query = ''): BoundFigure =>
    bind(figure(rows, 'cases', name, query), {
      better: 'lower',
      sameTimeLastYear: figure(rows, 'lastYear', name, query),
      ...(span.before ? { previousPeriod: figure(rows, 'before', name, query) } : {}),
    })
  return { figure, bound }
}

/** The county's rates by class from its figures, as the summaries print them; a week has none. */
async function rateSentence(
  connection: Connection,
  { county, indicators, span }: BulletinRequest,
  keep: (bound: BoundFigure) => BoundFigure,
): Promise<Block[]> {
  if (!findPeriod(span.id)) return []
  const binder = await openBinder(connection, { county, indicators, place: county, period: span.id })
  const rate = (id: string) => keep(binder.bound(indicators.find((each) => each.id === `communicable-disease.${id}`)!))
  const [all, b, c, mortality] = [rate('incidence'), rate('incidence-b'), rate('incidence-c'), rate('mortality')]
  return [
    paragraph(
      ...zh`法定传染病报告发病率${all}，${all.sameTimeLastYear}，死亡率${mortality}；乙类发病率${b}，${b.sameTimeLastYear}；丙类发病率${c}，${c.sameTimeLastYear}。`,
    ),
  ]
}

/**
 * The weekly or monthly bulletin of communicable disease: totals and classes with the same time of last year, the diseases in a table, the leading ones in a
 * sentence, signals and clusters. Made by who sees all cards; HIV and sexually transmitted diseases stand in it as totals of the county.
 */
export async function diseaseBulletin(connection: Connection, request: BulletinRequest): Promise<MadeBulletin> {
  const { county, span, today, synthetic } = request
  const { name, englishName } = await getPlace(connection, county, county)
  const place = { code: county, title: { zh: name, en: englishName } }
  const { diseases } = await readAnalysis(connection, { county, place: county, span })
  const figures = new Map<string, BoundFigure>()
  const keep = (one: BoundFigure) => {
    figures.set(identityOf(one.figure), one)
    return one
  }
  const counted = counter(place, span)
  const bound: typeof counted.bound = (...what) => keep(counted.bound(...what))
  const { figure } = counted
  const of = (diseaseClass: string) => diseases.filter((row) => row.diseaseClass === diseaseClass)
  const total = bound(diseases, { zh: '法定传染病', en: 'Notifiable diseases' })
  const [a, b, c] = (['A', 'B', 'C'] as const).map((each) => bound(of(each), classTitles[each], `class-${each}`))
  const deaths = keep(bind(figure(diseases, 'deaths', { zh: '法定传染病', en: 'Notifiable diseases' }, '')))
  const week = span.id.includes('W')
  // Every disease may be quoted by who edits it, not only those of the first draft.
  const ofDisease = new Map(
    diseases.map((row) => [row.disease, bound([row], diseaseTitles[row.disease]!, row.disease)]),
  )
  const leading = diseases
    .filter((row) => row.cases > 0)
    .toSorted((one, other) => other.cases - one.cases)
    .slice(0, LEADING)
    .map((row) => ({
      name: diseaseTitles[row.disease]!.zh,
      count: ofDisease.get(row.disease)!,
    }))
  const rows = diseases.map((row): TableRow => ({
    kind: 'body',
    cells: [
      { kind: 'text', text: classTitles[row.diseaseClass as keyof typeof classTitles].zh },
      { kind: 'text', text: diseaseTitles[row.disease]!.zh },
      ...(['cases', 'deaths', 'before', 'lastYear'] as const).map((what) => ({
        kind: 'figure' as const,
        figure: figure([row], what, diseaseTitles[row.disease]!, row.disease),
      })),
    ],
  }))
  const [work] = await connection.query<{ signals: number; verified: number; clusters: number; cases: number }>(
    `select (select count(*) from disease_signal where county = $1 and voided_at is null and happened_on between $2 and $3)::int as signals,
       (select count(*) from disease_signal where county = $1 and voided_at is null and verified_in_time and happened_on between $2 and $3)::int as verified,
       (select count(*) from disease_cluster where county = $1 and voided_at is null and happened_on between $2 and $3)::int as clusters,
       (select coalesce(sum(cases), 0) from disease_cluster where county = $1 and voided_at is null and happened_on between $2 and $3)::int as cases`,
    [county, span.from, span.until],
  )
  const list = (record: string) => `/records/${record}?from=${span.from}&to=${span.until}`
  const workCount = (id: string, title: string, value: number, unit: string, record: string) =>
    keep(
      bind(
        countFigure({
          id: `communicable-disease.${id}`,
          title: { zh: title, en: id },
          place,
          period: { id: span.id, title: span.title },
          value,
          unit: { zh: unit, en: '' },
          link: list(record),
        }),
      ),
    )
  const [signals, verified] = [
    workCount('span-signals', '预警信号数', work!.signals, '个', 'communicable-disease.signal'),
    workCount('span-signals-verified', '2小时内核实的信号数', work!.verified, '个', 'communicable-disease.signal'),
  ]
  const [clusters, clustered] = [
    workCount('span-clusters', '聚集性疫情起数', work!.clusters, '起', 'communicable-disease.cluster'),
    workCount('span-cluster-cases', '聚集性疫情病例数', work!.cases, '例', 'communicable-disease.cluster'),
  ]
  const kind = week ? '周报' : '月报'
  const document: ReportDocument = {
    kind: 'summary',
    // A week says its days in brackets of its own.
    title: `${shortCountyName(name)}传染病疫情${kind}\n${week ? span.title.zh : `（${span.title.zh}）`}`,
    organisation: `${shortCountyName(name)}疾病预防控制中心`,
    issuedOn: today,
    place,
    period: { id: span.id, title: span.title },
    status: 'draft',
    synthetic,
    opening: [
      {
        kind: 'paragraph',
        parts: zh`${span.title.zh}，全县报告法定传染病${total}，${total.previousPeriod}，${total.sameTimeLastYear}；死亡${deaths}。`,
      },
    ],
    sections: [
      {
        id: 'classes',
        title: '疫情概况',
        blocks: [
          paragraph(...zh`甲类传染病${a!}；乙类${b!}，${b!.sameTimeLastYear}；丙类${c!}，${c!.sameTimeLastYear}。`),
          ...(await rateSentence(connection, request, keep)),
        ],
      },
      {
        id: 'diseases',
        title: '分病种情况',
        blocks: [
          ...(leading.length > 0
            ? [
                paragraph(
                  { kind: 'text', text: `报告发病数居前${leading.length}位的病种：` },
                  ...leading.flatMap(({ name: disease, count }, index): Inline[] => [
                    ...zh`${disease}${count}，${count.sameTimeLastYear}`,
                    { kind: 'text', text: index === leading.length - 1 ? '。' : '；' },
                  ]),
                ),
              ]
            : []),
          {
            kind: 'table',
            title: '法定传染病分病种发病和死亡',
            place,
            period: { id: span.id, title: span.title },
            basis: {
              zh: '已审核的临床诊断和确诊病例，按审核日期和现住址；艾滋病、性病仅列全县合计',
              en: 'reviewed cases; HIV and sexually transmitted diseases as totals of the county',
            },
            asOf: today < span.until ? today : span.until,
            columns: [
              { title: '类别', kind: 'text' },
              { title: '病种', kind: 'text' },
              { title: '本期发病', unit: '例', kind: 'number' },
              { title: '本期死亡', unit: '人', kind: 'number' },
              { title: '上期发病', unit: '例', kind: 'number' },
              { title: '上年同期发病', unit: '例', kind: 'number' },
            ],
            rows,
          },
        ],
      },
      {
        id: 'outbreaks',
        title: '预警和聚集性疫情',
        blocks: [
          paragraph(
            ...zh`早期预警发出信号${signals}，其中2小时内核实${verified}；聚集性疫情立案${clusters}，涉及病例${clustered}。`,
          ),
        ],
      },
    ],
  }
  return { document, figures }
}
