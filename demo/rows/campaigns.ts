import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { addYears } from '@kangheng/kernel/period/date.ts'
import { judge } from '@kangheng/domains/public-health/healthy-places/score.ts'
import {
  shippedStandards,
  type ShippedStandardId,
} from '@kangheng/domains/public-health/healthy-places/standards/index.ts'
import * as tables from '@kangheng/domains/public-health/healthy-places/tables.ts'
import { planOf } from '../county-plan.ts'
import { dayOf, isoOf, TODAY, type Day } from '../days.ts'
import type { Model } from '../model.ts'
import { randomOf, type Random } from '../random.ts'
import { recordColumns, rowsFor, type TableRows } from './load-table.ts'
import { placeRow } from './place-row.ts'

type Row = CopyValue[]
const ISSUED = dayOf('2022-03-15')
const WHY = ['现场有零星垃圾', '台账记录不全', '宣传栏未按期更换', '防蝇防鼠设施不完善', '保洁不及时', '制度未上墙']
const UNITS = ['中心完小', '镇政府机关', '供电所']

/** Where an applicant of the demo has come to. */
type Course = 'named' | 'suspended' | 'recommended' | 'mending' | 'self-checked' | 'applied'

/** Campaigns of townships, villages, units and households by the shipped standards: most were named in earlier years, some are on their way. */
export function campaignTables({ county, seed, idOf, population }: Model): TableRows[] {
  const random = randomOf(seed, 'campaigns')
  const [standards, items, applications, checks, shortfalls]: [Row[], Row[], Row[], Row[], Row[]] = [[], [], [], [], []]
  const at = { division: county }
  const standardOf = new Map<ShippedStandardId, string>()
  for (const [id, each] of Object.entries(shippedStandards) as [
    ShippedStandardId,
    (typeof shippedStandards)[ShippedStandardId],
  ][]) {
    const standard = idOf('campaign-standard', standards.length)
    standardOf.set(id, standard)
    standards.push([
      ...placeRow(county, standard, at, ISSUED - 30, 'issued'),
      ...[`${each.title.zh}评审标准`, each.kind, each.level, 2022, each.source, each.passFrom, each.validYears],
      ...['requires' in each ? each.requires : null, isoOf(ISSUED)],
    ])
    for (const item of each.items)
      items.push([
        ...placeRow(county, idOf('campaign-item', items.length), at, ISSUED - 30, 'listed'),
        ...[standard, item.code, item.part, item.requirement, item.points, 'decisive' in item],
      ])
  }

  /** One check: a few points lost, as many as its outcome asks for. @returns the score. */
  function check(
    of: { id: string; name: string; division: string; standard: ShippedStandardId },
    kind: string,
    { on, passed, mendBy }: { on: Day; passed: boolean; mendBy: Day | null },
  ): string {
    const { items: asked, passFrom } = shippedStandards[of.standard]
    const whole = asked.map(({ code, points, ...more }) => ({
      code,
      points: String(points),
      decisive: 'decisive' in more,
    }))
    const plain = whole.filter(({ decisive }) => !decisive)
    const decisive = whole.find((item) => item.decisive)
    // Where it fails it fails at what decides, or else by many points.
    const losses = passed
      ? random
          .shuffle([...plain])
          .slice(0, 2)
          .map((item) => ({ ...item, points: String(random.int(1, 4) / 2) }))
      : decisive
        ? [{ ...decisive, points: '1' }]
        : plain.slice(0, 2).map((item) => ({ ...item, points: item.points }))
    const judged = judge(whole, losses, String(passFrom))
    const id = idOf('campaign-check', checks.length)
    checks.push([
      ...placeRow(county, id, of, on, 'recorded'),
      ...[of.id, of.name, kind, judged.score, judged.passed, judged.decisive.join('、') || null],
      kind === 'self' ? '乡镇自查组' : '县爱卫办检查组',
    ])
    for (const { code, points } of losses)
      shortfalls.push([
        ...placeRow(
          county,
          idOf('campaign-shortfall', shortfalls.length),
          of,
          on,
          mendBy === null ? 'noted' : 'to-mend',
        ),
        ...[of.id, id, of.name, code, asked.find((item) => item.code === code)!.requirement, points],
        ...[random.pick(WHY), mendBy === null ? null : isoOf(mendBy)],
      ])
    return judged.score
  }

  function enter(standard: ShippedStandardId, name: string, division: string, course: Course, namedOn?: Day): void {
    const { kind, level, validYears } = shippedStandards[standard]
    const id = idOf('campaign', applications.length)
    const of = { id, name, division, standard }
    const applied = namedOn ? namedOn - random.int(150, 260) : dayOf('2025-04-10') + random.int(0, 120)
    const [selfOn, countyOn] = [applied + random.int(30, 70), applied + random.int(90, 130)]
    const mendBy = TODAY + random.int(-12, 20)
    let score: string | null = null
    // What was named before the records begin was entered with its name alone.
    const recent = applied >= dayOf('2024-01-01')
    const selfChecked = course !== 'applied'
    if (selfChecked && recent) score = check(of, 'self', { on: selfOn, passed: true, mendBy: null })
    if (recent && (course === 'recommended' || course === 'named'))
      score = check(of, 'county', { on: countyOn, passed: true, mendBy: null })
    if (course === 'mending') score = check(of, 'county', { on: TODAY - 25, passed: false, mendBy })
    if (course === 'suspended') score = check(of, 'recheck', { on: TODAY - 20, passed: false, mendBy })
    let due = namedOn === undefined ? null : addYears(isoOf(namedOn), validYears)
    // What fell due was re-checked that week, but for the few that the county has not come to.
    if (course === 'named' && due !== null && due < isoOf(TODAY) && random.chance(0.9)) {
      const on = dayOf(due) + random.int(-20, 5)
      score = check(of, 'recheck', { on, passed: true, mendBy: null })
      due = addYears(isoOf(on), validYears)
    }
    applications.push([
      ...placeRow(county, id, of, applied, course),
      ...[name, standardOf.get(standard)!, kind, level, '负责人', selfChecked ? isoOf(selfOn) : null, score],
      ...[course === 'mending' || course === 'suspended' ? isoOf(mendBy) : null],
      ...(namedOn === undefined ? [null, null] : [isoOf(namedOn), numberOf(random, namedOn)]),
      due,
    ])
  }

  const day = (from: string, to: string) => random.int(dayOf(from), dayOf(to))
  const townships = [...Map.groupBy(population.villages, ({ code }) => code.slice(0, 9))]
  for (const [index, [township, villages]] of townships.entries()) {
    const { services } = planOf(township)
    const course: Course = services > 0.93 ? 'named' : index % 2 === 0 ? 'mending' : 'self-checked'
    const name = villages[0]!.townshipName
    enter(
      'provincial-township',
      name,
      township,
      course,
      course === 'named' ? day('2022-06-01', '2024-11-30') : undefined,
    )
    if (services > 1.03)
      enter(
        'national-township',
        name,
        township,
        index % 3 === 0 ? 'recommended' : 'named',
        index % 3 === 0 ? undefined : day('2024-08-01', '2025-06-30'),
      )
    for (const unit of UNITS)
      enter('county-unit', `${name}${unit}`, villages[0]!.code, 'named', day('2022-09-01', '2025-09-30'))
    for (let number = 1; number <= 4; number += 1)
      enter(
        'healthy-household',
        `${villages[0]!.shortName}${number}组${random.int(1, 60)}号`,
        villages[0]!.code,
        'named',
        day('2024-03-01', '2025-10-31'),
      )
  }
  for (const { code, shortName } of population.villages) {
    const drawn = random.next()
    if (drawn < 0.55) enter('provincial-village', shortName, code, 'named', day('2022-05-01', '2025-09-30'))
    else if (drawn < 0.75)
      enter('provincial-village', shortName, code, random.pick(['applied', 'self-checked', 'recommended', 'mending']))
    else if (drawn < 0.78) enter('provincial-village', shortName, code, 'suspended', day('2022-05-01', '2022-12-20'))
    if (random.chance(0.2)) enter('healthy-village', shortName, code, 'named', day('2024-02-01', '2025-10-31'))
  }
  // prettier-ignore
  return [
    rowsFor(tables.standards, [...recordColumns, 'name', 'kind', 'level', 'year', 'source', 'passFrom', 'validYears', 'requires', 'issuedOn'], standards.length, standards),
    rowsFor(tables.standardItems, [...recordColumns, 'standard', 'code', 'part', 'requirement', 'points', 'decisive'], items.length, items),
    rowsFor(tables.applications, [...recordColumns, 'name', 'standard', 'kind', 'level', 'responsible', 'selfCheckedOn', 'score', 'mendBy', 'namedOn', 'number', 'recheckDueOn'], applications.length, applications),
    rowsFor(tables.checks, [...recordColumns, 'application', 'name', 'kind', 'score', 'passed', 'decisive', 'inspectors'], checks.length, checks),
    rowsFor(tables.shortfalls, [...recordColumns, 'application', 'check', 'name', 'code', 'requirement', 'points', 'why', 'mendBy'], shortfalls.length, shortfalls),
  ]
}

const numberOf = (random: Random, on: Day) => `爱卫发〔${isoOf(on).slice(0, 4)}〕${random.int(1, 40)}号`
