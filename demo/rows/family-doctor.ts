import { clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import * as tables from '@kangheng/domains/public-health/family-doctor/tables.ts'
import { dayOf, isoOf, isoOrNull } from '../days.ts'
import type { IdKind } from '../ids.ts'
import type { Model } from '../model.ts'
import { evidenceOf, type Evidence } from '../services/evidence.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

const HOSPITAL = 'H530721001'
const CITY_HOSPITAL = '丽江市人民医院'

/** Teams, members and packages. */
export function teamTables({ county, teams, packages }: Model): TableRows[] {
  const teamRows = teams.map((team): CopyValue[] => {
    const formed = isoOf(team.formedOn)
    return [
      county,
      team.id,
      team.township,
      team.institution,
      null,
      formed,
      'active',
      evening(formed),
      team.name,
      JSON.stringify(team.villages),
      HOSPITAL,
      CITY_HOSPITAL,
    ]
  })
  const memberRows = teams.flatMap((team) =>
    team.members.map((member): CopyValue[] => {
      const joined = isoOf(member.joinedOn)
      const left = isoOrNull(member.leftOn)
      return [
        county,
        member.id,
        team.township,
        member.institution,
        null,
        joined,
        left ? 'left' : 'serving',
        evening(joined),
        team.id,
        member.name,
        member.kind,
        left,
      ]
    }),
  )
  const offered = isoOf(dayOf('2022-12-20'))
  const packageRows = packages.map((each): CopyValue[] => {
    const { id, code, name, grade, fee, groups, items } = each
    return [
      county,
      id,
      county,
      null,
      null,
      offered,
      'offered',
      evening(offered),
      code,
      name,
      grade,
      fee,
      JSON.stringify(groups),
      JSON.stringify(items),
    ]
  })
  return [
    rowsFor(
      tables.teams,
      [...recordColumns, 'name', 'villages', 'countyHospital', 'cityHospital'],
      teamRows.length,
      teamRows,
    ),
    rowsFor(tables.members, [...recordColumns, 'team', 'name', 'kind', 'leftOn'], memberRows.length, memberRows),
    rowsFor(
      tables.packages,
      [...recordColumns, 'code', 'name', 'grade', 'fee', 'groups', 'items'],
      packageRows.length,
      packageRows,
    ),
  ]
}

function* contractRows({ county, contracts }: Model): Generator<CopyValue[]> {
  for (const contract of contracts) {
    const { person, team, package: chosen, signedOn, startsOn, endsOn, agreedEndsOn } = contract
    const signed = isoOf(signedOn)
    yield [
      ...[
        county,
        contract.id,
        person.household.village.code,
        team.institution,
        person.id,
        signed,
        contract.state,
        evening(signed),
      ],
      ...[
        team.id,
        contract.doctor.id,
        chosen.id,
        contract.household,
        contract.years,
        isoOf(startsOn),
        isoOf(endsOn),
        isoOf(agreedEndsOn),
      ],
      ...[chosen.grade, chosen.fee, chosen.itemsDue, contract.renews, contract.endReason],
    ]
  }
}

function* membershipRows({ county, key, idOf, patients }: Model): Generator<CopyValue[]> {
  let serial = 0
  // Who is in a key group for a disease is there because of the registration as a patient.
  const registered = new Map(
    patients.map(({ index, disease, person }) => [`${person.index} ${disease}`, idOf('chronic-patient', index)]),
  )
  for (const { person, group, from, to, source, sourceId, endReason } of key.memberships) {
    const { village } = person.household
    const entered = isoOf(from)
    yield [
      ...[
        county,
        idOf('membership', serial++),
        village.code,
        clinicCode(village.code),
        person.id,
        entered,
        to === null ? 'member' : 'ended',
        evening(entered),
      ],
      ...[group, isoOrNull(to), source, registered.get(`${person.index} ${group}`) ?? sourceId, endReason],
    ]
  }
}

const modes = ['home', 'clinic', 'home', 'clinic', 'phone', 'home']

/** Services that the team records itself; the others are uses of the health record. */
function* serviceRows({ county, deliveries, idOf }: Model): Generator<CopyValue[]> {
  for (const [index, { contract, service, on }] of deliveries.entries()) {
    if (evidenceOf(service) !== 'family-doctor.service') continue
    const { person, team, doctor } = contract
    const day = isoOf(on)
    yield [
      ...[
        county,
        idOf('service', index),
        person.household.village.code,
        team.institution,
        person.id,
        day,
        'given',
        evening(day),
      ],
      ...[contract.id, doctor.id, service, modes[index % modes.length]!],
    ]
  }
}

const idsOf: Record<Evidence, IdKind> = {
  'family-doctor.service': 'service',
  'health-record.examination': 'examination',
  'health-record.use': 'record-use',
}

function* deliveryRows({ county, deliveries, idOf }: Model): Generator<CopyValue[]> {
  for (const [index, { contract, item, service, on, yearEndsOn }] of deliveries.entries()) {
    const { person, team } = contract
    const day = isoOf(on)
    const evidence = evidenceOf(service)
    yield [
      ...[
        county,
        idOf('delivery', index),
        person.household.village.code,
        team.institution,
        person.id,
        day,
        'credited',
        evening(day),
      ],
      ...[contract.id, item, service, true, isoOf(yearEndsOn)],
      ...[evidence, idOf(idsOf[evidence], index)],
    ]
  }
}

/** Contracts, key population, services and deliveries. */
export function contractTables(model: Model): TableRows[] {
  const own = model.deliveries.filter(({ service }) => evidenceOf(service) === 'family-doctor.service').length
  return [
    rowsFor(
      tables.contracts,
      // prettier-ignore
      [...recordColumns, 'team', 'doctor', 'package', 'household', 'years', 'startsOn', 'endsOn', 'agreedEndsOn', 'grade', 'fee', 'itemsDue', 'renews', 'endReason'],
      model.contracts.length,
      contractRows(model),
    ),
    rowsFor(
      tables.keyMemberships,
      [...recordColumns, 'group', 'endsOn', 'source', 'sourceId', 'endReason'],
      model.key.memberships.length,
      membershipRows(model),
    ),
    rowsFor(tables.services, [...recordColumns, 'contract', 'doctor', 'kind', 'mode'], own, serviceRows(model)),
    rowsFor(
      tables.deliveries,
      [...recordColumns, 'contract', 'item', 'service', 'counts', 'yearEndsOn', 'evidenceRecord', 'evidenceId'],
      model.deliveries.length,
      deliveryRows(model),
    ),
  ]
}
