import { clinicCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { selfCareGrade } from '@kangheng/domains/public-health/older-people/scales.ts'
import { olderAssessments } from '@kangheng/domains/public-health/older-people/tables.ts'
import { isoOf, TODAY, yearsBetween } from '../days.ts'
import type { Model } from '../model.ts'
import { randomOf, type Random } from '../random.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

/** Scores of the five items: most care for themselves, the oldest less. */
function scores(random: Random, age: number): number[] {
  const weak = random.chance(age >= 80 ? 0.3 : 0.08)
  if (!weak) return [0, random.chance(0.08) ? 1 : 0, 0, 0, random.chance(0.12) ? 1 : 0]
  const heavy = random.chance(0.25)
  return heavy
    ? [3, 7, 5, random.pick([5, 10]), random.pick([5, 10])]
    : [0, 3, random.pick([0, 3]), 1, random.pick([1, 5])]
}

/** Assessments of those whose examination form has no self-care score; a few have not been made. */
function* assessmentRows({ county, seed, idOf, checkUps }: Model): Generator<CopyValue[]> {
  const random = randomOf(seed, 'assessments')
  for (const [index, { person, on, older, scored }] of checkUps.entries()) {
    if (!older || scored || !random.chance(0.93)) continue
    const day = Math.min(TODAY, on + random.int(0, 12))
    if (yearsBetween(person.birth, day - 2) < 65 || (person.leftOn !== null && day >= person.leftOn)) continue
    const iso = isoOf(day)
    const village = person.household.village.code
    const items = scores(random, yearsBetween(person.birth, day))
    const total = items.reduce((sum, each) => sum + each, 0)
    yield [
      ...[county, idOf('assessment', index), village, clinicCode(village), person.id, iso, 'recorded', evening(iso)],
      ...[...items, total, selfCareGrade(total)],
      ...[random.chance(0.06) ? 'positive' : 'negative', random.chance(0.05) ? 'positive' : 'negative'],
      '["lifestyle","falls","next-date"]',
    ]
  }
}

/** Assessments of older people. */
export function olderTables(model: Model): TableRows[] {
  return [
    rowsFor(
      olderAssessments,
      // prettier-ignore
      [...recordColumns, 'eating', 'grooming', 'dressing', 'toileting', 'moving', 'selfCareScore', 'selfCareGrade', 'moodScreen', 'cognitionScreen', 'guidance'],
      model.checkUps.filter(({ older, scored }) => older && !scored).length,
      assessmentRows(model),
    ),
  ]
}
