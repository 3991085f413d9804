import { z } from 'zod'
import { addDays } from '@kangheng/kernel/period/date.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import type { NewRowOf, RowOf } from '@kangheng/kernel/record/define-record.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { Refusal, refuse } from '@kangheng/kernel/text/refusal.ts'
import {
  continues,
  maySign,
  mayRenew,
  renewalStart,
  renewalWindow,
  STARTS_WITHIN_DAYS,
  termEnd,
  terminatedEnd,
} from './contract.ts'
import { contractsOf, getPackage, getResident, getSigningDoctor, loadWarning, type Reader } from './contract-rules.ts'
import { dayInput, doctorInput, noteInput, packageInput, personInput, teamInput, yearsInput } from './inputs.ts'
import { contract, endReasons } from './records.ts'
import { itemsPerYear } from './service-items.ts'
import type { contracts } from './tables.ts'

interface Signing {
  readonly person: string
  readonly team: string
  readonly doctor: string
  readonly package: string
  readonly years: number
  readonly signedOn: IsoDate
  readonly startsOn: IsoDate
  readonly household: string | null
}

type Write = (values: NewRowOf<typeof contracts>) => Promise<RowOf<typeof contracts>>

/** Signs one person; everything that can be wrong is refused with the field it belongs to. Returns the row and a warning about load. */
async function signOne(context: Reader, write: Write, signing: Signing) {
  const { person, startsOn, signedOn } = signing
  await getResident(context, person, signedOn)
  const term = { startsOn, endsOn: termEnd(startsOn, signing.years) }
  const existing = await contractsOf(context, person)
  const decision = maySign(existing, term)
  if (!decision.may) {
    const { because } = decision
    return refuse(
      'person',
      {
        zh: `此人已有${because.startsOn}至${addDays(because.endsOn, -1)}有效的签约，请续签，或先解约`,
        en: `There is a contract valid from ${because.startsOn} to ${addDays(because.endsOn, -1)}: renew it, or terminate it first`,
      },
      { contract: because.id },
    )
  }
  const { team, doctor } = await getSigningDoctor(context, signing, signedOn)
  const chosen = await getPackage(context, signing.package, person, signedOn)
  const warning = await loadWarning(context, doctor.id, startsOn)
  const row = await write({
    person,
    institution: team.institution,
    happenedOn: signedOn,
    team: team.id,
    doctor: doctor.id,
    package: chosen.id,
    household: signing.household,
    years: signing.years,
    ...term,
    agreedEndsOn: term.endsOn,
    grade: chosen.grade,
    fee: chosen.fee,
    itemsDue: itemsPerYear(chosen.items),
    renews: continues(existing, startsOn)?.id ?? null,
  })
  return { row, warning }
}

function startOf(input: { startsOn?: string | undefined }, signedOn: IsoDate): IsoDate {
  const startsOn = input.startsOn ?? signedOn
  if (startsOn < signedOn || startsOn > addDays(signedOn, STARTS_WITHIN_DAYS)) {
    refuse('startsOn', {
      zh: `生效日期应在签约当日至其后${STARTS_WITHIN_DAYS}天内`,
      en: `A contract begins on the day of signing or within ${STARTS_WITHIN_DAYS} days after it`,
    })
  }
  return startsOn
}

export const sign = defineAction(contract, {
  name: 'sign',
  title: { zh: '签约', en: 'Sign' },
  on: 'new',
  to: 'signed',
  input: z.object({
    person: personInput,
    team: teamInput,
    doctor: doctorInput,
    package: packageInput,
    years: yearsInput,
    happenedOn: dayInput('签约日期', 'Signed on'),
    startsOn: dayInput('生效日期', 'Valid from'),
  }),
  async run(context) {
    const { input, today } = context
    const signedOn = input.happenedOn ?? today
    const signing = { ...input, signedOn, startsOn: startOf(input, signedOn), household: null }
    const { row, warning } = await signOne(context, context.create, signing)
    return { contract: row.id, warnings: warning ? [warning] : [] }
  },
})

export const signHousehold = defineAction(contract, {
  name: 'sign-household',
  title: { zh: '家庭签约', en: 'Sign a household' },
  on: 'new',
  to: 'signed',
  input: z.object({
    members: field(
      z
        .array(z.object({ person: personInput, package: packageInput }))
        .min(1)
        .max(30),
      {
        title: { zh: '签约成员', en: 'Members' },
      },
    ),
    team: teamInput,
    doctor: doctorInput,
    years: yearsInput,
    happenedOn: dayInput('签约日期', 'Signed on'),
    startsOn: dayInput('生效日期', 'Valid from'),
  }),
  /** All members sign or none does: a refusal names the member it is about. */
  async run(context) {
    const { input, today } = context
    const signedOn = input.happenedOn ?? today
    const startsOn = startOf(input, signedOn)
    const signed: string[] = []
    const warnings = new Map<string, unknown>()
    let household: string | null = null
    for (const [index, each] of input.members.entries()) {
      try {
        const resident = await getResident(context, each.person, signedOn)
        household ??= resident.household
        if (household === null || resident.household !== household) {
          refuse('person', {
            zh: `${resident.name}与其他签约成员不在同一户`,
            en: `${resident.name} does not belong to the household of the others`,
          })
        }
        const signing = { ...input, ...each, signedOn, startsOn, household }
        const { row, warning } = await signOne(context, context.create, signing)
        signed.push(row.id)
        if (warning) warnings.set(warning.zh, warning)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        throw new Refusal(error.kind, error.text, { field: `members.${index}.${error.field}`, detail: error.detail })
      }
    }
    return { contracts: signed, warnings: [...warnings.values()] }
  },
})

export const renew = defineAction(contract, {
  name: 'renew',
  title: { zh: '续签', en: 'Renew' },
  on: 'existing',
  from: ['signed'],
  input: z.object({
    years: yearsInput,
    team: teamInput.optional(),
    doctor: doctorInput.optional(),
    package: packageInput.optional(),
    happenedOn: dayInput('续签日期', 'Signed on'),
  }),
  async run(context) {
    const { input, today, current } = context
    const signedOn = input.happenedOn ?? today
    if (!mayRenew(current, signedOn)) {
      const { from, to } = renewalWindow(current)
      return refuse('happenedOn', {
        zh: `该协议可在${from}至${to}之间续签；期外请重新签约`,
        en: `The contract may be renewed from ${from} to ${to}; outside these days sign anew`,
      })
    }
    const write: Write = (values) => context.createOther(contract, { ...values, state: 'signed' })
    const { row, warning } = await signOne(context, write, {
      person: current.person!,
      team: input.team ?? current.team,
      doctor: input.doctor ?? current.doctor,
      package: input.package ?? current.package,
      years: input.years,
      signedOn,
      startsOn: renewalStart(current, signedOn),
      household: current.household,
    })
    return { contract: row.id, warnings: warning ? [warning] : [] }
  },
})

const reasonCodes = Object.keys(endReasons) as [keyof typeof endReasons, ...(keyof typeof endReasons)[]]

export const terminate = defineAction(contract, {
  name: 'terminate',
  title: { zh: '解约', en: 'Terminate' },
  on: 'existing',
  from: ['signed'],
  to: 'terminated',
  confirm: {
    zh: '解约后协议自所填日期起失效，不能恢复。确定解约？',
    en: 'The contract ends on the given day and cannot be revived. Terminate it?',
  },
  input: z
    .object({
      on: dayInput('解约日期', 'Terminated on'),
      reason: field(z.enum(reasonCodes), { title: { zh: '解约原因', en: 'Reason' }, values: endReasons }),
      note: noteInput,
    })
    .refine((input) => input.reason !== 'other' || Boolean(input.note), {
      path: ['note'],
      message: '原因为“其他”时请填写说明 / say why',
    }),
  run({ input, today, current, change }) {
    const on = input.on ?? today
    if (on > today)
      return refuse('on', { zh: `解约日期不能晚于今天（${today}）`, en: `Not later than today (${today})` })
    if (on >= current.endsOn) {
      return refuse('on', {
        zh: `该协议已于${current.endsOn}到期，无需解约`,
        en: `The contract ended on ${current.endsOn} already`,
      })
    }
    return change({ endsOn: terminatedEnd(current, on), endReason: input.reason, endNote: input.note ?? null })
  },
})
