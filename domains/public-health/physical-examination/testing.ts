import { actors } from '../../testing/county.ts'
import { diabetes } from '../diabetes/index.ts'
import { openFamilyDoctorCounty, TOWNSHIP, VILLAGE, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { hypertension } from '../hypertension/index.ts'
import { physicalExamination } from './index.ts'

/** A county with an open campaign and one stop, and functions to bring people there. */
export interface ExaminationCounty extends FamilyDoctorCounty {
  readonly campaign: string
  readonly stop: string
  /** Somebody with a health record. */
  recorded(birth: string, more?: Parameters<FamilyDoctorCounty['enter']>[1]): Promise<string>
  /** Runs an action of the line as the township centre; gives the id of what it wrote. */
  run(action: string, input: object, id?: string): Promise<string>
}

/** Opens the test county on a day in the middle of its campaign. */
export async function openExaminationCounty(today: string): Promise<ExaminationCounty> {
  const county = await openFamilyDoctorCounty(today, [hypertension, diabetes, physicalExamination])
  const township = actors.township(TOWNSHIP)
  const run = async (action: string, input: object, id?: string) =>
    (await county.act(township, `physical-examination.${action}`, input, id ? { id } : undefined)).id!
  const campaign = await run('campaign.open', {
    ...{ title: '秋季体检', startsOn: '2025-11-01', endsOn: '2025-12-31', happenedOn: '2025-11-01' },
    groups: ['older', 'hypertension', 'diabetes', 'farmer'],
  })
  return Object.assign(county, {
    campaign,
    run,
    stop: await run('stop.plan', { campaign, village: VILLAGE, visitsOn: '2025-12-20' }),
    async recorded(birth: string, more?: Parameters<FamilyDoctorCounty['enter']>[1]) {
      const person = await county.enter(birth, more)
      await county.act(township, 'health-record.record.open', { person, happenedOn: '2024-01-02' })
      return person
    },
  })
}
