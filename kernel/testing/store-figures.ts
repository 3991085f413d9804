import type { Database } from '../store/connection.ts'

/** Puts figures into the store as if they had been computed and closed; for tests that need figures and not the records behind them. */
export async function storeFigures(
  database: Database,
  county: string,
  figures: readonly {
    indicator: string
    place: string
    period: string
    value: string | null
    numerator?: string
    denominator?: string
    status?: 'provisional' | 'closed'
    atMonthEnd?: boolean
  }[],
): Promise<void> {
  for (const figure of figures) {
    await database.query(
      `insert into figure (county, indicator, place, period, definition_version, value, numerator, denominator, status, computed_at, closed_on, at_month_end)
       values ($1, $2, $3, $4, 1, $5, $6, $7, $8, now(), '2025-01-05', $9)`,
      [
        county,
        figure.indicator,
        figure.place,
        figure.period,
        figure.value,
        figure.numerator ?? null,
        figure.denominator ?? null,
        figure.status ?? 'closed',
        figure.atMonthEnd ?? false,
      ],
    )
    await database.query(
      `insert into figure_period (county, indicator, period, definition_version, computed_at, at_month_end)
       values ($1, $2, $3, 1, now(), $4) on conflict do nothing`,
      [county, figure.indicator, figure.period, figure.atMonthEnd ?? false],
    )
  }
}
