import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { attachAction } from '@kangheng/kernel/attachment/attach.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { creditService, uncreditService } from '../family-doctor/index.ts'
import { bodyMassIndex, noteUse, withdrawUse } from '../health-record/index.ts'
import { courseOf, firstDue } from './course.ts'
import type { Disease } from './disease.ts'
import * as inputs from './inputs.ts'
import type { PatientRow, VisitRow } from './tables.ts'
import { writeCourse } from './write-course.ts'

type Context = Pick<
  ActionContext,
  'connection' | 'county' | 'today' | 'find' | 'findAll' | 'createOther' | 'changeOther'
>

/** Columns with exact decimals, which travel as text. */
const DECIMALS = ['fastingGlucose', 'randomGlucose', 'glycatedHaemoglobin', 'height', 'weight'] as const

/** Values of a form as columns of a visit; a body mass index follows from height and weight. */
function columnsOf(values: Readonly<Record<string, unknown>>): Partial<VisitRow> {
  const columns = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  for (const name of DECIMALS) if (columns[name] !== undefined) columns[name] = String(columns[name])
  const index = bodyMassIndex(values['height'] as number | undefined, values['weight'] as number | undefined)
  return { ...columns, ...(index === undefined ? {} : { bodyMassIndex: String(index) }) }
}

/** The time under management a day belongs to, held against other writers until the transaction ends. */
async function patientOn(context: Context, disease: Disease, person: string, on: IsoDate): Promise<PatientRow> {
  const { table } = disease.patient
  const rows = await context.findAll(disease.patient, and(eq(table.person, person), isNull(table.voidedAt)))
  const row = rows.find((each) => each.happenedOn <= on && (each.endedOn === null || on < each.endedOn))
  if (!row)
    return refuse(rows.length > 0 ? 'happenedOn' : 'person', {
      zh: rows.length > 0 ? `${on}不在此人的管理期内` : `此人尚未建立${disease.title.zh}管理卡，请先建卡`,
      en: rows.length > 0 ? `Not under management on ${on}` : 'This person is not registered yet; register first',
    })
  await holdRow(context, disease.patient, row.id)
  return row
}

/** Holds a row against other writers until the transaction ends: two visits entered at the same moment would each derive a course without the other. */
export async function holdRow(
  { connection, county }: Pick<ActionContext, 'connection' | 'county'>,
  record: Pick<AnyRecord, 'id'>,
  id: string,
): Promise<void> {
  const lock = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
  await connection.query(lock, [`${county} ${record.id} ${id}`])
}

function visitsOf(context: Context, disease: Disease, patient: string, person: string): Promise<VisitRow[]> {
  const { table } = disease.visit
  const own = and(eq(table.person, person), eq(table.patient, patient), isNull(table.voidedAt))
  return context.findAll(disease.visit, own)
}

type Derived = Pick<VisitRow, 'atGoal' | 'class' | 'step' | 'unsatisfiedInRow' | 'dueOn' | 'followedOn'>

/** Derived columns of each visit, by id. */
function derive(disease: Disease, visits: readonly VisitRow[], birth: IsoDate): Map<string, Derived> {
  const found = visits.map((visit) => disease.findings(visit, birth))
  const atGoal = new Map(found.map((each) => [each.id, each.atGoal]))
  return new Map(courseOf(found).map(({ id, ...standing }) => [id, { atGoal: atGoal.get(id)!, ...standing }]))
}

/**
 * Derives the course again after one visit was entered, changed or voided, and writes what has changed: the other visits and the
 * patient. @returns the derived columns of the visit itself (undefined when it was voided).
 */
async function deriveAgain(
  context: Context,
  disease: Disease,
  patient: PatientRow,
  visits: readonly VisitRow[],
  self: string,
): Promise<Derived | undefined> {
  const { birth } = await getPerson(context, patient.person!)
  const derived = derive(disease, visits, birth)
  await writeCourse(context, disease.visit, visits, derived, self)
  const last = visits.find((visit) => derived.get(visit.id)!.followedOn === null)
  const standing = last && derived.get(last.id)!
  await context.changeOther(disease.patient, patient, {
    lastVisitOn: last?.happenedOn ?? null,
    lastClass: standing?.class ?? null,
    lastStep: standing?.step ?? null,
    dueOn: standing?.dueOn ?? firstDue(patient.happenedOn),
  })
  return derived.get(self)
}

/** Checks that hold for every disease's card. */
function checkVisit(visit: VisitRow, others: readonly VisitRow[], today: IsoDate): void {
  const { happenedOn, systolic, diastolic, agreedOn } = visit
  if (happenedOn > today) refuse('happenedOn', { zh: '随访日期不能晚于今天', en: 'The visit lies in the future' })
  if (others.some((each) => each.happenedOn === happenedOn))
    refuse('happenedOn', {
      zh: `${happenedOn}已有一次随访，如有误请更正那次记录`,
      en: `There is a visit on ${happenedOn} already; correct that one`,
    })
  if ((systolic === null) !== (diastolic === null))
    refuse(systolic === null ? 'systolic' : 'diastolic', {
      zh: '收缩压和舒张压须同时填写',
      en: 'Systolic and diastolic belong together',
    })
  if (systolic !== null && diastolic !== null && systolic <= diastolic)
    refuse('diastolic', { zh: '舒张压应低于收缩压', en: 'The diastolic pressure is lower than the systolic one' })
  if (agreedOn !== null && agreedOn <= happenedOn)
    refuse('agreedOn', { zh: '约定日期应晚于随访日期', en: 'The agreed day lies after the visit' })
}

/** What a disease's card asks beside the common part, and what it demands of a visit face to face. */
export interface VisitCard {
  readonly fields: z.core.$ZodShape
  /** Refuses a visit that lacks what the card needs. */
  check(visit: VisitRow): void
}

/** The same fields for a correction: all optional, and what is not sent stays as it is (a default would overwrite it). */
export function asCorrection(shape: z.core.$ZodShape): z.ZodObject {
  const loose = Object.entries(shape).map(([name, schema]) => {
    const inner = schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType) : (schema as z.ZodType)
    return [name, inner.optional().meta({ ...inner.meta(), ...(schema as z.ZodType).meta() })]
  })
  return z.object(Object.fromEntries(loose) as Record<string, z.ZodType>)
}

const NOT_YET = { atGoal: null, class: '', step: '', unsatisfiedInRow: 0, dueOn: '', followedOn: null }

/** What can be done to visits: record, correct, void. Each derives the whole course again. */
export function visitActions(disease: Disease, card: VisitCard) {
  const { visit, patient, title } = disease

  const record = defineAction(visit, {
    name: 'record',
    title: { zh: `登记${title.zh}随访`, en: `Record a follow-up: ${title.en.toLowerCase()}` },
    on: 'new',
    to: 'recorded',
    input: z.object({ ...inputs.visitHead, ...card.fields, ...inputs.visitEnd }),
    async run(context) {
      const {
        person,
        happenedOn = context.today,
        ...values
      } = context.input as { person: string; happenedOn?: IsoDate }
      const managed = await patientOn(context, disease, person, happenedOn)
      const others = await visitsOf(context, disease, managed.id, person)
      const blank = Object.fromEntries(Object.keys(card.fields).map((name) => [name, null]))
      const empty = { ...blank, systolic: null, diastolic: null, agreedOn: null, referralOutcome: null }
      const own = { id: uuidv7(), person, happenedOn, patient: managed.id, ...columnsOf(values), ...NOT_YET }
      const entered = { ...empty, ...own } as unknown as VisitRow
      checkVisit(entered, others, context.today)
      card.check(entered)
      const derived = await deriveAgain(context, disease, managed, [...others, entered], own.id)
      const row = await context.create({ ...own, division: managed.division, ...derived } as never)
      const evidence = { record: visit, id: own.id }
      await noteUse(context, { person, on: happenedOn, kind: 'follow-up', record: visit.id, id: own.id })
      const { group } = disease
      if (group) await creditService(context, { person, kind: `${group}-visit`, on: happenedOn, evidence })
      return row
    },
  })

  const correct = defineAction(visit, {
    name: 'correct',
    title: { zh: '更正', en: 'Correct' },
    on: 'existing',
    input: asCorrection({ ...card.fields, ...inputs.visitEnd }),
    async run(context) {
      const { current } = context
      await holdRow(context, disease.patient, current.patient)
      const managed = (await context.find(patient, eq(patient.table.id, current.patient)))!
      const others = await visitsOf(context, disease, current.patient, current.person!)
      const values = columnsOf(context.input)
      const corrected = { ...current, ...values }
      const rest = others.filter((each) => each.id !== current.id)
      checkVisit(corrected, rest, context.today)
      card.check(corrected)
      const derived = await deriveAgain(context, disease, managed, [...rest, corrected], current.id)
      return context.change({ ...values, ...derived })
    },
  })

  const cancel = defineAction(visit, {
    ...voiding({
      zh: '作废后，分类和下次随访日期将按其余随访重新推算。确定作废？',
      en: 'Classes and the next day are derived again from the other visits. Void it?',
    }),
    async run(context) {
      const { current } = context
      await holdRow(context, disease.patient, current.patient)
      const managed = (await context.find(patient, eq(patient.table.id, current.patient)))!
      const others = await visitsOf(context, disease, current.patient, current.person!)
      const voided = voidedBecause(context.input.reason)
      await deriveAgain(
        context,
        disease,
        managed,
        others.filter((each) => each.id !== current.id),
        current.id,
      )
      const service = { person: current.person!, id: current.id }
      await uncreditService(context, service, voided)
      await withdrawUse(context, service, voided)
      return context.change(voided)
    },
  })

  return [record, correct, cancel, attachAction(visit)] as const
}
