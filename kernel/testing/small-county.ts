import type { Database } from '../store/connection.ts'
import { copyChunks } from '../store/copy-format.ts'

/** A county of two townships with two villages each and one lending point per township. */
export const smallCounty = {
  code: '530721',
  townships: ['530721001', '530721102'],
  villages: ['530721001001', '530721001002', '530721102201', '530721102202'],
  institutions: ['C530721001', 'C530721102'],
} as const

/** A synthetic resident's id: a UUID made of a number. */
export function personId(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** A county like the small one under another code: the same townships and villages, and the same codes of lending points, so that whatever mixes two counties up is found. */
export function smallCountyOf(code: string): Record<'townships' | 'villages' | 'institutions', readonly string[]> {
  const there = (codes: readonly string[]) => codes.map((each) => each.replace(smallCounty.code, code))
  // Institutions keep their codes: two counties may give the same one.
  const { townships, villages, institutions } = smallCounty
  return { townships: there(townships), villages: there(villages), institutions }
}

/** Adds a small county to a database; `people` residents spread over its villages, numbered from `firstPerson` on. */
export async function loadSmallCounty(
  database: Database,
  people = 40,
  code: string = smallCounty.code,
  firstPerson = 0,
): Promise<void> {
  const { townships, villages, institutions } = smallCountyOf(code)
  const divisions = [
    [code, null, 'county'],
    ...townships.map((each) => [each, code, 'township']),
    ...villages.map((each) => [each, each.slice(0, 9), 'village']),
  ]
  const ancestors: [string, string, string, number][] = []
  for (const place of [code, ...townships, ...villages]) {
    for (let above: string = place, steps = 0; above.length >= 6; above = above.slice(0, -3), steps += 1)
      ancestors.push([code, place, above, steps])
  }
  institutions.forEach((each, index) =>
    ancestors.push([code, each, each, 0], [code, each, townships[index]!, 1], [code, each, code, 2]),
  )
  await database.copyIn(
    'division',
    ['code', 'parent', 'level', 'name', 'short_name', 'english_name'],
    copyChunks(
      divisions.map(([place, parent, level]) => [
        place,
        parent,
        level,
        `区划${place}`,
        `区划${place}`,
        `Place ${place}`,
      ]),
    ),
  )
  await database.copyIn(
    'institution',
    ['county', 'code', 'name', 'english_name', 'kind', 'division'],
    copyChunks(
      institutions.map((each, index) => [
        code,
        each,
        `借伞点${index}`,
        `Point ${index}`,
        'township-centre',
        townships[index]!,
      ]),
    ),
  )
  await database.copyIn('place_ancestor', ['county', 'leaf', 'ancestor', 'distance'], copyChunks(ancestors))
  await database.copyIn(
    'person',
    ['county', 'id', 'division', 'name', 'pinyin', 'sex', 'birth', 'document_kind'],
    copyChunks(
      Array.from({ length: people }, (_, index) => [
        code,
        personId(firstPerson + index),
        villages[index % 4]!,
        `测试${index}`,
        `cs${index}`,
        'female',
        '1980-01-01',
        'NONE',
      ]),
    ),
  )
}
