import { playAppraisal } from './appraise.ts'
import { playDashboards } from './dashboards.ts'
import { playFund } from './fund.ts'
import { playSupervision, playTargetLetters } from './letters.ts'
import { fillFromFigures } from './returns.ts'
import { setStage, type Stage } from './stage.ts'

/**
 * Plays the management of the year in a demo county, as its accounts would have done it: the appraisal of 2024, the money of 2024 and 2025, the target letters of 2025 and
 * two supervision letters; and the returns take over what the figures have. Dashboards for those who lead are composed as well. Everything goes through the actions, so that it can be traced like anything else; figures must have been built and closed before.
 */
export async function playAdministration(
  house: Pick<Stage, 'database' | 'house' | 'county'>,
  onProgress: (step: string, done: number, total: number) => void,
): Promise<void> {
  const title = '考核、资金、督办、报表和看板'
  onProgress(title, 0, 6)
  const stage = await setStage(house)
  const round = await playAppraisal(stage)
  onProgress(title, 1, 6)
  await playFund(stage, round)
  onProgress(title, 2, 6)
  await playTargetLetters(stage)
  onProgress(title, 3, 6)
  await playSupervision(stage)
  onProgress(title, 4, 6)
  await fillFromFigures(stage)
  onProgress(title, 5, 6)
  await playDashboards(stage)
  onProgress(title, 6, 6)
}
