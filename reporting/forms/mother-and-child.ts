import { and, eq, inArray, isNull } from 'drizzle-orm'
import {
  checkUp,
  childInCare,
  newbornVisit,
  type ChildRow,
} from '@kangheng/domains/public-health/child-health/index.ts'
import {
  antenatalVisit,
  delivery,
  newborn,
  postpartumVisit,
  pregnancy,
} from '@kangheng/domains/public-health/maternal-health/index.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { antenatalCards, firstAntenatalForm } from './antenatal-card.ts'
import { checkUpCards } from './check-up-card.ts'
import { byPerson, peopleOf, rowsOf, type FormDefinition, type FormSource } from './definition.ts'
import { newbornVisitForm } from './newborn-visit.ts'
import { postpartumForm } from './postpartum-form.ts'

const distinct = (ids: readonly string[]) => [...new Set(ids)]

/** The time in care of each child that rows belong to, by its id. */
async function childrenOf(source: FormSource, rows: readonly { child: string }[]): Promise<Map<string, ChildRow>> {
  const found = await rowsOf(source, childInCare.table, distinct(rows.map(({ child }) => child)))
  return new Map(found.map((row) => [row.id, row]))
}

/** The next step of somebody in care, said by the visit that was the latest. */
const nextAfter = (
  care: { readonly lastSeenOn: string | null; readonly dueOn: string | null } | undefined,
  on: string,
): string | null => (care?.lastSeenOn === on ? care.dueOn : null)

/** Births and deliveries of children in care, as far as the reader sees them. */
async function birthsOf({ connection, county }: FormSource, children: readonly string[]) {
  const { table: n } = newborn
  const births = await ormOf(connection)
    .select()
    .from(n)
    .where(and(eq(n.county, county), inArray(n.childInCare, [...children]), isNull(n.voidedAt)))
  const deliveries = await rowsOf({ connection, county }, delivery.table, distinct(births.map((row) => row.delivery)))
  const deliveryOf = new Map(deliveries.map((row) => [row.id, row]))
  return new Map(births.map((birth) => [birth.childInCare!, { birth, delivery: deliveryOf.get(birth.delivery) }]))
}

const newbornVisits: FormDefinition = {
  id: 'newborn-visit',
  title: { zh: '新生儿家庭访视记录表', en: 'Newborn visit form' },
  record: newbornVisit,
  async print(source, ids) {
    const rows = await rowsOf(source, newbornVisit.table, ids)
    const people = await peopleOf(source, rows)
    const children = await childrenOf(source, rows)
    const births = rows.length > 0 ? await birthsOf(source, [...children.keys()]) : undefined
    const forms = rows.flatMap((row) => {
      const person = people.get(row.person ?? '')
      if (!person) return []
      const known = births?.get(row.child)
      return newbornVisitForm(person, row, {
        ...{ child: children.get(row.child), birth: known?.birth, delivery: known?.delivery },
      })
    })
    return { forms, people }
  },
}

const checkUps: FormDefinition = {
  id: 'check-up-card',
  title: { zh: '儿童健康检查记录表', en: 'Check-up card' },
  record: checkUp,
  async print(source, ids) {
    const rows = await rowsOf(source, checkUp.table, ids)
    const people = await peopleOf(source, rows)
    const children = await childrenOf(source, rows)
    const forms = byPerson(rows, people).flatMap(({ person, rows: own }) =>
      checkUpCards(
        person,
        own.map((row) => ({ ...row, nextOn: nextAfter(children.get(row.child), row.happenedOn) })),
      ),
    )
    return { forms, people }
  },
}

/** The place of each antenatal visit among those of its pregnancy, from 1, by its id. */
async function numbersOf(
  { connection, county }: FormSource,
  pregnancies: readonly string[],
): Promise<Map<string, number>> {
  const { table: v } = antenatalVisit
  const all = await ormOf(connection)
    .select({ id: v.id, pregnancy: v.pregnancy })
    .from(v)
    .where(and(eq(v.county, county), inArray(v.pregnancy, [...pregnancies]), isNull(v.voidedAt)))
    .orderBy(v.happenedOn, v.id)
  const numbers = Map.groupBy(all, (row) => row.pregnancy)
  return new Map([...numbers.values()].flatMap((own) => own.map(({ id }, index) => [id, index + 1] as const)))
}

const antenatalVisits: FormDefinition = {
  id: 'antenatal-card',
  title: { zh: '产前检查服务记录表', en: 'Antenatal card' },
  record: antenatalVisit,
  async print(source, ids) {
    const rows = await rowsOf(source, antenatalVisit.table, ids)
    const people = await peopleOf(source, rows)
    if (rows.length === 0) return { forms: [], people }
    const pregnancies = distinct(rows.map((row) => row.pregnancy))
    const careOf = new Map((await rowsOf(source, pregnancy.table, pregnancies)).map((row) => [row.id, row]))
    const numbers = await numbersOf(source, pregnancies)
    const forms = byPerson(rows, people).flatMap(({ person, rows: own }) =>
      [...Map.groupBy(own, (row) => row.pregnancy)].flatMap(([id, visits]) => {
        const care = careOf.get(id)
        const printed = visits.map((row) => ({
          ...row,
          ...{ number: numbers.get(row.id) ?? 1, nextOn: nextAfter(care, row.happenedOn) },
        }))
        const first = printed.filter(({ number }) => number === 1)
        const later = printed.filter(({ number }) => number > 1)
        return [...first.map((row) => firstAntenatalForm(person, row, care)), ...antenatalCards(person, later)]
      }),
    )
    return { forms, people }
  },
}

const postpartumVisits: FormDefinition = {
  id: 'postpartum-form',
  title: { zh: '产后访视和42天检查记录表', en: 'Postpartum form' },
  record: postpartumVisit,
  async print(source, ids) {
    const rows = await rowsOf(source, postpartumVisit.table, ids)
    const people = await peopleOf(source, rows)
    if (rows.length === 0) return { forms: [], people }
    const pregnancies = distinct(rows.map((row) => row.pregnancy))
    const careOf = new Map((await rowsOf(source, pregnancy.table, pregnancies)).map((row) => [row.id, row]))
    const { table: d } = delivery
    const deliveries = await ormOf(source.connection)
      .select()
      .from(d)
      .where(and(eq(d.county, source.county), inArray(d.pregnancy, pregnancies), isNull(d.voidedAt)))
    const deliveryOf = new Map(deliveries.map((row) => [row.pregnancy, row]))
    const forms = rows.flatMap((row) => {
      const person = people.get(row.person ?? '')
      const next = nextAfter(careOf.get(row.pregnancy), row.happenedOn)
      return person ? [postpartumForm(person, row, deliveryOf.get(row.pregnancy), next)] : []
    })
    return { forms, people }
  },
}

/** Printed forms of child and maternal health. */
export const motherAndChildForms: readonly FormDefinition[] = [
  newbornVisits,
  checkUps,
  antenatalVisits,
  postpartumVisits,
]
