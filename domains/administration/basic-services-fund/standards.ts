/**
 * National standard per resident and year, in yuan. 2025: announced on 26 June 2025; the years before from knowledge, to be checked against the notice of the year.
 * A year that is not here has no standard yet: the county enters its own.
 * Source: domain notes § 9.2.
 */
export const STANDARDS: Readonly<Record<number, string>> = {
  2021: '79',
  2022: '84',
  2023: '89',
  2024: '94',
  2025: '99',
}

/** Bands of most counties: from 90 points all of it, from 80 ninety-five percent, and so on. LOCAL. */
export const BANDS = [
  { from: '90', percent: 100 },
  { from: '80', percent: 95 },
  { from: '70', percent: 90 },
  { from: '60', percent: 80 },
  { from: '0', percent: 70 },
] as const

/**
 * What one service counts in standardised workload (标化工作量), relative to a follow-up visit. LOCAL: counties weigh by their own price lists; a county of its own
 * mind changes these numbers.
 */
export const WORKLOAD = [
  { indicator: 'hypertension.visits', points: '1' },
  { indicator: 'diabetes.visits', points: '1' },
  { indicator: 'older-people.managed', points: '4' },
  { indicator: 'immunization.vaccinations', points: '0.8' },
  { indicator: 'health-record.opened-count', points: '1.5' },
] as const

/** Days within which money that was fixed is paid. LOCAL. */
export const PAY_WITHIN = 30
