import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { requireCountyAccount } from '@kangheng/kernel/access/county-account.ts'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { findInstitution, getPlace } from '@kangheng/kernel/place/find.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { concernsReproduction } from '../../population/resident/index.ts'
import {
  ANSWER_WITHIN,
  causes,
  gravities,
  letterNumber,
  nextGravity,
  RECHECK_WITHIN,
  type Cause,
  type Gravity,
} from './escalation.ts'
import { supervisionLetter } from './records.ts'
import { letters } from './tables.ts'

type Letter = typeof letters.$inferSelect

const long = (zh: string, en: string) =>
  field(z.string().trim().min(4).max(2000), { title: { zh, en }, multiline: true })

/** The next number of the year. Two letters at the same time wait for each other, so that none is given twice and none is left out. */
async function nextSerial(
  { connection, county }: Pick<ActionContext, 'connection' | 'county'>,
  year: number,
): Promise<number> {
  await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`supervision ${county} ${year}`])
  const [row] = await connection.query<{ serial: number }>(
    'select coalesce(max(serial), 0) + 1 as serial from supervision_letter where county = $1 and year = $2',
    [county, year],
  )
  return Number(row!.serial)
}

/** Letters are numbered over the whole county, so that they are sent from there. */
const requireCounty = (context: Pick<ActionContext, 'actor' | 'county'>) =>
  requireCountyAccount(context, 'unit', { zh: '督办由县级账号签发', en: 'Letters are sent by accounts of the county' })

type New = Pick<
  Letter,
  | 'unit'
  | 'unitName'
  | 'cause'
  | 'matter'
  | 'title'
  | 'indicator'
  | 'period'
  | 'facts'
  | 'demands'
  | 'division'
  | 'institution'
  | 'previous'
>

/** What all letters have in common: number, gravity after those before, day by which to answer. */
async function composed(
  context: Pick<ActionContext, 'connection' | 'county' | 'findAll' | 'today'>,
  letter: New,
  asked: Gravity,
  answerBy: IsoDate | undefined,
) {
  const { findAll, today } = context
  const year = Number(today.slice(0, 4))
  const before = await findAll(
    supervisionLetter,
    and(
      eq(letters.unit, letter.unit),
      eq(letters.matter, letter.matter),
      eq(letters.year, year),
      isNull(letters.voidedAt),
    ),
  )
  const gravity = nextGravity(
    asked,
    letter.cause as Cause,
    before.map((each) => each.gravity as Gravity),
  )
  const serial = await nextSerial(context, year)
  return {
    ...letter,
    year,
    serial,
    number: letterNumber(year, serial),
    gravity,
    answerBy: answerBy ?? addDays(today, ANSWER_WITHIN[gravity]),
  }
}

export const issueLetter = defineAction(supervisionLetter, {
  name: 'issue',
  title: { zh: '签发督办', en: 'Send a letter' },
  on: 'new',
  to: 'issued',
  input: z.object({
    place: field(z.string().max(12).optional(), { title: { zh: '被督办乡镇', en: 'Township' }, refersTo: 'division' }),
    institution: field(z.string().max(30).optional(), {
      title: { zh: '被督办机构', en: 'Institution' },
      refersTo: 'institution',
    }),
    gravity: choice({ yellow: gravities.yellow, red: gravities.red }, { zh: '等级', en: 'Gravity' }),
    cause: choice(causes, { zh: '事由', en: 'Cause' }),
    title: field(z.string().trim().min(4).max(80), { title: { zh: '事项', en: 'Matter' } }),
    indicator: field(z.string().trim().max(100).optional(), { title: { zh: '指标编号', en: 'Indicator' } }),
    period: field(z.string().trim().max(12).optional(), { title: { zh: '时期', en: 'Period' } }),
    facts: long('存在问题', 'What is wrong'),
    demands: long('督办要求', 'What is asked'),
    answerBy: field(z.iso.date().optional(), {
      title: { zh: '答复期限', en: 'Answer by' },
      help: { zh: '不填按等级：黄牌15天，红牌10天', en: 'Left out: 15 days for yellow, 10 for red' },
    }),
  }),
  async run(context) {
    const { input, connection, county, house, create, find, today } = context
    requireCounty(context)
    const code = input.institution ?? input.place
    if (!code) return refuse('place', { zh: '请选择被督办的乡镇或机构', en: 'Choose the township or institution' })
    const unit = await getPlace(connection, county, checkPlaceCode(code))
    const indicator = input.indicator ? house.indicators.get(input.indicator) : undefined
    if (input.indicator && !indicator)
      return refuse('indicator', { zh: '没有这个指标', en: 'There is no such indicator' })
    if (indicator && concernsReproduction(indicator))
      return refuse('indicator', {
        zh: '生育类数据依法不得督办',
        en: 'No letter is sent about people’s own decision to have children',
      })
    if (input.answerBy && input.answerBy <= today)
      return refuse('answerBy', { zh: '期限须晚于今天', en: 'The day must lie after today' })
    const matter = indicator?.id ?? input.title
    const open = await find(
      supervisionLetter,
      and(
        eq(letters.unit, unit.code),
        eq(letters.matter, matter),
        eq(letters.state, 'issued'),
        isNull(letters.voidedAt),
      ),
    )
    if (open)
      return refuse('title', {
        zh: `${open.number}尚未答复，请先复查或升级`,
        en: `${open.number} has not been answered: escalate that one`,
      })
    const detail = input.institution ? await findInstitution(connection, county, unit.code) : undefined
    return create(
      await composed(
        context,
        {
          unit: unit.code,
          unitName: unit.name,
          division: detail?.division ?? unit.code,
          institution: input.institution ?? null,
          cause: input.cause,
          matter,
          title: input.title,
          indicator: indicator?.id ?? null,
          period: input.period ?? null,
          facts: input.facts,
          demands: input.demands,
          previous: null,
        },
        input.gravity,
        input.answerBy,
      ),
    )
  },
})

export const answerLetter = defineAction(supervisionLetter, {
  name: 'answer',
  title: { zh: '答复督办', en: 'Answer' },
  on: 'existing',
  from: ['issued'],
  to: 'answered',
  input: z.object({
    measures: long('整改措施', 'Measures'),
    evidence: field(z.string().trim().min(2).max(1000), { title: { zh: '佐证', en: 'Evidence' }, multiline: true }),
    answeredBy: field(z.string().trim().min(2).max(30), { title: { zh: '答复人', en: 'Answered by' } }),
  }),
  run: ({ input, change, today }) => change({ ...input, answeredOn: today, recheckBy: addDays(today, RECHECK_WITHIN) }),
})

export const returnLetter = defineAction(supervisionLetter, {
  name: 'return',
  title: { zh: '退回重报', en: 'Send back' },
  on: 'existing',
  from: ['answered'],
  to: 'issued',
  input: z.object({
    opinion: long('退回理由', 'Why'),
    answerBy: field(z.iso.date(), { title: { zh: '新的答复期限', en: 'Answer by' } }),
  }),
  run({ input, current, change, today }) {
    if (input.answerBy <= today) return refuse('answerBy', { zh: '期限须晚于今天', en: 'The day must lie after today' })
    return change({
      opinion: input.opinion,
      answerBy: input.answerBy,
      answeredOn: null,
      recheckBy: null,
      returned: current.returned + 1,
    })
  },
})

export const closeLetter = defineAction(supervisionLetter, {
  name: 'close',
  title: { zh: '复查销号', en: 'Re-check and close' },
  on: 'existing',
  from: ['answered'],
  to: 'closed',
  input: z.object({ opinion: long('复查情况', 'What the re-check found') }),
  run: ({ input, change, today }) => change({ opinion: input.opinion, recheckedOn: today }),
})

export const escalateLetter = defineAction(supervisionLetter, {
  name: 'escalate',
  title: { zh: '升级督办', en: 'Escalate' },
  on: 'existing',
  from: ['issued', 'answered'],
  to: 'escalated',
  confirm: {
    zh: '将签发更高等级的督办（黄牌升红牌，红牌转约谈）。确定升级？',
    en: 'A graver letter is sent: yellow becomes red, red an interview. Escalate?',
  },
  input: z.object({ opinion: long('升级理由', 'Why') }),
  async run(context) {
    const { input, current, change, createOther, today } = context
    requireCounty(context)
    if (current.state === 'issued' && today <= current.answerBy)
      return refuse('answerBy', {
        zh: `答复期限到${current.answerBy}，未逾期不能升级`,
        en: `There is time to answer until ${current.answerBy}`,
      })
    if (current.gravity === 'interview') return refuse('gravity', { zh: '已是约谈', en: 'It is an interview already' })
    const { unit, unitName, division, institution, cause, matter, title, indicator, period, demands } = current
    const next = await composed(
      context,
      {
        unit,
        unitName,
        division,
        institution,
        cause,
        matter,
        title,
        indicator,
        period,
        demands,
        facts: `${current.number}：${input.opinion}`,
        previous: current.id,
      },
      current.gravity as Gravity,
      undefined,
    )
    await createOther(supervisionLetter, { ...next, state: 'issued' })
    return change({ opinion: input.opinion, recheckedOn: today })
  },
})
