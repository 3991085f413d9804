import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { ageOn, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { voidAction } from '@kangheng/kernel/record/void-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { death as deathRecord } from '../../population/resident/index.ts'
import { codeTitle, ICD_PATTERN } from '../cause-of-death/index.ts'
import { formInputs as inputs } from '../health-record/index.ts'
import * as codes from './codes.ts'
import { chronicCase } from './records.ts'
import { fatal, kindFault, nextFollowUp, reportDueOn, reviewDueOn, sameCase, type KnownCase } from './rules.ts'

const { table } = chronicCase

/** The day on which the register has somebody as dead. */
async function diedOn(context: Pick<ActionContext, 'find'>, person: string): Promise<IsoDate | null> {
  const death = deathRecord.table
  const row = await context.find(deathRecord, and(eq(death.person, person), isNull(death.voidedAt)))
  return row?.happenedOn ?? null
}

/** What a death means for a case: closed, with its day. */
const afterDeath = (on: IsoDate, died: IsoDate) => ({
  ...{ state: 'closed', condition: 'dead', diedOn: died, fatal: fatal(on, died), followUpOn: null },
})

const knownCases = async (context: Pick<ActionContext, 'findAll'>, person: string) =>
  (
    await context.findAll(
      chronicCase,
      and(eq(table.person, person), isNull(table.voidedAt), ne(table.state, 'duplicate')),
    )
  ).map((row) => ({ row, kind: row.kind, code: row.code, on: row.happenedOn }))

export const report = defineAction(chronicCase, {
  name: 'report',
  title: { zh: '报告心脑血管事件或肿瘤', en: 'Report an attack or cancer' },
  on: 'new',
  to: 'reported',
  input: z.object({
    person: inputs.person,
    kind: inputs.choice(codes.kinds, { zh: '类别', en: 'Kind' }),
    code: field(z.string().trim().toUpperCase().regex(ICD_PATTERN), {
      title: { zh: 'ICD-10编码', en: 'ICD-10 code' },
      help: { zh: '例如 I63.9、I21.0、C34.1', en: 'For example I63.9, I21.0, C34.1' },
    }),
    happenedOn: inputs.day('发病（首次诊断）日期', 'Attack or first diagnosis'),
    diagnosedOn: inputs.day('诊断日期', 'Diagnosed on'),
    basis: inputs.choice(codes.bases, { zh: '诊断依据', en: 'Basis' }),
    first: field(z.boolean().default(true), { title: { zh: '首次发病', en: 'First ever' } }),
    hospital: inputs.short('诊断单位', 'Hospital', 100),
    stage: inputs.choice(codes.stages, { zh: '诊断时分期（肿瘤）', en: 'Stage (cancer)' }).optional(),
    morphology: inputs.short('形态学编码（ICD-O-3，肿瘤）', 'Morphology (ICD-O-3, cancer)', 8),
    doctor: inputs.short('报告医生', 'Doctor'),
  }),
  async run(context) {
    const { input, today, actor } = context
    const { kind, code, happenedOn: on = today, first, ...given } = input
    const fault = kindFault(kind, code)
    if (fault) refuse('code', fault)
    const diagnosedOn = input.diagnosedOn ?? on
    if (diagnosedOn < on || diagnosedOn > today)
      refuse('diagnosedOn', { zh: '诊断日期应在发病之后、今天之前', en: 'Between the attack and today' })
    const person = await getPerson(context, input.person)
    if (on < person.birth) refuse('happenedOn', { zh: '早于出生日期', en: 'Before the birth' })
    const died = await diedOn(context, input.person)
    if (died && on > died) refuse('happenedOn', { zh: `此人已于${died}死亡`, en: `This person died on ${died}` })
    const known = await knownCases(context, input.person)
    const mine: KnownCase = { kind, code, on }
    const same = known.find((each) => sameCase(each, mine))
    if (same)
      refuse('person', {
        zh: `已有${same.on}的报告卡：同类事件28天内、同部位肿瘤只报一次`,
        en: `There is a card of ${same.on}: attacks within 28 days and cancers of one site are reported once`,
      })
    if (first && kind !== 'cancer' && known.some((each) => each.kind === kind && each.on < on))
      refuse('first', { zh: '此人以前报告过该类事件，不是首次发病', en: 'An earlier attack is on record' })
    const due = reportDueOn(diagnosedOn)
    return context.create({
      ...given,
      ...{ kind, code, happenedOn: on, first, diagnosedOn, disease: codeTitle(code)!.zh },
      ...{ doctor: input.doctor || actor.name, reportedOn: today, reportDueOn: due, inTime: today <= due },
      ...{ sex: person.sex, age: ageOn(person.birth, on), reviewDueOn: reviewDueOn(today) },
      ...(died
        ? { diedOn: died, condition: 'dead', fatal: fatal(on, died) }
        : { followUpOn: nextFollowUp(kind, on, undefined) }),
    })
  },
})

export const review = defineAction(chronicCase, {
  name: 'review',
  title: { zh: '审核', en: 'Review' },
  on: 'existing',
  from: ['reported'],
  input: z.object({}),
  run: ({ current, today, change }) =>
    change({ reviewedOn: today, state: current.followUpOn === null ? 'closed' : 'reviewed' }),
})

export const settleDuplicate = defineAction(chronicCase, {
  name: 'settle-duplicate',
  title: { zh: '判定重卡', en: 'Settle as duplicate' },
  on: 'existing',
  from: ['reported', 'reviewed'],
  to: 'duplicate',
  confirm: { zh: '判为重卡后不再计入统计。确定吗？', en: 'A duplicate is no longer counted. Go on?' },
  input: z.object({
    of: field(z.uuid(), {
      title: { zh: '保留的报告卡', en: 'Card that stays' },
      refersTo: 'record:chronic-disease-report.case',
    }),
  }),
  async run({ input, current, find, change }) {
    const kept = await find(chronicCase, and(eq(table.id, input.of), isNull(table.voidedAt)))
    if (!kept || kept.id === current.id || kept.person !== current.person || kept.kind !== current.kind)
      return refuse('of', {
        zh: '须是同一人同类的另一张报告卡',
        en: 'Must be another card of the same person and kind',
      })
    return change({ duplicateOf: kept.id, followUpOn: null })
  },
})

export const followUp = defineAction(chronicCase, {
  name: 'follow-up',
  title: { zh: '随访', en: 'Follow up' },
  on: 'existing',
  from: ['reported', 'reviewed'],
  input: z.object({
    on: inputs.day('随访日期', 'On'),
    condition: inputs.choice(codes.conditions, { zh: '生存状态', en: 'Condition' }),
    diedOn: inputs.day('死亡日期', 'Died on'),
  }),
  run({ input, current, today, change }) {
    const on = input.on ?? today
    if (on < current.happenedOn || on > today)
      refuse('on', { zh: '随访日期应在发病之后、今天之前', en: 'Between the attack and today' })
    if (input.condition === 'dead') {
      if (!input.diedOn || input.diedOn < current.happenedOn || input.diedOn > on)
        return refuse('diedOn', {
          zh: '请填写发病与随访之间的死亡日期',
          en: 'Give the day of death, between attack and follow-up',
        })
      return change({ lastFollowedOn: on, ...afterDeath(current.happenedOn, input.diedOn) })
    }
    const kind = current.kind as codes.Kind
    const next = input.condition === 'lost' ? null : nextFollowUp(kind, current.happenedOn, on)
    const early = kind !== 'cancer' && on < nextFollowUp(kind, current.happenedOn, undefined)!
    if (early) refuse('on', { zh: '满28天后才能登记28天结局', en: 'The outcome is recorded after 28 days' })
    return change({
      ...{ lastFollowedOn: on, condition: input.condition, followUpOn: next },
      ...(kind !== 'cancer' && input.condition === 'alive' ? { fatal: false } : {}),
      ...(next === null && current.state === 'reviewed' ? { state: 'closed' } : {}),
    })
  },
})

export const closeDead = defineAction(chronicCase, {
  name: 'close-dead',
  title: { zh: '按死亡登记结案', en: 'Close by the register of deaths' },
  on: 'existing',
  from: ['reviewed'],
  input: z.object({}),
  async run(context) {
    const { current, change } = context
    const died = await diedOn(context, current.person!)
    if (!died)
      return refuse('person', { zh: '全员人口没有此人的死亡登记', en: 'The register has no death of this person' })
    return change(afterDeath(current.happenedOn, died))
  },
})

export const voidCase = voidAction(chronicCase, {
  zh: '作废后不再计入统计。确定作废？',
  en: 'It counts no longer. Void it?',
})
