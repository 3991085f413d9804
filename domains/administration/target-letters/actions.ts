import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { readFigures } from '@kangheng/kernel/indicator/read-figures.ts'
import { accumulates, divideValue, findTarget, putTarget } from '@kangheng/kernel/indicator/targets.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { refuseReproductionTarget, usualPopulation } from '../../population/resident/index.ts'
import { monthsFor } from './months.ts'
import { findParty, requireAbove, targetPlace } from './parties.ts'
import { change as letterChange, item, letter, levels, methods, type Level, type Method } from './records.ts'
import { items, letters } from './tables.ts'

type Letter = typeof letters.$inferSelect
type Item = typeof items.$inferSelect

const letterInput = field(z.uuid(), { title: { zh: '责任书', en: 'Letter' }, refersTo: 'record:target-letters.letter' })
const reasonInput = field(z.string().trim().min(4).max(500), { title: { zh: '理由', en: 'Reason' }, multiline: true })
const numeral = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)
const valueInput = field(numeral, { title: { zh: '年度目标', en: 'Value of the year' } })
const monthsInput = field(z.array(numeral).length(12).optional(), {
  title: { zh: '各月末累计目标（逐月填写时填）', en: 'Due at the end of each month (by hand)' },
})

const standing = ({ findAll }: Pick<ActionContext, 'findAll'>, id: string) =>
  findAll(item, and(eq(items.letter, id), isNull(items.voidedAt)))

async function getLetter({ find }: Pick<ActionContext, 'find'>, id: string): Promise<Letter> {
  return (await find(letter, eq(letters.id, id))) ?? refuse('letter', { zh: '没有这份责任书', en: 'No such letter' })
}

/** An indicator that a target may be set on. @throws Refusal for one that nobody answers for, or that nobody may be made to answer for. */
function judgedIndicator({ house }: Pick<ActionContext, 'house'>, id: string): Indicator {
  const indicator = house.indicators.get(id)
  if (!indicator) return refuse('indicator', { zh: `没有指标 ${id}`, en: `There is no indicator ${id}` })
  refuseReproductionTarget(indicator)
  if (indicator.better === 'neither')
    return refuse('indicator', {
      zh: `“${indicator.title.zh}”没有好坏方向，不能作为目标`,
      en: `“${indicator.title.en}” has no direction, so that it cannot be a target`,
    })
  return indicator
}

export const draftLetter = defineAction(letter, {
  name: 'draft',
  title: { zh: '起草责任书', en: 'Draft a letter' },
  on: 'new',
  to: 'draft',
  input: z.object({
    year: field(z.int().min(2000).max(2100), { title: { zh: '年度', en: 'Year' } }),
    level: choice(levels, { zh: '层级', en: 'Level' }),
    place: field(z.string().max(12).optional(), {
      title: { zh: '乡镇或村', en: 'Township or village' },
      refersTo: 'division',
    }),
    institution: field(z.string().max(30).optional(), {
      title: { zh: '机构', en: 'Institution' },
      refersTo: 'institution',
    }),
    section: field(z.string().trim().max(40).optional(), { title: { zh: '股室（全称）', en: 'Section (full name)' } }),
    responsible: field(z.string().trim().min(2).max(40), { title: { zh: '责任人', en: 'Responsible' } }),
  }),
  async run({ input, connection, house, county, actor, find, create }) {
    const party = await findParty(connection, house, county, input.level, input)
    requireAbove(actor, { level: input.level, party: party.party }, county)
    const known = await find(
      letter,
      and(
        eq(letters.party, party.party),
        eq(letters.level, input.level),
        eq(letters.year, input.year),
        ne(letters.state, 'ended'),
        isNull(letters.voidedAt),
      ),
    )
    if (known)
      return refuse('party', {
        zh: `${party.partyName}已有${input.year}年责任书`,
        en: `${party.partyName} has a letter of ${input.year} already`,
      })
    return create({ ...party, year: input.year, level: input.level, responsible: input.responsible })
  },
})

async function nextNumber(context: Pick<ActionContext, 'findAll'>, id: string): Promise<number> {
  return (await standing(context, id)).reduce((most, each) => Math.max(most, each.number), 0) + 1
}

const place = (owner: Letter) => ({
  letter: owner.id,
  year: owner.year,
  partyName: owner.partyName,
  division: owner.division,
  institution: owner.institution,
})

async function draftOf(context: Pick<ActionContext, 'find' | 'actor' | 'county'>, id: string): Promise<Letter> {
  const owner = await getLetter(context, id)
  requireAbove(context.actor, owner, context.county)
  return owner.state === 'draft'
    ? owner
    : refuse('letter', { zh: '责任书已下达，不能再增减项目', en: 'The letter has been issued; its items are settled' })
}

export const addIndicator = defineAction(item, {
  name: 'add-indicator',
  title: { zh: '列入指标', en: 'Add an indicator' },
  on: 'new',
  to: 'draft',
  input: z.object({
    letter: letterInput,
    indicator: field(z.string().trim().max(100), {
      title: { zh: '指标编号', en: 'Indicator' },
      help: { zh: '例如 family-doctor.coverage', en: 'For example family-doctor.coverage' },
    }),
    value: field(numeral.optional(), {
      title: { zh: '年度目标', en: 'Value of the year' },
      help: { zh: '不填则取已下达的目标', en: 'Left out: the target that is set already' },
    }),
    method: choice(methods, { zh: '按月分解', en: 'Months' }).default('even'),
    months: monthsInput,
  }),
  async run(context) {
    const { input, create, county, connection, find } = context
    const owner = await draftOf(context, input.letter)
    const indicator = judgedIndicator(context, input.indicator)
    const known = await find(
      item,
      and(eq(items.letter, owner.id), eq(items.indicator, indicator.id), isNull(items.voidedAt)),
    )
    if (known) return refuse('indicator', { zh: '该指标已列入', en: 'The indicator is in the letter already' })
    const at = targetPlace(owner, county)
    const target = await findTarget(connection, county, indicator.id, at, owner.year)
    const value =
      input.value ??
      target?.value ??
      refuse('value', { zh: '该指标尚未下达目标，请填写', en: 'No target is set yet: give the value' })
    const months =
      input.value === undefined && target
        ? [...target.months]
        : await monthsFor(context, indicator, {
            place: at,
            year: owner.year,
            value,
            method: input.method,
            months: input.months,
          })
    return create({
      ...place(owner),
      number: await nextNumber(context, owner.id),
      kind: 'indicator',
      title: indicator.title.zh,
      indicator: indicator.id,
      place: at,
      value,
      months,
      method: input.value === undefined ? 'by-hand' : input.method,
    })
  },
})

export const addTask = defineAction(item, {
  name: 'add-task',
  title: { zh: '列入任务', en: 'Add a task' },
  on: 'new',
  to: 'draft',
  input: z.object({
    letter: letterInput,
    title: field(z.string().trim().min(4).max(200), { title: { zh: '任务', en: 'Task' } }),
    dueOn: field(z.iso.date(), { title: { zh: '完成时限', en: 'Due on' } }),
  }),
  async run(context) {
    const { input, create } = context
    const owner = await draftOf(context, input.letter)
    if (!input.dueOn.startsWith(String(owner.year)))
      return refuse('dueOn', { zh: '时限须在责任书年度内', en: 'The day lies outside the year of the letter' })
    return create({
      ...place(owner),
      number: await nextNumber(context, owner.id),
      kind: 'task',
      title: input.title,
      dueOn: input.dueOn,
    })
  },
})

/** How a value that adds up is weighed over places: by the indicator's denominators of last year, or by residents where it has none. */
async function weightsOf(
  { connection, county }: Pick<ActionContext, 'connection' | 'county'>,
  indicator: Indicator,
  places: readonly string[],
  year: number,
): Promise<bigint[]> {
  const id = indicator.kind === 'ratio' ? indicator.id : usualPopulation.id
  const figures = await readFigures(connection, { county, indicators: [id], places, periods: [String(year - 1)] })
  const at = new Map(figures.map((figure) => [figure.place, figure]))
  return places.map((code) => {
    const figure = at.get(code)
    const weight = indicator.kind === 'ratio' ? figure?.denominator : figure?.value
    if (weight == null)
      return refuse('indicator', {
        zh: `${code}没有上年数，不能按基数分解`,
        en: `${code} has no figure of last year to divide by`,
      })
    return BigInt(weight.split('.')[0]!)
  })
}

export const divideItem = defineAction(item, {
  name: 'divide',
  title: { zh: '分解到下级', en: 'Divide among the letters below' },
  on: 'existing',
  from: ['draft', 'in-force'],
  input: z.object({ method: choice(methods, { zh: '按月分解', en: 'Months' }).default('even') }),
  async run(context) {
    const { input, current, county, house, findAll, find, change, createOther } = context
    const owner = await getLetter(context, current.letter)
    const indicator = current.indicator ? house.indicators.get(current.indicator) : undefined
    if (!indicator || current.value === null)
      return refuse('kind', { zh: '只有指标可以分解', en: 'Only indicators can be divided' })
    const level: Level | undefined =
      owner.level === 'county' ? 'township' : owner.level === 'township' ? 'village' : undefined
    if (!level) return refuse('level', { zh: '该层级没有下级', en: 'There is nothing below this level' })
    const below = (
      await findAll(
        letter,
        and(
          eq(letters.level, level),
          eq(letters.year, owner.year),
          eq(letters.state, 'draft'),
          isNull(letters.voidedAt),
        ),
      )
    )
      .filter((each) => each.party.startsWith(owner.party))
      .sort((one, other) => (one.party < other.party ? -1 : 1))
    if (below.length === 0) return refuse('level', { zh: '下级没有起草中的责任书', en: 'There are no drafts below' })
    // What adds up is divided by denominators; a rate is the same for everybody.
    const values = accumulates(indicator)
      ? divideValue(
          current.value,
          indicator.decimals,
          await weightsOf(
            context,
            indicator,
            below.map((each) => each.party),
            owner.year,
          ),
        )
      : below.map(() => current.value!)
    for (const [index, each] of below.entries()) {
      requireAbove(context.actor, each, county)
      const known = await find(
        item,
        and(eq(items.letter, each.id), eq(items.indicator, indicator.id), isNull(items.voidedAt)),
      )
      if (known)
        return refuse('indicator', {
          zh: `${each.partyName}的责任书已有该指标`,
          en: `The letter of ${each.partyName} has the indicator already`,
        })
      const at = targetPlace(each, county)
      const value = values[index]!
      await createOther(item, {
        ...place(each),
        state: 'draft',
        number: await nextNumber(context, each.id),
        kind: 'indicator',
        title: indicator.title.zh,
        indicator: indicator.id,
        place: at,
        value,
        months: await monthsFor(context, indicator, {
          place: at,
          year: owner.year,
          value,
          method: input.method === 'by-hand' ? 'even' : input.method,
        }),
        method: input.method === 'by-hand' ? 'even' : input.method,
      })
    }
    return change({})
  },
})

export const removeItem = defineAction(item, {
  name: 'remove',
  title: { zh: '移出责任书', en: 'Remove from the letter' },
  on: 'existing',
  from: ['draft'],
  input: z.object({}),
  async run(context) {
    await draftOf(context, context.current.letter)
    return context.change(voidedBecause('移出责任书'))
  },
})

export const issueLetter = defineAction(letter, {
  name: 'issue',
  title: { zh: '下达责任书', en: 'Issue' },
  on: 'existing',
  from: ['draft'],
  to: 'issued',
  input: z.object({}),
  async run(context) {
    const { current, change, today, actor, county } = context
    requireAbove(actor, current, county)
    if ((await standing(context, current.id)).length === 0)
      return refuse('letter', { zh: '责任书还没有项目', en: 'The letter has no items yet' })
    return change({ issuedOn: today })
  },
})

/** Writes an indicator's value into the one store of targets, which cockpit, warnings and bulletin read. */
function putItem(
  context: Parameters<typeof putTarget>[0],
  each: Pick<Item, 'indicator' | 'place' | 'year' | 'value' | 'months'>,
) {
  return putTarget(context, {
    indicator: each.indicator!,
    place: each.place!,
    year: each.year,
    value: each.value!,
    months: each.months,
  })
}

export const signLetter = defineAction(letter, {
  name: 'sign',
  title: { zh: '签订责任书', en: 'Sign' },
  on: 'existing',
  from: ['issued'],
  to: 'signed',
  confirm: {
    zh: '签订后目标生效，调整须说明理由。确定签订？',
    en: 'The targets take effect; changes will need a reason. Sign?',
  },
  input: z.object({}),
  async run(context) {
    const { current, change, changeOther, today, actor, connection, county } = context
    for (const each of await standing(context, current.id)) {
      if (each.kind === 'indicator') {
        // Several sections may answer for one county figure; they cannot each have their own idea of it.
        const target =
          current.level === 'section'
            ? await findTarget(connection, county, each.indicator!, each.place!, each.year)
            : undefined
        if (target && Number(target.value) !== Number(each.value))
          return refuse('letter', {
            zh: `“${each.title}”的全县目标是${target.value}，与本责任书不一致`,
            en: `The county’s target of “${each.title}” is ${target.value}, which differs`,
          })
        if (!target) await putItem(context, each)
      }
      await changeOther(item, each, { state: 'in-force' })
    }
    return change({ signedOn: today, signedBy: actor.account })
  },
})

export const endLetter = defineAction(letter, {
  name: 'end',
  title: { zh: '终止责任书', en: 'End' },
  on: 'existing',
  from: ['draft', 'issued', 'signed'],
  to: 'ended',
  input: z.object({ reason: reasonInput }),
  async run(context) {
    for (const each of await standing(context, context.current.id))
      if (each.kind === 'task' && each.state !== 'done')
        await context.changeOther(item, each, { state: 'failed', opinion: context.input.reason })
    return context.change({})
  },
})

export const changeItem = defineAction(item, {
  name: 'change',
  title: { zh: '调整目标', en: 'Change' },
  on: 'existing',
  from: ['in-force'],
  input: z.object({
    value: field(valueInput.optional(), { title: { zh: '年度目标（指标）', en: 'Value of the year (indicator)' } }),
    method: choice(methods, { zh: '按月分解', en: 'Months' }).default('even'),
    months: monthsInput,
    dueOn: field(z.iso.date().optional(), { title: { zh: '完成时限（任务）', en: 'Due on (task)' } }),
    reason: reasonInput,
  }),
  async run(context) {
    const { input, current, change, createOther, house } = context
    const owner = await getLetter(context, current.letter)
    requireAbove(context.actor, owner, context.county)
    const note = (before: string, after: string) =>
      createOther(letterChange, {
        state: 'made',
        division: current.division,
        institution: current.institution,
        item: current.id,
        partyName: current.partyName,
        title: current.title,
        before,
        after,
        reason: input.reason,
      })
    if (current.kind === 'task') {
      if (!input.dueOn || input.dueOn === current.dueOn)
        return refuse('dueOn', { zh: '请填写新的时限', en: 'Give the new day' })
      await note(current.dueOn!, input.dueOn)
      return change({ dueOn: input.dueOn })
    }
    if (owner.level === 'section')
      return refuse('value', {
        zh: '股室承担的是全县目标，请在县的责任书中调整',
        en: 'A section answers for the county’s target: change it in the county’s letter',
      })
    if (!input.value) return refuse('value', { zh: '请填写新的目标值', en: 'Give the new value' })
    const indicator = house.indicators.get(current.indicator!)!
    const months = await monthsFor(context, indicator, {
      place: current.place!,
      year: current.year,
      value: input.value,
      method: input.method as Method,
      months: input.months,
    })
    await note(current.value!, input.value)
    await putItem(context, { ...current, value: input.value, months })
    return change({ value: input.value, months, method: input.method })
  },
})

export const reportTask = defineAction(item, {
  name: 'report',
  title: { zh: '报告完成', en: 'Report done' },
  on: 'existing',
  from: ['in-force'],
  to: 'reported',
  input: z.object({
    evidence: field(z.string().trim().min(4).max(1000), {
      title: { zh: '完成情况和佐证', en: 'Evidence' },
      multiline: true,
    }),
  }),
  run({ input, current, change, today }) {
    if (current.kind !== 'task')
      return refuse('kind', { zh: '指标按统计数考核，不需报告', en: 'Indicators are judged by their figures' })
    return change({ evidence: input.evidence, reportedOn: today })
  },
})

export const checkTask = defineAction(item, {
  name: 'check',
  title: { zh: '核查任务', en: 'Check' },
  on: 'existing',
  from: ['reported'],
  input: z.object({
    done: field(z.boolean(), { title: { zh: '确已完成', en: 'It is done' } }),
    opinion: field(z.string().trim().min(2).max(500), { title: { zh: '核查意见', en: 'Opinion' } }),
  }),
  async run(context) {
    const { input, current, change, today } = context
    requireAbove(context.actor, await getLetter(context, current.letter), context.county)
    // What was not done goes back to the unit; it is overdue again from its day on.
    return change({ state: input.done ? 'done' : 'in-force', opinion: input.opinion, checkedOn: today })
  },
})
