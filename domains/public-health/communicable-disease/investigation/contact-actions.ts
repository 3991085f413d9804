import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { persons } from '@kangheng/kernel/person/tables.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { diseaseTitles } from '../titles.ts'
import { observationSites, relations } from './codes.ts'
import { courseOf } from './course.ts'
import { cardInput, caseInput, getCase } from './investigate-actions.ts'
import { createLink } from './link-actions.ts'
import { caseContact, contactObservation } from './records.ts'
import { infectiousPeriod, observeUntil } from './spread.ts'
import { caseContacts, contactObservations } from './tables.ts'

/** From this temperature on a contact has a fever (℃). Source: 诊断学: 腋温. */
const FEVER = 37.3
const reason = field(z.string().trim().min(2).max(200), { title: { zh: '依据', en: 'Reason' } })
const phone = field(
  z
    .string()
    .trim()
    .regex(/^[\d-]{5,20}$/)
    .optional(),
  { title: { zh: '联系电话', en: 'Telephone' } },
)

export const registerContact = defineAction(caseContact, {
  name: 'register',
  title: { zh: '登记密切接触者', en: 'Register a contact' },
  on: 'new',
  to: 'observing',
  conceal: ['phone', 'name'],
  input: z.object({
    case: caseInput,
    person: field(z.uuid().optional(), {
      title: { zh: '本县居民', en: 'Resident' },
      refersTo: 'person',
      help: { zh: '本县有档案的选人；没有的填姓名和观察地点', en: 'Choose a resident, or give name and place' },
    }),
    name: field(z.string().trim().max(30).optional(), { title: { zh: '姓名', en: 'Name' } }),
    division: field(z.string().optional(), { title: { zh: '观察地点', en: 'Observed in' }, refersTo: 'division' }),
    phone,
    relation: choice(relations, { zh: '接触方式', en: 'Kind of contact' }),
    site: choice(observationSites, { zh: '观察方式', en: 'Observed' }),
    lastContactOn: field(z.iso.date(), { title: { zh: '末次接触日期', en: 'Last contact' } }),
  }),
  async run(context) {
    const { input, today, connection, county, find, create } = context
    const source = await getCase(context, input.case)
    const course = courseOf(source.disease, source.subtype, source.happenedOn)
    const infectious = course && infectiousPeriod(course, source.happenedOn)
    if (!course || !infectious)
      return refuse('case', {
        zh: `${diseaseTitles[source.disease]!.zh}不在人与人之间按天观察，无需登记密切接触者`,
        en: `Contacts of ${diseaseTitles[source.disease]!.en} are not observed in days`,
      })
    const { lastContactOn } = input
    if (lastContactOn > today) return refuse('lastContactOn', { zh: '不能晚于今天', en: 'Not later than today' })
    if (lastContactOn < infectious.from || lastContactOn > infectious.until)
      return refuse('lastContactOn', {
        zh: `该病例的传染期为${infectious.from}至${infectious.until}，此外的接触不作密切接触者管理`,
        en: `The case was infectious from ${infectious.from} until ${infectious.until}; only contact in that time counts`,
      })
    if (input.person === source.person) return refuse('person', { zh: '病例本人', en: 'This is the case' })
    const [resident] = input.person
      ? await ormOf(connection)
          .select({ name: persons.name, division: persons.division })
          .from(persons)
          .where(and(eq(persons.county, county), eq(persons.id, input.person)))
      : []
    if (input.person && !resident)
      return refuse('person', { zh: '查无此人，或不在您的管辖范围内', en: 'No such person within your scope' })
    const name = resident?.name ?? input.name
    if (!name) return refuse('name', { zh: '请选择居民或填写姓名', en: 'Choose a resident or give the name' })
    const known = input.person
      ? await find(
          caseContact,
          and(eq(caseContacts.case, source.id), eq(caseContacts.person, input.person), isNull(caseContacts.voidedAt)),
        )
      : undefined
    if (known)
      return refuse('person', {
        zh: `已于${known.happenedOn}登记为该病例的密切接触者；再次接触请用“延长观察”`,
        en: `Registered as a contact of this case on ${known.happenedOn}; use “Extend” for a further contact`,
      })
    return create({
      case: source.id,
      disease: source.disease,
      person: input.person ?? null,
      name,
      phone: input.phone ?? null,
      division: input.division ?? resident?.division ?? source.division,
      relation: input.relation,
      site: input.site,
      happenedOn: today,
      lastContactOn,
      observeUntil: observeUntil(course, lastContactOn),
    })
  },
})

export const observeContact = defineAction(caseContact, {
  name: 'observe',
  title: { zh: '记录每日观察', en: 'Record the day' },
  on: 'existing',
  from: ['observing', 'symptomatic'],
  input: z.object({
    on: field(z.iso.date().optional(), { title: { zh: '观察日期', en: 'Observed on' } }),
    temperature: field(z.number().min(34).max(43).multipleOf(0.1), {
      title: { zh: '体温', en: 'Temperature' },
      unit: { zh: '℃', en: '°C' },
    }),
    symptoms: field(z.string().trim().max(200).optional(), {
      title: { zh: '症状', en: 'Symptoms' },
      help: { zh: '没有症状留空', en: 'Leave empty if there are none' },
    }),
  }),
  async run({ input, current, today, find, createOther, change }) {
    const on = input.on ?? today
    if (on > today) return refuse('on', { zh: '不能晚于今天', en: 'Not later than today' })
    if (on < current.lastContactOn)
      return refuse('on', {
        zh: `末次接触日期为${current.lastContactOn}`,
        en: `The last contact was on ${current.lastContactOn}`,
      })
    const known = await find(
      contactObservation,
      and(eq(contactObservations.contact, current.id), eq(contactObservations.happenedOn, on)),
    )
    if (known) return refuse('on', { zh: '这一天已有观察记录', en: 'This day is recorded already' })
    const fever = input.temperature >= FEVER
    const symptomatic = fever || Boolean(input.symptoms)
    await createOther(contactObservation, {
      state: 'recorded',
      contact: current.id,
      person: current.person,
      division: current.division,
      happenedOn: on,
      temperature: input.temperature.toFixed(1),
      symptomatic,
      symptoms: input.symptoms || null,
    })
    const { firstObservedOn: first, lastObservedOn: last } = current
    return change({
      firstObservedOn: first === null || on < first ? on : first,
      lastObservedOn: last === null || on > last ? on : last,
      observedDays: current.observedDays + 1,
      ...(symptomatic && current.state === 'observing'
        ? { state: 'symptomatic', symptomsOn: on, symptoms: input.symptoms || `发热${input.temperature.toFixed(1)}℃` }
        : {}),
    })
  },
})

export const excludeContact = defineAction(caseContact, {
  name: 'exclude',
  title: { zh: '排除，继续观察', en: 'Exclude and go on' },
  on: 'existing',
  from: ['symptomatic'],
  to: 'observing',
  input: z.object({ reason }),
  run: ({ input, change }) => change({ note: input.reason, symptomsOn: null }),
})

export const contactBecomesCase = defineAction(caseContact, {
  name: 'becomes-case',
  title: { zh: '转为病例', en: 'Becomes a case' },
  on: 'existing',
  from: ['observing', 'symptomatic'],
  to: 'case',
  input: z.object({ card: cardInput('该接触者的报告卡', 'Card of the contact') }),
  async run(context) {
    const { input, current, today, change } = context
    const own = await getCase(context, input.card, 'card')
    if (own.disease !== current.disease || (current.person !== null && own.person !== current.person))
      return refuse('card', {
        zh: '须是该接触者本人同一病种的报告卡；尚未报告的请先填报',
        en: 'Must be the contact’s own card of the same disease; report the case first if there is none',
      })
    const source = await getCase(context, current.case)
    await createLink(context, source, own, { name: 'card', basis: 'epidemiological' })
    return change({ becameCase: own.id, endedOn: today, symptomsOn: current.symptomsOn ?? own.happenedOn })
  },
})

export const releaseContact = defineAction(caseContact, {
  name: 'release',
  title: { zh: '解除观察', en: 'Release' },
  on: 'existing',
  from: ['observing'],
  to: 'released',
  input: z.object({}),
  run({ current, today, change }) {
    if (today < current.observeUntil)
      return refuse('state', {
        zh: `观察期至${current.observeUntil}，期满方可解除`,
        en: `The observation lasts until ${current.observeUntil}`,
      })
    if (!current.lastObservedOn)
      return refuse('state', {
        zh: '没有任何观察记录，不能解除；无法联系的请记为失访',
        en: 'Never observed: record the contact as lost',
      })
    return change({ endedOn: today })
  },
})

export const extendContact = defineAction(caseContact, {
  name: 'extend',
  title: { zh: '延长观察', en: 'Extend' },
  on: 'existing',
  from: ['observing', 'symptomatic'],
  input: z.object({
    lastContactOn: field(z.iso.date(), { title: { zh: '末次接触日期', en: 'Last contact' } }),
  }),
  async run(context) {
    const { input, current, today, change } = context
    const source = await getCase(context, current.case)
    const course = courseOf(source.disease, source.subtype, source.happenedOn)!
    const { until } = infectiousPeriod(course, source.happenedOn)!
    if (input.lastContactOn <= current.lastContactOn || input.lastContactOn > today || input.lastContactOn > until)
      return refuse('lastContactOn', {
        zh: `须晚于${current.lastContactOn}，不晚于今天和传染期末日${until}`,
        en: `Must be after ${current.lastContactOn}, not after today or the end of the infectious period ${until}`,
      })
    return change({ lastContactOn: input.lastContactOn, observeUntil: observeUntil(course, input.lastContactOn) })
  },
})

export const loseContact = defineAction(caseContact, {
  name: 'lose',
  title: { zh: '记为失访', en: 'Record as lost' },
  on: 'existing',
  from: ['observing', 'symptomatic'],
  to: 'lost',
  input: z.object({ reason }),
  run: ({ input, today, change }) => change({ note: input.reason, endedOn: today }),
})
