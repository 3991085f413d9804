import { actors, type TestCounty } from '../../testing/county.ts'
import { diabetes } from '../diabetes/index.ts'
import { hypertension } from '../hypertension/index.ts'
import { physicalExamination } from './index.ts'

/** The lines of business that examinations need in a test county, beside residents and health records. */
export const examinationLines = [hypertension, diabetes, physicalExamination]

/** A county where people can be entered. */
interface PeopledCounty<More> extends TestCounty {
  enter(birth: string, more?: More): Promise<string>
}

/** Adds an open campaign with one stop in a village on 20 December 2025, and functions to bring people there. */
export async function withCampaign<More, County extends PeopledCounty<More>>(
  county: County & PeopledCounty<More>,
  village: string,
) {
  const township = actors.township(village.slice(0, 9))
  /** Runs an action of the line as the township centre; gives the id of what it wrote. */
  const run = async (action: string, input: object, id?: string) =>
    (await county.act(township, `physical-examination.${action}`, input, id ? { id } : undefined)).id!
  const campaign = await run('campaign.open', {
    ...{ title: '秋季体检', startsOn: '2025-11-01', endsOn: '2025-12-31', happenedOn: '2025-11-01' },
    groups: ['older', 'hypertension', 'diabetes', 'farmer'],
  })
  return Object.assign(county, {
    ...{ campaign, run },
    stop: await run('stop.plan', { campaign, village, visitsOn: '2025-12-20' }),
    /** Enters somebody with a health record. */
    async recorded(birth: string, more?: More) {
      const person = await county.enter(birth, more)
      await county.act(township, 'health-record.record.open', { person, happenedOn: '2024-01-02' })
      return person
    },
  })
}
