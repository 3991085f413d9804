import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { getPerson } from '@kangheng/kernel/person/registry.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { withUntold } from '@kangheng/kernel/record/restricted.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as codes from './basic-form.ts'
import { missingItems } from './completeness.ts'
import * as inputs from './inputs.ts'
import { getOpenRecord } from './record-actions.ts'
import { basicForm, healthRecord } from './records.ts'
import { basicForms } from './tables.ts'

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .optional()
const events = (zh: string, en: string) =>
  field(
    z
      .array(z.object({ name: z.string().trim().min(1).max(100), on: month }))
      .nullable()
      .optional(),
    { title: { zh, en } },
  )
const diseaseList = z.array(z.enum(Object.keys(codes.diseases) as [keyof typeof codes.diseases])).default([])

/** Every field of the form; lists are null when not asked and empty when there is none. */
const form = {
  registeredHere: field(z.boolean().nullable().optional(), { title: { zh: '户籍在本地', en: 'Registered here' } }),
  bloodType: inputs.choice(codes.bloodTypes, { zh: '血型', en: 'Blood type' }).nullable().optional(),
  rhesus: inputs.choice(codes.rhesusTypes, { zh: 'RH血型', en: 'Rhesus' }).nullable().optional(),
  education: inputs.choice(codes.educations, { zh: '文化程度', en: 'Education' }).nullable().optional(),
  occupation: inputs.choice(codes.occupations, { zh: '职业', en: 'Occupation' }).nullable().optional(),
  marriage: inputs.choice(codes.marriages, { zh: '婚姻状况', en: 'Marital status' }).nullable().optional(),
  payments: inputs.choices(codes.payments, { zh: '医疗费用支付方式', en: 'Kind of payment' }).default([]),
  allergies: inputs.choices(codes.allergies, { zh: '药物过敏史', en: 'Drug allergies' }).nullable().optional(),
  otherAllergy: inputs.short('其他药物过敏', 'Other drug allergy', 200),
  exposures: inputs.choices(codes.exposures, { zh: '暴露史', en: 'Exposures' }).nullable().optional(),
  diseases: field(
    z
      .array(
        z.object({
          disease: z.enum(Object.keys(codes.diseases) as [keyof typeof codes.diseases]),
          since: month,
          note: z.string().trim().max(100).optional(),
        }),
      )
      .nullable()
      .optional(),
    {
      title: { zh: '疾病史', en: 'Past diseases' },
      values: codes.diseases,
      help: {
        zh: '严重精神障碍由精防专干另行登记，不填在这里',
        en: 'Severe mental disorder is registered by the mental-health officer, not here',
      },
    },
  ),
  operations: events('手术史', 'Operations'),
  injuries: events('外伤史', 'Injuries'),
  transfusions: events('输血史', 'Transfusions'),
  familyHistory: field(
    z
      .object({ father: diseaseList, mother: diseaseList, siblings: diseaseList, children: diseaseList })
      .nullable()
      .optional(),
    { title: { zh: '家族史', en: 'Family history' }, values: codes.diseases },
  ),
  hereditary: inputs.short('遗传病史（没有填“无”）', 'Hereditary diseases (“none” if none)', 200),
  disabilities: inputs.choices(codes.disabilities, { zh: '残疾情况', en: 'Disabilities' }).nullable().optional(),
  kitchenVent: inputs
    .choice(codes.kitchenVents, { zh: '厨房排风设施', en: 'Kitchen ventilation' })
    .nullable()
    .optional(),
  fuel: inputs.choice(codes.fuels, { zh: '燃料类型', en: 'Fuel' }).nullable().optional(),
  water: inputs.choice(codes.waters, { zh: '饮水', en: 'Water' }).nullable().optional(),
  toilet: inputs.choice(codes.toilets, { zh: '厕所', en: 'Toilet' }).nullable().optional(),
  livestock: inputs.choice(codes.livestockPens, { zh: '禽畜栏', en: 'Livestock pen' }).nullable().optional(),
}

export const fillBasicForm = defineAction(basicForm, {
  name: 'fill',
  title: { zh: '填写个人基本信息', en: 'Fill in the basic information' },
  on: 'new',
  to: 'recorded',
  input: z.object({ person: inputs.person, happenedOn: inputs.day('填写日期', 'Filled in on'), ...form }),
  async run(context) {
    const { person: id, happenedOn = context.today, ...values } = context.input
    const record = await getOpenRecord(context, id)
    if (happenedOn < record.happenedOn)
      refuse('happenedOn', { zh: '填写日期早于建档日期', en: 'The day lies before the record was opened' })
    if (values.allergies?.includes('other') && !values.otherAllergy) {
      refuse('otherAllergy', { zh: '请写明其他过敏药物', en: 'Name the other drug' })
    }
    const person = await getPerson(context, id)
    /** Forms of the record, the newest first. */
    const formsOf = async () =>
      (
        await context.findAll(
          basicForm,
          and(eq(basicForms.person, id), eq(basicForms.healthRecord, record.id), isNull(basicForms.voidedAt)),
        )
      ).sort((one, other) =>
        one.happenedOn === other.happenedOn ? (one.id < other.id ? 1 : -1) : one.happenedOn < other.happenedOn ? 1 : -1,
      )
    const [before] = await formsOf()
    const told = { account: context.actor.account, sees: context.house.roles.get(context.actor.role)!.sees }
    const filled = await context.create({
      person: id,
      division: record.division,
      happenedOn,
      healthRecord: record.id,
      // What the last form says and the writer is not told stands in this one too.
      ...(before ? withUntold(basicForm, told, before, values) : values),
    })
    const [newest] = await formsOf()
    const missing = missingItems({
      hasPhone: person.phoneCipher !== null,
      hasAddress: person.addressCipher !== null || person.villageGroup !== null,
      responsibleDoctor: record.responsibleDoctor,
      form: newest ?? filled,
    })
    const compliantSince = missing.length > 0 ? null : (record.compliantSince ?? happenedOn)
    if (compliantSince !== record.compliantSince) await context.changeOther(healthRecord, record, { compliantSince })
    // The page tells at once what still keeps the record from being a compliant one.
    return { missing }
  },
})
