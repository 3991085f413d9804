import { actors } from '../../testing/county.ts'
import { communicableDisease, communicableDiseasePolicies } from '../communicable-disease/index.ts'
import { openFamilyDoctorCounty, TOWNSHIP, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { tuberculosis } from './index.ts'

/** A county with the family doctors of 石鼓镇 and functions to notify patients and visit them. */
export interface TuberculosisCounty extends FamilyDoctorCounty {
  notify(person: string, happenedOn: string, more?: object): Promise<string>
  firstVisit(patient: string, on: string, more?: object): Promise<unknown>
  visit(person: string, happenedOn: string, found?: object): Promise<string>
}

/** Opens the test county on a day. */
export async function openTuberculosisCounty(today: string): Promise<TuberculosisCounty> {
  const county = await openFamilyDoctorCounty(today, [communicableDisease, tuberculosis], [communicableDiseasePolicies])
  const act = async (action: string, input: object, id?: string) =>
    (await county.act(actors.township(TOWNSHIP), `tuberculosis.${action}`, input, ...(id ? [{ id }] : []))).id!
  return Object.assign(county, {
    notify: (person: string, happenedOn: string, more: object = {}) =>
      act('patient.notify', {
        person,
        happenedOn,
        time: '16:20',
        hospital: '县人民医院',
        bacteriology: 'positive',
        resistance: 'sensitive',
        treatmentKind: 'new',
        startedOn: happenedOn,
        ...more,
      }),
    firstVisit: (patient: string, on: string, more: object = {}) =>
      act('patient.first-visit', { on, time: '10:00', supervisor: 'family', ...more }, patient),
    visit: (person: string, happenedOn: string, found: object = {}) =>
      act('visit.record', { person, happenedOn, mode: 'home', missedDoses: 0, ...found }),
  })
}
