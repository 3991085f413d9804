/** How bad an adverse event is. */
export type Severity = 'common' | 'serious' | 'death' | 'cluster'

/** Hours from finding an event to its report. Source: domain-facts § 2.3 (全国疑似预防接种异常反应监测方案): 48 hours; death, serious events and clusters 2 hours. */
const HOURS: Readonly<Record<Severity, number>> = { common: 48, serious: 2, death: 2, cluster: 2 }

const HOUR = 3_600_000

/** The moment until which an event is to be reported; hours run around the clock. */
export function reportBy(severity: Severity, foundAt: string): string {
  return new Date(new Date(foundAt).getTime() + HOURS[severity] * HOUR).toISOString()
}
