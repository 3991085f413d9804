import { demoCounty } from '../index.ts'
import type { Stage } from './stage.ts'

/** The score of the month's data, as the house gives it every night where the day moves on: checks look at what stands there, so that only the present month can have one. */
export async function playQuality(stage: Stage): Promise<void> {
  await stage.act('county-institution', demoCounty.today, 'data-quality.score.evaluate', {})
}
