import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { checkedValues, findSameIllness, isComplete } from './card-values.ts'
import { reportDue, reviewDue } from './clocks.ts'
import { infectionRoutes, maritalStates, returnReasons, sampleSources } from './codes.ts'
import { cardInputs } from './inputs.ts'
import { dayOfMoment, presentMoment } from '@kangheng/kernel/period/moment.ts'
import { findDisease } from './notifiable/list.ts'
import { notifiableCase, sexualHealthCard } from './records.ts'
import { raiseThresholdSignals } from './threshold-signals.ts'
import { notifiableCases } from './tables.ts'

export const reportCase = defineAction(notifiableCase, {
  name: 'report',
  title: { zh: '报告传染病', en: 'Report a case' },
  on: 'new',
  to: 'reported',
  conceal: ['address', 'guardian'],
  input: z.object({
    person: field(z.uuid(), { title: { zh: '患者', en: 'Patient' }, refersTo: 'person' }),
    ...cardInputs,
    doctor: field(z.string().trim().max(30).optional(), { title: { zh: '填卡医生', en: 'Doctor' } }),
    sameIllness: field(z.boolean().default(false), {
      title: { zh: '已核对：与已有报告卡不是同一次患病', en: 'Checked: another illness than the card already there' },
    }),
  }),
  async run(context) {
    const { input, today, actor, create } = context
    const now = presentMoment(today)
    const values = await checkedValues(context, input.person, input, now)
    const known = await findSameIllness(context, input.person, values)
    if (known && !input.sameIllness)
      return refuse('disease', {
        zh: `此人已有该病报告卡（${known.happenedOn}发病，${known.reportedAt}报告）。如为同一次患病请订正原卡；确非同一次，请勾选“已核对”`,
        en: `There is a card of this disease already (onset ${known.happenedOn}, reported ${known.reportedAt}). Correct that card, or tick “Checked” if this is another illness`,
      })
    const disease = findDisease(values.disease)!
    const due = reportDue(disease, values.subtype, values.diagnosedAt)
    const review = reviewDue(disease, values.subtype, now)
    const row = await create({
      ...values,
      person: input.person,
      doctor: input.doctor || actor.name,
      reportedAt: now,
      reportDueAt: due,
      reportedInTime: now <= due,
      reviewDueAt: review,
      reviewDueOn: dayOfMoment(review),
      complete: isComplete(input),
    })
    await raiseThresholdSignals(context, row, now)
    return row
  },
})

export const correctCase = defineAction(notifiableCase, {
  name: 'correct',
  title: { zh: '订正报告卡', en: 'Correct a card' },
  on: 'existing',
  from: ['reported', 'reviewed', 'returned'],
  to: 'reported',
  conceal: ['address', 'guardian'],
  input: z.object(cardInputs),
  async run(context) {
    const { input, today, current, change } = context
    const now = presentMoment(today)
    const values = await checkedValues(context, current.person!, input, now)
    const renamed = values.disease !== current.disease
    const review = reviewDue(findDisease(values.disease)!, values.subtype, now)
    const row = await change({
      ...values,
      ...(renamed ? { formerDisease: current.disease } : {}),
      reviewDueAt: review,
      reviewDueOn: dayOfMoment(review),
      reviewedAt: null,
      reviewedOn: null,
      reviewedInTime: null,
      returnReason: null,
    })
    if (renamed) await raiseThresholdSignals(context, row, now)
    return row
  },
})

export const reviewCase = defineAction(notifiableCase, {
  name: 'review',
  title: { zh: '审核报告卡', en: 'Review a card' },
  on: 'existing',
  from: ['reported'],
  to: 'reviewed',
  input: z.object({}),
  async run(context) {
    const { today, current, change } = context
    const now = presentMoment(today)
    const double = await findSameIllness(context, current.person!, current, current.id)
    if (double && double.state === 'reviewed')
      return refuse('state', {
        zh: `与${double.happenedOn}发病的已审核报告卡可能是同一次患病，请先判定是否重卡`,
        en: `May be the same illness as the reviewed card with onset ${double.happenedOn}; settle first whether it is a duplicate`,
      })
    const row = await change({
      reviewedAt: now,
      reviewedOn: dayOfMoment(now),
      reviewedInTime: now <= current.reviewDueAt,
    })
    await raiseThresholdSignals(context, row, now)
    return row
  },
})

export const returnCase = defineAction(notifiableCase, {
  name: 'return',
  title: { zh: '退卡', en: 'Send a card back' },
  on: 'existing',
  from: ['reported'],
  to: 'returned',
  input: z.object({
    reason: choice(returnReasons, { zh: '退卡原因', en: 'Why sent back' }),
  }),
  run: ({ input, change }) => change({ returnReason: input.reason }),
})

export const settleDuplicate = defineAction(notifiableCase, {
  name: 'settle-duplicate',
  title: { zh: '判定重卡', en: 'Settle as duplicate' },
  on: 'existing',
  from: ['reported', 'returned'],
  to: 'duplicate',
  confirm: { zh: '判为重卡后不再计入统计。确定吗？', en: 'A duplicate is no longer counted. Go on?' },
  input: z.object({
    of: field(z.uuid(), {
      title: { zh: '保留的报告卡', en: 'The card that stays' },
      refersTo: 'record:communicable-disease.case',
    }),
  }),
  async run({ input, current, find, change }) {
    const kept = await find(notifiableCase, eq(notifiableCases.id, input.of))
    if (!kept || kept.id === current.id || kept.person !== current.person || kept.disease !== current.disease)
      return refuse('of', {
        zh: '须是同一人同一病的另一张报告卡',
        en: 'Must be another card of the same person and disease',
      })
    return change({ duplicateOf: kept.id })
  },
})

export const attachSexualHealthCard = defineAction(sexualHealthCard, {
  name: 'attach',
  title: { zh: '填写艾滋病性病附卡', en: 'Fill in the attached card' },
  on: 'new',
  to: 'filled',
  input: z.object({
    case: field(z.uuid(), { title: { zh: '报告卡', en: 'Report card' }, refersTo: 'record:communicable-disease.case' }),
    marital: choice(maritalStates, { zh: '婚姻状况', en: 'Marital state' }),
    route: choice(infectionRoutes, { zh: '最可能感染途径', en: 'Most likely route of infection' }),
    sampleSource: choice(sampleSources, { zh: '样本来源', en: 'Source of the sample' }),
    contacts: field(z.int().min(0).max(999).optional(), { title: { zh: '非婚性伴数', en: 'Partners' } }),
    conclusion: field(z.string().trim().max(200).optional(), {
      title: { zh: '实验室检测结论', en: 'Laboratory conclusion' },
    }),
  }),
  async run({ input, find, create }) {
    const card = await find(notifiableCase, eq(notifiableCases.id, input.case))
    if (!card || findDisease(card.disease)?.attached !== 'sexually-transmitted')
      return refuse('case', { zh: '该报告卡不需要艾滋病性病附卡', en: 'That card needs no attached card of this kind' })
    return create({ ...input, person: card.person, division: card.division })
  },
})
