import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Voided } from '@kangheng/kernel/record/voided.ts'
import { useKinds, type UseKind } from './codes.ts'
import * as inputs from './inputs.ts'
import { findOpenRecord, getOpenRecord } from './record-actions.ts'
import { recordUse } from './records.ts'
import { recordUses } from './tables.ts'

/** A service of another line of business that belongs into the record. */
export interface RecordedService {
  readonly person: string
  readonly on: IsoDate
  readonly kind: UseKind
  /** The record type and id of the service itself. */
  readonly record: string
  readonly id: string
}

/**
 * Writes a real service into the person's health record; called by the lines of business that give the service, in the same
 * transaction. Does nothing for people without a record, and nothing twice for the same service.
 */
export async function noteUse(
  context: Pick<ActionContext, 'connection' | 'county' | 'find' | 'createOther'>,
  service: RecordedService,
): Promise<void> {
  const record = await findOpenRecord(context, service.person)
  if (!record) return
  const same = and(
    eq(recordUses.person, service.person),
    eq(recordUses.evidenceRecord, service.record),
    eq(recordUses.evidenceId, service.id),
    isNull(recordUses.voidedAt),
  )
  if (await context.find(recordUse, same)) return
  await context.createOther(recordUse, {
    state: 'recorded',
    person: service.person,
    division: record.division,
    happenedOn: service.on,
    healthRecord: record.id,
    kind: service.kind,
    evidenceRecord: service.record,
    evidenceId: service.id,
  })
}

/** Takes the entry of a service out of the record again, when the service itself was voided. */
export async function withdrawUse(
  context: Pick<ActionContext, 'findAll' | 'changeOther'>,
  service: Pick<RecordedService, 'person' | 'id'>,
  voided: Voided,
): Promise<void> {
  const same = and(eq(recordUses.person, service.person), eq(recordUses.evidenceId, service.id))
  for (const row of await context.findAll(recordUse, and(same, isNull(recordUses.voidedAt))))
    await context.changeOther(recordUse, row, voided)
}

export const recordAUse = defineAction(recordUse, {
  name: 'record',
  title: { zh: '记录一次服务', en: 'Record a service' },
  on: 'new',
  to: 'recorded',
  input: z.object({
    person: inputs.person,
    happenedOn: inputs.day('服务日期', 'Served on'),
    kind: inputs.choice(useKinds, { zh: '服务', en: 'Service' }),
    note: inputs.long('摘要', 'Summary'),
  }),
  async run(context) {
    const { person, happenedOn = context.today, kind, note } = context.input
    const record = await getOpenRecord(context, person)
    if (happenedOn < record.happenedOn)
      refuse('happenedOn', { zh: '服务日期早于建档日期', en: 'The day lies before the record was opened' })
    return context.create({
      person,
      division: record.division,
      happenedOn,
      healthRecord: record.id,
      kind,
      note: note ?? null,
    })
  },
})
