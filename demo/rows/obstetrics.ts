import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import { yuanOf } from '@kangheng/kernel/exact/money.ts'
import { minutesBetween, momentOf, addMinutes } from '@kangheng/kernel/period/moment.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { subsidyOf } from '@kangheng/domains/public-health/delivery-subsidy/subsidy.ts'
import { subsidies } from '@kangheng/domains/public-health/delivery-subsidy/tables.ts'
import { renewFrom, validUntil } from '@kangheng/domains/public-health/obstetric-units/permission.ts'
import * as tables from '@kangheng/domains/public-health/obstetric-units/tables.ts'
import { RECORD_YEARS, dayOf, isoOf, isoOrNull, TODAY, type Day } from '../days.ts'
import type { IdKind } from '../ids.ts'
import type { Model } from '../model.ts'
import { planSubsidies, unitOf, type SubsidyApplication } from '../services/obstetrics.ts'
import { randomOf } from '../random.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

const WORK_WITHIN = 15

function subsidyRow({ county, idOf }: Model, each: SubsidyApplication, index: number): CopyValue[] {
  const { pregnancy, appliedOn, cost, reimbursed, checkedOn, paidOn } = each
  const { woman, born } = pregnancy
  const village = woman.household.village.code
  const [delivered, applied] = [isoOf(born!.child.birth), isoOf(appliedOn)]
  const amounts = { cost: yuanOf(BigInt(cost)), reimbursed: yuanOf(BigInt(reimbursed)) }
  const found = subsidyOf({
    deliveredOn: delivered,
    appliedOn: applied,
    place: born!.place,
    rural: true,
    ...amounts,
  })
  if ('refused' in found) throw new Error(`The demo planned a subsidy that is refused: ${found.refused}`)
  const state = paidOn !== null ? 'paid' : checkedOn !== null ? 'checked' : 'applied'
  return [
    ...[county, idOf('delivery-subsidy', index), village, centreCode(village.slice(0, 9)), woman.id, applied, state],
    ...[evening(applied), idOf('birth-record', pregnancy.index), delivered, born!.place, amounts.cost],
    ...[amounts.reimbursed, found.amount, isoOf((checkedOn ?? appliedOn) + WORK_WITHIN), isoOrNull(checkedOn)],
    isoOrNull(paidOn),
  ]
}

const SURNAMES = ['和', '木', '杨', '李', '王', '赵', '张']
/** A centre whose permit ended, and which went on: the finding of the demo. */
const ENDED_ON = dayOf('2025-06-30')
const THREE_YEARS = 1095

/** Permits, staff and drills of the county's units; what no permit covered; rescues of women in danger. */
export function obstetricTables(model: Model): TableRows[] {
  const { county, idOf, pregnancies, population, seed } = model
  const random = randomOf(seed, 'obstetric units')
  const centres = [...new Set(population.villages.map(({ code }) => code.slice(0, 9)))].sort()
  const units = [
    ...['001', '003'].map((number) => ({ code: `H${county}${number}`, division: county, people: 9 })),
    ...centres.map((division) => ({ code: centreCode(division), division, people: 2 })),
  ]
  const born = pregnancies.filter((each) => each.born)
  const [permits, staff, findings, drills, rescues]: CopyValue[][][] = [[], [], [], [], []]
  const head = (
    kind: IdKind,
    rows: CopyValue[][],
    unit: { code: string; division: string },
    on: Day,
    state: string,
  ) => {
    const day = isoOf(on)
    return [county, idOf(kind, rows!.length), unit.division, unit.code, null, day, state, evening(day)]
  }
  // The centre with the most births that is not among the first: a permit nobody renewed.
  const lapsed = units[5]!
  for (const [index, unit] of units.entries()) {
    const until = unit === lapsed ? ENDED_ON : TODAY + (index === 7 ? 41 : random.int(200, 900))
    const from = until - THREE_YEARS
    const hospital = unit.division === county
    const items = hospital ? '["midwifery","termination","sterilisation","prenatal-screening"]' : '["midwifery"]'
    const begins = isoOf(from)
    const last = validUntil(begins)
    const number = `M${county}-${String(index + 1).padStart(3, '0')}`
    // Whoever was permitted lately had a permit before.
    const earlier = isoOf(from - 1)
    if (earlier > '2023-12-31')
      permits!.push([
        ...head('obstetric-permit', permits!, unit, from - THREE_YEARS, 'renewed'),
        ...[`${number}-1`, items, earlier, renewFrom(earlier), 'county'],
      ])
    permits!.push([
      ...head('obstetric-permit', permits!, unit, from, 'valid'),
      ...[`${number}-2`, items, last, renewFrom(last), 'county'],
    ])
    for (let person = 0; person < unit.people; person += 1) {
      const since = TODAY - (person === 0 ? random.int(760, 980) : random.int(60, 980))
      const ends = validUntil(isoOf(since))
      staff!.push([
        ...head('obstetric-staff', staff!, unit, since, 'valid'),
        ...[`${number}-${String(person + 1).padStart(2, '0')}`, items, ends, renewFrom(ends)],
        ...[`${random.pick(SURNAMES)}助产（演示）`, person % 3 === 0 ? 'doctor' : 'midwife'],
      ])
    }
    for (const year of RECORD_YEARS)
      if (hospital || random.chance(0.7)) {
        const on = Math.min(TODAY, dayOf(`${year}-0${random.int(3, 9)}-1${random.int(0, 9)}`))
        const scenario = random.pick(['haemorrhage', 'eclampsia', 'asphyxia', 'embolism'])
        drills!.push([
          ...head('obstetric-drill', drills!, unit, on, 'held'),
          ...[scenario, random.int(8, 30), random.int(25, 70), '团队呼叫和记录不同步'],
        ])
      }
    const last365 = born.filter((each) => unitOf(county, each) === unit.code && each.born!.child.birth > TODAY - 365)
    const days = last365.map((each) => each.born!.child.birth).filter((day) => isoOf(day) > last)
    if (days.length > 0) {
      const raised = Math.min(TODAY, Math.max(...days) + 1)
      findings!.push([
        ...head('obstetric-finding', findings!, unit, raised, 'open'),
        ...['no-permit', days.length, isoOf(Math.min(...days)), isoOf(Math.max(...days)), isoOf(raised + 15)],
      ])
    }
  }
  for (const { woman, born: birth, special } of born) {
    if (special?.risk.colour !== 'red' || !birth) continue
    const village = woman.household.village.code
    const day = isoOf(birth.child.birth)
    const called = momentOf(day, '08:15')
    const received = addMinutes(called, random.int(35, 130))
    rescues!.push([
      ...[county, idOf('obstetric-rescue', rescues!.length), village, centreCode(village.slice(0, 9)), woman.id, day],
      ...['received', evening(day), random.pick(['haemorrhage', 'eclampsia', 'transfer']), `H${county}001`, called],
      ...[received, minutesBetween(called, received), 'saved'],
    ])
  }
  const applications = planSubsidies(model)
  const permission = ['number', 'items', 'validUntil', 'renewFrom'] as const
  return [
    rowsFor(
      subsidies,
      // prettier-ignore
      [...recordColumns, 'delivery', 'deliveredOn', 'place', 'cost', 'reimbursed', 'amount', 'dueOn', 'checkedOn', 'paidOn'],
      applications.length,
      applications.map((each, index) => subsidyRow(model, each, index)),
    ),
    rowsFor(tables.permits, [...recordColumns, ...permission, 'authority'], permits!.length, permits!),
    rowsFor(tables.staff, [...recordColumns, ...permission, 'name', 'profession'], staff!.length, staff!),
    rowsFor(
      tables.findings,
      [...recordColumns, 'kind', 'deliveries', 'since', 'until', 'answerBy'],
      findings!.length,
      findings!,
    ),
    rowsFor(
      tables.drills,
      [...recordColumns, 'scenario', 'participants', 'minutes', 'problems'],
      drills!.length,
      drills!,
    ),
    rowsFor(
      tables.rescues,
      [...recordColumns, 'reason', 'receivedBy', 'calledAt', 'receivedAt', 'minutes', 'outcome'],
      rescues!.length,
      rescues!,
    ),
  ]
}
