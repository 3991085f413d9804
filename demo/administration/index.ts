import { playAppraisal } from './appraise.ts'
import { playDashboards } from './dashboards.ts'
import { playFund } from './fund.ts'
import { playQuality } from './quality.ts'
import { playRedFlag } from './red-flag.ts'
import { playSupervision, playTargetLetters } from './letters.ts'
import { playRecall } from './recall.ts'
import { fillFromFigures } from './returns.ts'
import { setStage, type Stage } from './stage.ts'

const STEPS = 9

/**
 * Plays the management of the year in a demo county, as its accounts would have done it: the appraisal of 2024, the money of 2024 and 2025, the target letters of 2025 and
 * two supervision letters, the red flag, the recall of a vaccine lot; and the returns take over what the figures have. Dashboards for those who lead are composed as well, and the month's data are scored. Everything goes through the actions, so that it can be traced like anything else; figures must have been built and closed before.
 */
export async function playAdministration(
  house: Pick<Stage, 'database' | 'house' | 'county'>,
  onProgress: (step: string, done: number, total: number) => void,
): Promise<void> {
  const title = '考核、资金、督办、报表和看板'
  onProgress(title, 0, STEPS)
  const stage = await setStage(house)
  const round = await playAppraisal(stage)
  onProgress(title, 1, STEPS)
  await playFund(stage, round)
  onProgress(title, 2, STEPS)
  await playTargetLetters(stage)
  onProgress(title, 3, STEPS)
  await playSupervision(stage)
  onProgress(title, 4, STEPS)
  await fillFromFigures(stage)
  onProgress(title, 5, STEPS)
  await playRedFlag(stage)
  onProgress(title, 6, STEPS)
  await playDashboards(stage)
  onProgress(title, 7, STEPS)
  await playQuality(stage)
  onProgress(title, 8, STEPS)
  await playRecall(stage)
  onProgress(title, STEPS, STEPS)
}
