import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import * as tables from '@kangheng/domains/public-health/poverty-relief/tables.ts'
import { type Day, isoOf, isoOrNull } from '../days.ts'
import type { Model } from '../model.ts'
import type { Household } from '../people/model.ts'
import { planReliefWork } from '../services/relief-work.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

/** The register and what was done for the people on it. */
export function reliefTables({ county, seed, relief, idOf }: Model): TableRows[] {
  const head = (id: string, household: Household, person: string | null, on: Day, state: string): CopyValue[] => {
    const { code } = household.village
    const day = isoOf(on)
    return [county, id, code, centreCode(code.slice(0, 9)), person, day, state, evening(day)]
  }
  const householdRows = relief.households.map((home) => [
    ...head(home.id, home.household, null, home.registeredOn, 'listed'),
    ...[
      home.household.id,
      home.number,
      home.household.headName,
      home.standing,
      home.monitoredAs,
      JSON.stringify(home.causes),
    ],
  ])
  const entryRows = relief.entries.map((entry) => [
    ...head(
      entry.id,
      entry.person.household,
      entry.person.id,
      entry.enteredOn,
      entry.removedOn ? 'removed' : entry.disposition ? 'not-due' : 'due',
    ),
    ...[
      entry.home.id,
      entry.home.standing,
      entry.disposition,
      isoOrNull(entry.dispositionOn),
      entry.reason,
      entry.note,
      entry.duplicateOf,
      isoOrNull(entry.removedOn),
    ],
  ])
  const work = planReliefWork(relief, seed)
  const illnessRows = work.illnesses.map((illness, index) => [
    ...head(idOf('illness', index), illness.person.household, illness.person.id, illness.on, 'verified'),
    ...[illness.disease, illness.class, illness.foundBy],
  ])
  const treatmentRows = work.treatments.map((each, index) => [
    ...head(
      idOf('treatment', index),
      each.person.household,
      each.person.id,
      each.enrolledOn,
      each.closedOn ? 'closed' : each.treatedOn ? 'treated' : 'enrolled',
    ),
    ...[
      idOf('illness', each.illness),
      each.disease,
      each.hospital,
      isoOrNull(each.treatedOn),
      isoOrNull(each.closedOn),
      each.outcome,
    ],
    ...[each.totalCost, each.insurancePaid, each.aidPaid],
  ])
  const linkRows = work.links.map((link, index) => [
    ...head(idOf('link', index), link.home.household, null, link.from, 'linked'),
    ...[link.home.id, link.official, link.unit],
  ])
  const visitRows = work.visits.map((visit, index) => [
    ...head(idOf('visit', index), visit.home.household, null, visit.on, 'made'),
    ...[visit.home.id, visit.official, visit.purpose, visit.aid],
  ])
  return [
    rowsFor(
      tables.reliefHouseholds,
      [...recordColumns, 'household', 'number', 'headName', 'standing', 'monitoredAs', 'causes'],
      householdRows.length,
      householdRows,
    ),
    rowsFor(
      tables.reliefEntries,
      [
        ...recordColumns,
        'reliefHousehold',
        'standing',
        'disposition',
        'dispositionOn',
        'reason',
        'note',
        'duplicateOf',
        'removedOn',
      ],
      entryRows.length,
      entryRows,
    ),
    rowsFor(tables.reliefIllnesses, [...recordColumns, 'disease', 'class', 'foundBy'], illnessRows.length, illnessRows),
    rowsFor(
      tables.reliefTreatments,
      [
        ...recordColumns,
        'illness',
        'disease',
        'hospital',
        'treatedOn',
        'closedOn',
        'outcome',
        'totalCost',
        'insurancePaid',
        'aidPaid',
      ],
      treatmentRows.length,
      treatmentRows,
    ),
    rowsFor(tables.reliefLinks, [...recordColumns, 'reliefHousehold', 'official', 'unit'], linkRows.length, linkRows),
    rowsFor(
      tables.reliefVisits,
      [...recordColumns, 'reliefHousehold', 'official', 'purpose', 'aid'],
      visitRows.length,
      visitRows,
    ),
  ]
}
