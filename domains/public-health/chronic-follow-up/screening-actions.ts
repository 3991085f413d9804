import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import type { RecordDefinition } from '@kangheng/kernel/record/define-record.ts'
import { voiding } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { noteUse, withdrawUse, formInputs as inputs } from '../health-record/index.ts'
import type { ScreeningFinding } from './codes.ts'
import type { Disease } from './disease.ts'
import { findOpenPatient } from './patient-actions.ts'
import type { ScreeningRow, ScreeningTable } from './tables.ts'

/** What a measurement says in the light of those before it, and when the next one is due. */
export interface ScreeningStanding {
  readonly finding: ScreeningFinding
  readonly dueOn: IsoDate
}

/** Screening for a disease: the rule over one person's measurements, and the fields of its form. */
export interface Screening {
  readonly disease: Disease
  readonly record: RecordDefinition<ScreeningTable>
  readonly fields: z.core.$ZodShape
  /** The standing of each measurement; the same measurements in any order give the same. */
  standings(rows: readonly ScreeningRow[]): Map<string, ScreeningStanding>
  /** Refuses what cannot be a measurement. */
  check(row: ScreeningRow): void
}

type Context = Pick<ActionContext, 'findAll' | 'changeOther'>

async function measurementsOf(context: Context, { record }: Screening, person: string): Promise<ScreeningRow[]> {
  return context.findAll(record, and(eq(record.table.person, person), isNull(record.table.voidedAt)))
}

async function deriveOthers(context: Context, screening: Screening, rows: readonly ScreeningRow[], self: string) {
  const standings = screening.standings(rows)
  for (const row of rows) {
    const { finding, dueOn } = standings.get(row.id)!
    if (row.id !== self && (row.finding !== finding || row.dueOn !== dueOn))
      await context.changeOther(screening.record, row, { finding, dueOn })
  }
  return standings
}

/** What can be done to screening measurements: record and void; findings of later ones are derived again. */
export function screeningActions(screening: Screening) {
  const { record: measurement, disease } = screening
  const { title } = disease

  const record = defineAction(measurement, {
    name: 'record',
    title: { zh: `登记${title.zh}筛查`, en: `Record a screening: ${title.en.toLowerCase()}` },
    on: 'new',
    to: 'recorded',
    input: z.object({
      person: inputs.person,
      happenedOn: inputs.day('测量日期', 'Measured on'),
      ...screening.fields,
      note: inputs.long('备注', 'Note'),
    }),
    async run(context) {
      const {
        person: id,
        happenedOn = context.today,
        ...rest
      } = context.input as {
        person: string
        happenedOn?: IsoDate
        [field: string]: unknown
      }
      const person = await getPerson(context, id)
      assertAlive(person)
      if (await findOpenPatient(context, disease, id))
        refuse('person', {
          zh: '此人已在管理中，请登记随访',
          en: 'This person is under management: record a follow-up instead',
        })
      if (happenedOn > context.today || happenedOn < person.birth)
        refuse('happenedOn', { zh: '测量日期应在出生之后、今天之前', en: 'Between the birth and today' })
      const given = Object.fromEntries(
        Object.entries(rest).map(([name, value]) => [
          name,
          typeof value === 'number' && !Number.isInteger(value) ? String(value) : value,
        ]),
      )
      const own = { id: uuidv7(), person: id, happenedOn, ...given }
      const blank = {
        systolic: null,
        diastolic: null,
        fastingGlucose: null,
        randomGlucose: null,
        score: null,
        ratio: null,
        factors: null,
      }
      const row = { ...blank, ...own, finding: '', dueOn: '' } as unknown as ScreeningRow
      screening.check(row)
      const rows = [...(await measurementsOf(context, screening, id)), row]
      const standing = (await deriveOthers(context, screening, rows, own.id)).get(own.id)!
      const written = await context.create({ ...own, division: person.division, ...standing } as never)
      await noteUse(context, { person: id, on: happenedOn, kind: 'consultation', record: measurement.id, id: own.id })
      return written
    },
  })

  const cancel = defineAction(measurement, {
    ...voiding({
      zh: '作废后，其余测量的结论将重新推算。确定作废？',
      en: 'The findings of the other measurements are derived again. Void it?',
    }),
    async run(context) {
      const { current } = context
      const rows = await measurementsOf(context, screening, current.person!)
      await deriveOthers(
        context,
        screening,
        rows.filter((each) => each.id !== current.id),
        current.id,
      )
      const voided = voidedBecause(context.input.reason)
      await withdrawUse(context, { person: current.person!, id: current.id }, voided)
      return context.change(voided)
    },
  })
  return [record, cancel] as const
}
