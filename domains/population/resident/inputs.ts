import { z } from 'zod'
import { registrationKinds, sexes } from '@kangheng/kernel/person/codes.ts'
import { ethnicTitles } from '@kangheng/kernel/person/ethnic-groups.ts'
import { relations } from '@kangheng/kernel/person/relations.ts'
import { choice, field, keysOf } from '@kangheng/kernel/record/field.ts'
import { moveReasons, stays } from './codes.ts'

const text = (zh: string, en: string, longest = 100) => field(z.string().trim().max(longest), { title: { zh, en } })

export { choice }

/** Inputs that several actions share. */
export const person = field(z.uuid(), { title: { zh: '居民', en: 'Resident' }, refersTo: 'person' })
export const division = field(z.string().regex(/^\d{12}$/), {
  title: { zh: '村（社区）', en: 'Village' },
  refersTo: 'division',
})
export const day = (zh: string, en: string) => field(z.iso.date(), { title: { zh, en } })
export const yesNo = (zh: string, en: string) => field(z.boolean(), { title: { zh, en } })
export const reason = field(z.string().trim().min(2).max(300), { title: { zh: '理由', en: 'Reason' }, multiline: true })
export const sex = choice({ male: sexes.male, female: sexes.female }, { zh: '性别', en: 'Sex' })
export const relation = choice(relations, { zh: '与户主关系', en: 'Relation to head' })
export const stay = choice(stays, { zh: '期限', en: 'For how long' })
export const moveReason = choice(moveReasons, { zh: '原因', en: 'Reason' })
export const registrationMoves = yesNo('户籍随迁', 'Registration moves too')

/** Facts about a person, as a form asks for them; all optional here. */
export const facts = {
  name: text('姓名', 'Name', 60).optional(),
  documentNumber: field(z.string().trim().max(30).optional(), {
    title: { zh: '证件号码', en: 'Document number' },
    help: {
      zh: '身份证号自动给出性别和出生日期；暂无号码可不填',
      en: 'A citizen number gives sex and birth date; leave empty when there is none yet',
    },
  }),
  sex: sex.optional(),
  birth: day('出生日期', 'Birth date').optional(),
  ethnic: field(z.enum(keysOf(ethnicTitles)).optional(), {
    title: { zh: '民族', en: 'Nationality' },
    values: ethnicTitles,
  }),
  phone: text('联系电话', 'Phone', 40).optional(),
  address: text('详细住址', 'Address', 200).optional(),
  villageGroup: text('村民小组', 'Village group', 20).optional(),
  registration: choice(registrationKinds, { zh: '户籍类型', en: 'Kind of registration' }).optional(),
  motherName: text('母亲姓名', "Mother's name", 60).optional(),
}

/** Inputs whose values the journal must not hold. */
export const identifying = ['documentNumber', 'phone', 'address', 'certificate'] as const
