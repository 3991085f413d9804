import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { assertAlive, getPerson } from '@kangheng/kernel/person/registry.ts'
import { presentMoment } from '@kangheng/kernel/period/moment.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field, keysOf } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { eventAfter } from '../adverse-events/actions.ts'
import * as shared from '../inputs.ts'
import { adverseEvent, vaccination } from '../records.ts'
import { vaccinations } from '../tables.ts'
import { consents, reactions } from './codes.ts'
import * as inputs from './inputs.ts'
import { leavesEarly } from './observation.ts'
import { FEVER, findings, preCheckFault } from './pre-check.ts'
import { appointment, session, visit } from './records.ts'
import { appointments, sessions, visits } from './tables.ts'

const present = ['registered', 'checked', 'observing'] as const

export const arrive = defineAction(visit, {
  name: 'arrive',
  title: { zh: '到诊登记', en: 'Register at the desk' },
  on: 'new',
  to: 'registered',
  input: z.object({ person: shared.person, session: inputs.session }),
  async run(context) {
    const { input, today } = context
    const person = await getPerson(context, input.person)
    assertAlive(person)
    const held = await context.find(session, and(eq(sessions.id, input.session), isNull(sessions.voidedAt)))
    if (!held || held.state !== 'open' || held.heldOn !== today)
      return refuse('session', { zh: '今天没有开放的这个门诊', en: 'That session is not open today' })
    // Two desks draw numbers one after the other.
    await context.connection.query(`select pg_advisory_xact_lock(hashtext('vaccination-session'), hashtext($1))`, [
      held.id,
    ])
    const queue = await context.findAll(visit, and(eq(visits.session, held.id), isNull(visits.voidedAt)))
    const there = queue.find((each) => each.person === person.id && (present as readonly string[]).includes(each.state))
    if (there)
      refuse('person', {
        zh: `此人已在排队，${there.number}号`,
        en: `This person is in the queue with number ${there.number}`,
      })
    const booked = and(eq(appointments.person, person.id), eq(appointments.session, held.id))
    const mine = await context.find(appointment, and(booked, eq(appointments.state, 'booked')))
    if (mine) await context.changeOther(appointment, mine, { state: 'arrived' })
    return context.create({
      person: person.id,
      division: person.division,
      institution: held.institution,
      session: held.id,
      appointment: mine?.id ?? null,
      number: Math.max(0, ...queue.map(({ number }) => number)) + 1,
      arrivedAt: presentMoment(today),
    })
  },
})

export const call = defineAction(visit, {
  name: 'call',
  title: { zh: '叫号', en: 'Call' },
  on: 'existing',
  from: ['registered', 'checked'],
  input: z.object({}),
  run: ({ today, change }) => change({ calledAt: presentMoment(today) }),
})

export const passOver = defineAction(visit, {
  name: 'pass-over',
  title: { zh: '过号', en: 'Pass over' },
  on: 'existing',
  from: ['registered', 'checked'],
  input: z.object({}),
  run: ({ current, change }) => change({ calledAt: null, passedOver: current.passedOver + 1 }),
})

const faults = {
  fever: {
    field: 'temperature',
    zh: `体温达到${FEVER}℃，应暂缓接种`,
    en: `From ${FEVER} °C on the dose is put off`,
  },
  acute: {
    field: 'findings',
    zh: '发热或急性疾病应暂缓接种',
    en: 'With fever or an acute illness the dose is put off',
  },
  consent: { field: 'consentSigned', zh: '未签知情同意书，不能接种', en: 'Without signed consent nothing is given' },
  assessment: {
    field: 'assessment',
    zh: '有预检发现的，写明医生判断后才能接种；不能接种的请暂缓',
    en: 'What was found needs a doctor’s judgement in words; otherwise put the dose off',
  },
} as const

export const preCheck = defineAction(visit, {
  name: 'pre-check',
  title: { zh: '预检通过', en: 'Pre-check passed' },
  on: 'existing',
  from: ['registered'],
  to: 'checked',
  input: z.object({
    temperature: field(z.number().min(34).max(43), {
      title: { zh: '体温', en: 'Temperature' },
      unit: { zh: '℃', en: '°C' },
    }),
    findings: field(z.array(z.enum(keysOf(findings))).default([]), {
      title: { zh: '预检发现', en: 'Found' },
      values: findings,
    }),
    assessment: field(z.string().trim().min(4).max(300).optional(), {
      title: { zh: '医生判断', en: 'Doctor’s judgement' },
      help: { zh: '有预检发现时必填', en: 'Needed when something was found' },
    }),
    consentSigned: field(z.boolean(), { title: { zh: '已签知情同意书', en: 'Consent signed' } }),
    consentBy: shared.choice(consents, { zh: '签字人', en: 'Signed by' }),
  }),
  run({ input, change }) {
    const fault = preCheckFault({ ...input, assessment: input.assessment })
    if (fault) refuse(faults[fault].field, faults[fault])
    const { temperature, findings: found, assessment = null, consentBy } = input
    return change({ temperature, findings: found, assessment, consentBy, calledAt: null })
  },
})

export const defer = defineAction(visit, {
  name: 'defer',
  title: { zh: '暂缓接种', en: 'Put the dose off' },
  on: 'existing',
  from: ['registered', 'checked'],
  to: 'deferred',
  input: z.object({
    temperature: field(z.number().min(34).max(43).optional(), {
      title: { zh: '体温', en: 'Temperature' },
      unit: { zh: '℃', en: '°C' },
    }),
    reason: shared.long('原因', 'Reason'),
    until: field(z.iso.date(), { title: { zh: '暂缓至', en: 'Until' } }),
  }),
  run({ input, today, current, change }) {
    if (input.until <= today) refuse('until', { zh: '应晚于今天', en: 'This must be after today' })
    const { temperature = current.temperature, reason, until } = input
    return change({ temperature, withoutDose: reason, deferUntil: until })
  },
})

export const goWithout = defineAction(visit, {
  name: 'go',
  title: { zh: '未种离开', en: 'Left without a dose' },
  on: 'existing',
  from: ['registered', 'checked'],
  to: 'gone',
  input: z.object({ reason: shared.long('原因', 'Reason') }),
  run: ({ input, today, change }) => change({ withoutDose: input.reason, leftAt: presentMoment(today) }),
})

export const leave = defineAction(visit, {
  name: 'leave',
  title: { zh: '留观结束', en: 'End of observation' },
  on: 'existing',
  from: ['observing'],
  to: 'left',
  input: z.object({
    reaction: shared.choice(reactions, { zh: '留观反应', en: 'Reaction' }),
    symptoms: field(z.string().trim().min(2).max(500).optional(), {
      title: { zh: '表现', en: 'Symptoms' },
      help: { zh: '有反应时必填，同时登记疑似异常反应', en: 'Needed with a reaction, which is registered as an event' },
    }),
    leftEarly: field(z.string().trim().min(2).max(200).optional(), {
      title: { zh: '提前离开原因', en: 'Why before the time' },
      help: { zh: '未满30分钟离开的必填', en: 'Needed when leaving before 30 minutes' },
    }),
  }),
  async run(context) {
    const { input, current, today } = context
    const now = presentMoment(today)
    const early = leavesEarly(current.observeUntil!, now)
    if (early && !input.leftEarly)
      refuse('leftEarly', {
        zh: `留观至${current.observeUntil!.slice(11)}，提前离开请写明原因`,
        en: `To stay until ${current.observeUntil!.slice(11)}; say why it is left before`,
      })
    const row = await context.change({
      leftAt: now,
      leftEarly: early ? input.leftEarly! : null,
      reaction: input.reaction,
    })
    if (input.reaction === 'none') return row
    if (!input.symptoms) refuse('symptoms', { zh: '有反应的请写明表现', en: 'Say what was seen' })
    const given = and(eq(vaccinations.visit, current.id), isNull(vaccinations.voidedAt))
    const last = (await context.findAll(vaccination, given)).sort((one, other) => (one.id < other.id ? 1 : -1))[0]
    if (!last) return row
    await context.createOther(adverseEvent, {
      state: 'found',
      ...eventAfter(last, {
        severity: input.reaction,
        symptoms: input.symptoms!,
        happenedOn: today,
        foundAt: `${now.replace(' ', 'T')}:00+08:00`,
      }),
    })
    return row
  },
})
