import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { voidedBecause, type Voided } from '@kangheng/kernel/record/voided.ts'
import { isActive } from './contract.ts'
import { contractsOf } from './contract-rules.ts'
import { credit, serviceYearOf } from './delivery.ts'
import { noteUse, recordUse } from '../health-record/index.ts'
import { evidenceSources, useOfService } from './evidence.ts'
import { dayInput, noteInput, personInput } from './inputs.ts'
import { delivery, service, serviceModes } from './records.ts'
import { serviceKindIds, serviceKinds, type ServiceKind } from './service-items.ts'
import { deliveries } from './tables.ts'
import { servicePackage } from './team-records.ts'

type Context = Pick<ActionContext, 'connection' | 'county' | 'find' | 'findAll' | 'createOther'>

/** A service that somebody really gave, with the record that proves it. */
export interface GivenService {
  readonly person: string
  readonly kind: ServiceKind
  readonly on: IsoDate
  readonly evidence: { readonly record: AnyRecord | string; readonly id: string }
}

/** The contract valid on the day; undefined when the person has none. */
export async function activeContract(context: Context, person: string, on: IsoDate) {
  return (await contractsOf(context, person)).find((each) => isActive(each, on))
}

/**
 * Credits a service to the person's contract. Other lines of business call it from their own actions, so that a follow-up, a
 * check-up or a vaccination is recorded once and fulfils the contract by itself.
 * @returns the delivery row; undefined when there is no valid contract or the package promises no such service.
 */
export async function creditService(context: Context, given: GivenService) {
  const contract = await activeContract(context, given.person, given.on)
  if (!contract) return undefined
  const year = serviceYearOf(contract, given.on)!
  const chosen = await context.find(servicePackage, eq(servicePackage.table.id, contract.package))
  const credited = await context.findAll(
    delivery,
    and(eq(deliveries.contract, contract.id), eq(deliveries.yearEndsOn, year.endsOn), isNull(deliveries.voidedAt)),
  )
  const outcome = credit(given.kind, chosen?.items ?? [], credited)
  if (!outcome) return undefined
  return context.createOther(delivery, {
    state: 'credited',
    person: given.person,
    division: contract.division,
    institution: contract.institution,
    happenedOn: given.on,
    contract: contract.id,
    ...outcome,
    service: given.kind,
    yearEndsOn: year.endsOn,
    evidenceRecord: typeof given.evidence.record === 'string' ? given.evidence.record : given.evidence.record.id,
    evidenceId: given.evidence.id,
  })
}

const kindInput = field(z.enum(serviceKindIds), { title: { zh: '服务内容', en: 'Service' }, values: serviceKinds })

/** The team records a service of its own; what it fulfils follows. */
export const serve = defineAction(service, {
  name: 'serve',
  title: { zh: '登记服务', en: 'Record a service' },
  on: 'new',
  to: 'given',
  input: z.object({
    person: personInput,
    kind: kindInput,
    mode: field(z.enum(['clinic', 'home', 'phone', 'online']), {
      title: { zh: '服务方式', en: 'Mode' },
      values: serviceModes,
    }),
    happenedOn: dayInput('服务日期', 'Given on'),
    note: noteInput,
  }),
  async run(context) {
    const { input, today, create } = context
    const on = input.happenedOn ?? today
    const contract = await activeContract(context, input.person, on)
    if (!contract)
      return refuse('person', { zh: `此人在${on}没有有效签约，请先签约`, en: `No valid contract on ${on}: sign first` })
    const row = await create({
      person: input.person,
      division: contract.division,
      institution: contract.institution,
      happenedOn: on,
      contract: contract.id,
      doctor: contract.doctor,
      kind: input.kind,
      mode: input.mode,
      note: input.note ?? null,
    })
    const evidence = { record: service, id: row.id }
    await creditService(context, { person: input.person, kind: input.kind, on, evidence })
    const use = useOfService[input.kind]
    if (use) await noteUse(context, { person: input.person, on, kind: use, record: service.id, id: row.id })
    return row
  },
})

/** Credits a service that another line of business recorded before the contract was looked at. */
export const deliver = defineAction(delivery, {
  name: 'deliver',
  title: { zh: '履约登记', en: 'Credit a service' },
  on: 'new',
  to: 'credited',
  input: z.object({
    service: kindInput,
    evidenceRecord: field(z.string().max(60), { title: { zh: '凭证类型', en: 'Kind of evidence' } }),
    evidenceId: field(z.uuid(), { title: { zh: '凭证', en: 'Evidence' } }),
  }),
  async run(context) {
    const { input, find } = context
    const source = evidenceSources.find((each) => each.record.id === input.evidenceRecord)
    if (!source || !(source.services as readonly string[]).includes(input.service)) {
      return refuse('evidenceRecord', {
        zh: '这类记录不能作为该项服务的凭证',
        en: 'Records of this kind do not prove such a service',
      })
    }
    const proof = await find(
      source.record,
      and(eq(source.record.table.id, input.evidenceId), isNull(source.record.table.voidedAt)),
    )
    if (!proof?.person) {
      return refuse('evidenceId', {
        zh: '找不到这条服务记录，或已作废',
        en: 'There is no such service record, or it was voided',
      })
    }
    if (source.record === recordUse && proof['kind'] !== useOfService[input.service]) {
      return refuse('service', {
        zh: '所选服务与这条服务记录的内容不符',
        en: 'The record is about another service',
      })
    }
    const known = await find(delivery, and(eq(deliveries.evidenceId, input.evidenceId), isNull(deliveries.voidedAt)))
    if (known) return refuse('evidenceId', { zh: '这次服务已经记入', en: 'This service has been credited already' })
    const row = await creditService(context, {
      person: proof.person,
      kind: input.service,
      on: proof.happenedOn,
      evidence: { record: source.record, id: input.evidenceId },
    })
    return (
      row ??
      refuse('evidenceId', {
        zh: `服务当日（${proof.happenedOn}）没有有效签约，或服务包中没有此项目`,
        en: `No valid contract on the day (${proof.happenedOn}), or the package has no such item`,
      })
    )
  },
})

/**
 * Takes back what a service had fulfilled, when its record was voided; a service that had not counted takes the free place.
 */
export async function uncreditService(
  { findAll, changeOther }: Pick<ActionContext, 'findAll' | 'changeOther'>,
  evidence: { readonly person: string; readonly id: string },
  voided: Voided,
): Promise<void> {
  const own = await findAll(delivery, and(eq(deliveries.person, evidence.person), isNull(deliveries.voidedAt)))
  for (const row of own.filter((each) => each.evidenceId === evidence.id)) {
    await changeOther(delivery, row, voided)
    const waiting = own
      .filter(
        (each) =>
          !each.counts &&
          each.contract === row.contract &&
          each.item === row.item &&
          each.yearEndsOn === row.yearEndsOn &&
          each.id !== row.id,
      )
      .sort((one, other) => (one.happenedOn < other.happenedOn ? -1 : 1))[0]
    if (row.counts && waiting) await changeOther(delivery, waiting, { counts: true })
  }
}

/** A service entered by mistake is voided with its deliveries; one that had not counted takes the free place. */
export const withdraw = defineAction(service, {
  name: 'withdraw',
  title: { zh: '作废', en: 'Void' },
  on: 'existing',
  from: ['given'],
  confirm: { zh: '作废后该服务不再计入履约。确定作废？', en: 'The service will no longer count. Void it?' },
  input: z.object({
    reason: field(z.string().trim().min(2).max(200), { title: { zh: '作废原因', en: 'Reason' }, multiline: true }),
  }),
  async run(context) {
    const voided = voidedBecause(context.input.reason)
    await uncreditService(context, { person: context.current.person!, id: context.current.id }, voided)
    return context.change(voided)
  },
})
