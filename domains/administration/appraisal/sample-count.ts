import type { SampleCount } from './scoring/score-clause.ts'

/** Adds a sample to the counts of its sheet, by item. */
export function countSample(counts: Record<string, SampleCount>, sample: { item: string; state: string }): void {
  const { drawn, judged, qualified } = counts[sample.item] ?? { drawn: 0, judged: 0, qualified: 0 }
  counts[sample.item] = {
    drawn: drawn + 1,
    judged: judged + (sample.state === 'drawn' ? 0 : 1),
    qualified: qualified + (sample.state === 'qualified' ? 1 : 0),
  }
}
