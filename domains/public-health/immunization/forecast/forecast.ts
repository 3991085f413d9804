import { type Exclusion, openCase } from './case.ts'
import { forecastDiphtheria } from './diphtheria.ts'
import { forecastMeningococcal } from './meningococcal.ts'
import { forecastPapilloma, forecastSeries, polioProduct } from './other-series.ts'
import type { Forecast, GivenDose, SeriesForecast } from './result.ts'
import type { Schedule } from './rules.ts'

/** Whom and when a forecast is for. */
export interface ForecastQuestion {
  /** Day of birth. */
  readonly birth: string
  readonly sex: 'F' | 'M'
  /** The day asked about; not before birth. */
  readonly on: string
  /** The edition that says what comes next. Doses given before its changes are judged as they were due then. */
  readonly schedule: Schedule
  /** Doses given, in any order, none before birth or after `on`: `readDoses` sees to that. */
  readonly doses: readonly GivenDose[]
  /** Contraindications (for good) and deferrals (until a day), by series. */
  readonly exclusions?: readonly Exclusion[]
}

/** Puts a next dose off, or takes it away, for a person who may not be given it. */
function withExclusions(on: string, exclusions: readonly Exclusion[], forecast: SeriesForecast): SeriesForecast {
  const { series, next } = forecast
  const mine = exclusions.filter((each) => each.series === series)
  if (!next || mine.length === 0) return forecast
  if (mine.some((each) => each.until === null)) return { ...forecast, status: 'contraindicated', next: null }
  const until = mine.reduce((latest, each) => (each.until! > latest ? each.until! : latest), next.earliest)
  if (until === next.earliest) return forecast
  const latest = until > next.latest ? until : next.latest
  const status = on < until ? 'future' : on > latest ? 'overdue' : 'due'
  return { ...forecast, status, next: { ...next, earliest: until, recommended: until, latest, status } }
}

/**
 * What is valid and what comes next, series by series, on a day. Pure: the same history gives the same answer whatever the order of its doses, and
 * a dose added later never changes the verdict on an earlier one. A million of them take seconds.
 */
export function forecast(question: ForecastQuestion): Forecast {
  const person = openCase(question, question.doses, question.on, question.schedule)
  const [dtap, dt] = forecastDiphtheria(person)
  const [a, ac] = forecastMeningococcal(person)
  const polio = forecastSeries(person, 'Polio')
  const series = [
    forecastSeries(person, 'HepB'),
    forecastSeries(person, 'BCG'),
    polio.next ? { ...polio, next: { ...polio.next, vaccine: polioProduct(person) } } : polio,
    dtap,
    dt,
    forecastSeries(person, 'MMR'),
    forecastSeries(person, 'JE'),
    a,
    ac,
    forecastSeries(person, 'HepA'),
    forecastPapilloma(person),
  ]
  const { exclusions } = question
  const settled = exclusions ? series.map((each) => withExclusions(question.on, exclusions, each)) : series
  return { series: settled, complete: settled.every((each) => each.next === null) }
}
