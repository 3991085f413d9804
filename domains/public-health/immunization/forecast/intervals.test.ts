import { type Example, testExamples } from './testing/cases.ts'

/** series, doses before, vaccine, id, first day that counts, day asked about (when not 17 years) */
type Row = readonly [
  series: Example['series'],
  before: string,
  vaccine: string,
  id: string,
  first: string,
  more?: Partial<Example>,
]

const source = 'domain-facts § 2.2'
const born2018: Partial<Example> = { birth: '2018-03-10', on: '2030-02-01' }

/** Each interval at its last day too soon and at its first day, with the forecast of that day. */
const table: readonly Row[] = [
  ['HepB', 'HepB 3m', 'HepB', 'hepb-2', '3m+28d'],
  ['HepB', 'HepB 0d, HepB 5m', 'HepB', 'hepb-3', '5m+60d'],
  ['HepB', 'HepB 5m, HepB 6m', 'HepB', 'hepb-3', '9m'],
  ['HepB', 'HepB 2y, HepB 2y+28d', 'HepB', 'hepb-3', '28m'],
  ['Polio', 'IPV 5m', 'IPV', 'polio-2', '5m+28d'],
  ['Polio', 'IPV 5m, IPV 7m', 'bOPV', 'polio-3', '7m+28d'],
  ['Polio', 'IPV 5y, IPV 62m', 'bOPV', 'polio-3', '62m+28d'],
  ['Polio', 'IPV 5y, IPV 62m, bOPV 64m', 'bOPV', 'polio-4', '64m+28d'],
  ['DTaP', 'DTaP 5m', 'DTaP', 'dtap-2', '5m+28d'],
  ['DTaP', 'DTaP 5m, DTaP 8m', 'DTaP', 'dtap-3', '8m+28d'],
  ['DTaP', 'DTaP 5m, DTaP 8m, DTaP 14m', 'DTaP', 'dtap-4', '20m'],
  ['DTaP', 'DTaP 2m, DTaP 4m, DTaP 6m, DTaP 65m', 'DTaP', 'dtap-5', '77m'],
  ['MMR', 'MMR 20m', 'MMR', 'mmr-2', '20m+28d'],
  ['JE', 'JE-L 20m', 'JE-L', 'je-2', '32m'],
  ['JE', 'JE-I 9m', 'JE-I', 'je-2', '9m+7d'],
  ['JE', 'JE-I 23m, JE-I 23m+10d', 'JE-I', 'je-3', '24m+10d'],
  ['JE', 'JE-I 8m, JE-I 8m+7d, JE-I 4y', 'JE-I', 'je-4', '7y'],
  ['MPSV-A', 'MPSV-A 10m', 'MPSV-A', 'mpsva-2', '13m'],
  ['MPSV-AC', 'MPSV-A 6m, MPSV-A 9m, MPSV-AC 5y', 'MPSV-AC', 'mpsvac-2', '8y'],
  ['HepA', 'HepA-I 30m', 'HepA-I', 'hepa-2', '36m'],
  ['HepA', 'HepA-I 30m', 'HepA-L', 'hepa-2', '36m'],
  ['HPV', 'HPV2 13y', 'HPV2', 'hpv-2', '162m'],
  // DT, counted together with DTaP.
  ['DT', '', 'DT', 'dt-1', '7y', born2018],
  ['DT', 'DT 7y', 'DT', 'dt-2', '7y+28d', born2018],
  ['DT', 'DT 7y, DT 86m', 'DT', 'dt-3', '92m', born2018],
  ['DT', 'DTaP 3m', 'DT', 'dt-1', '7y', born2018],
  ['DT', 'DTaP 3m, DT 7y', 'DT', 'dt-2', '90m', born2018],
  ['DT', 'DTaP 3m, DTaP 4m, DTaP 71m', 'DT', 'dt-1', '7y', born2018],
  ['DT', 'DTaP 3m, DTaP 4m, DTaP 5m, DTaP 71m', 'DT', 'dt-1', '7y', born2018],
  ['DT', 'DTaP 3m, DTaP 4m, DTaP 5m', 'DT', 'dt-1', '6y', { ...born2018, schedule: '2021' }],
  ['DT', 'DTaP 3m, DTaP 4m, DTaP 5m, DTaP 71m', 'DT', 'dt-1', '83m', { ...born2018, schedule: '2021' }],
  ['DT', 'DTaP 3m, DTaP 4m, DTaP 70m', 'DT', 'dt-1', '76m', { ...born2018, schedule: '2021' }],
]

const mine = (before: string, series: Example['series']) =>
  before
    .split(', ')
    .filter(
      (dose) =>
        dose &&
        (series === 'DT' ? dose.startsWith('DT ') : !series.startsWith('MPSV') || dose.startsWith(`${series} `)),
    )

/** Before seven years DTaP is still given, and DT not forecast. */
const stillDTaP = (series: Example['series'], first: string) => series === 'DT' && first === '7y'

const why = (series: Example['series'], before: string, first: string) =>
  series === 'DT' && (first === '7y' || first === '6y') && mine(before, series).length === 0 ? 'too-young' : 'interval'

testExamples(
  table.flatMap(([series, before, vaccine, id, first, more]): Example[] => {
    const common = { source, series, on: '17y', ...more }
    const given = (age: string) => [before, `${vaccine} ${age}`].filter(Boolean).join(', ')
    const earlier = mine(before, series).map((_, index) => `${id.split('-')[0]}-${index + 1}`)
    const soon = /[+]/.test(first)
      ? first.replace(/\d+d$/, (days) => `${Number.parseInt(days, 10) - 1}d`)
      : `${first}-1d`
    const doses = (verdict: string) => [...earlier, verdict].join(' ')
    return [
      { ...common, given: given(soon), doses: doses(why(series, before, first)) },
      { ...common, given: given(first), doses: doses(id) },
      // A dose that came too soon is repeated; the interval counts from the valid dose before it.
      { ...common, on: first, given: given(soon), next: `${id} due` },
      { ...common, on: soon, given: before, next: `${id} future` },
      { ...common, on: first, given: before, next: `${id} due` },
    ].filter(
      ({ next }) =>
        next === undefined || (vaccine !== 'HepA-L' && !(next.endsWith('future') && stillDTaP(series, first))),
    )
  }),
)
