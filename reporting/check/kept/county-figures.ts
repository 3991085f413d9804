import type { House } from '@kangheng/kernel/domain/registry.ts'
import { quantityTitle, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { readFigures, type FigureReading } from '@kangheng/kernel/indicator/read-figures.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'
import { checkPlaceCode, divisionLevel } from '@kangheng/kernel/place/code.ts'
import { findPlace } from '@kangheng/kernel/place/find.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { shortCountyName } from '../../report/document.ts'
import { type IndicatorFigure, type Reconciliation, reconcileClaims } from '../reconcile.ts'
import type { Claim } from '../types.ts'
import { readMappings } from './read.ts'

/** The county's figure beside a printed one, with all it is based on. */
export type FigureBasis = Pick<
  FigureReading,
  'indicator' | 'place' | 'period' | 'value' | 'numerator' | 'denominator' | 'status' | 'closedOn'
> & { title: Text; unit: Text; basis: Text; numeratorTitle: Text; denominatorTitle: Text | null }

export type CountyReconciliation = Reconciliation & {
  place: { code: string; name: string }
  period: string
  figures: Record<string, FigureBasis>
}

type Question = { house: House; county: string; indicators: readonly Indicator[]; place: string; period: string }

function nameable(
  indicator: Indicator,
  reading: FigureReading | undefined,
  { place, period }: Question,
): IndicatorFigure {
  const { id, title, synonyms, unit } = indicator
  const [value, status] = [reading?.value ?? null, reading?.status ?? 'provisional']
  return { id, names: [title.zh, ...synonyms], unit: unit.zh, place, period, value, status }
}

function basisOf(indicator: Indicator, reading: FigureReading): FigureBasis {
  const { place, period, value, numerator, denominator, status, closedOn } = reading
  const denominatorTitle = indicator.kind === 'ratio' ? quantityTitle(indicator.denominator) : null
  return {
    ...{ indicator: indicator.id, place, period, value, numerator, denominator, status, closedOn, denominatorTitle },
    ...{ title: indicator.title, unit: indicator.unit, basis: indicator.basis },
    numeratorTitle: quantityTitle(indicator.numerator),
  }
}

/**
 * Compares the claims of one summary with the figures of a place and period, under the names of the dictionary and the words that
 * readers have mapped. Reads as far as the connection's scope reaches; refuses a place or period there is not.
 */
export async function reconcileWithCounty(
  connection: Connection,
  question: Question,
  claims: readonly Claim[],
): Promise<CountyReconciliation> {
  const { county, indicators } = question
  const place = await findPlace(connection, county, checkPlaceCode(question.place))
  if (!place) return refuse('place', { zh: '没有这个地方', en: 'There is no such place' })
  const period = getPeriod(question.period).id
  const ids = indicators.map((each) => each.id)
  const readings = await readFigures(connection, { county, indicators: ids, places: [place.code], periods: [period] })
  const byId = new Map(readings.map((reading) => [reading.indicator, reading]))
  const frame = {
    names: [place.name, shortCountyName(place.name)],
    level: divisionLevel(place.code),
    period,
  }
  const figures = indicators.map((indicator) => nameable(indicator, byId.get(indicator.id), question))
  const result = reconcileClaims(claims, figures, await readMappings(connection, question.house, county), frame)
  const used = new Set(result.compared.map((item) => item.indicator))
  return {
    ...result,
    place: { code: place.code, name: place.name },
    period,
    figures: Object.fromEntries(
      indicators.flatMap((indicator) => {
        const reading = byId.get(indicator.id)
        return reading && used.has(indicator.id) ? [[indicator.id, basisOf(indicator, reading)]] : []
      }),
    ),
  }
}
