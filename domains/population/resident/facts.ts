import { cleanText } from '@kangheng/kernel/exchange/cell-text.ts'
import { ETHNIC_GROUPS } from '@kangheng/kernel/person/ethnic-groups.ts'
import { readIdentityNumber, type IdentityProblem } from '@kangheng/kernel/person/identity-number.ts'
import { readName } from '@kangheng/kernel/person/name.ts'
import type { DocumentNumber, PersonFacts } from '@kangheng/kernel/person/registry.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { readPhone } from './register-import/phone.ts'

/** What a form says about a person; everything as it was typed. */
export interface EnteredFacts {
  readonly name?: string | undefined
  readonly documentNumber?: string | undefined
  readonly sex?: 'male' | 'female' | undefined
  readonly birth?: IsoDate | undefined
  readonly ethnic?: string | undefined
  readonly phone?: string | undefined
  readonly address?: string | undefined
  readonly villageGroup?: string | undefined
  readonly registration?: PersonFacts['registration'] | undefined
  readonly motherName?: string | undefined
}

const PROBLEMS: Record<IdentityProblem, Text> = {
  'precision-lost': {
    zh: '证件号码后几位已丢失，请按原件填写',
    en: 'The last digits are lost; enter the number as on the document',
  },
  format: {
    zh: '证件号码的位数或字符不对，请按原件填写',
    en: 'Wrong length or characters; enter the number as on the document',
  },
  area: { zh: '证件号码前两位不是省份代码', en: 'The first two digits are no province' },
  'birth-date': {
    zh: '证件号码中的出生日期不存在或晚于今天',
    en: 'The birth date in the number does not exist or lies in the future',
  },
  'check-digit': { zh: '证件号码校验位不对，请核对每一位', en: 'The check digit is wrong; compare every digit' },
}

/** A name in its normal form. @throws Refusal (field `field`) when it is none. */
export function nameOf(text: string, field = 'name'): string {
  const reading = readName(cleanText(text))
  if (reading.kind === 'valid') return reading.name
  return reading.kind === 'missing'
    ? refuse(field, { zh: '请填写姓名', en: 'A name is needed' })
    : refuse(field, {
        zh: '姓名只能有汉字、字母和间隔号，至少两个字',
        en: 'A name has Han characters, letters and a middle dot, at least two',
      })
}

interface ReadDocument {
  readonly document: DocumentNumber | null
  readonly birth?: IsoDate
  readonly sex?: 'male' | 'female'
}

/** A document number with what it says about birth and sex; no document when the text says there is none. */
export function documentOf(text: string, today: IsoDate): ReadDocument {
  const reading = readIdentityNumber(cleanText(text), { reportedOn: today, mentionsTaiwan: true })
  if (reading.kind === 'refused') return refuse('documentNumber', PROBLEMS[reading.problem])
  if (reading.kind === 'none') return { document: null }
  const { document: kind, number, birth, sex } = reading
  return { document: { kind, number }, ...(birth ? { birth } : {}), ...(sex ? { sex } : {}) }
}

function agreeing<Value extends string>(
  field: string,
  fromNumber: Value | undefined,
  entered: Value | undefined,
): Value | undefined {
  if (fromNumber && entered && fromNumber !== entered) {
    refuse(field, { zh: '与证件号码不符', en: 'It contradicts the document number' })
  }
  return fromNumber ?? entered
}

function phoneOf(text: string): string | null {
  const phone = readPhone(cleanText(text), '')
  if (phone !== undefined) return phone
  return refuse('phone', {
    zh: '电话应为11位手机号，或带区号的固定电话',
    en: 'A mobile number of 11 digits, or a landline with its area code',
  })
}

const plain = (text: string) => cleanText(text).replace(/\s/g, '') || null

/**
 * Facts as far as the form gives them, each in its normal form and checked against the others: birth and sex of a citizen number come
 * from the number. Facts that are not given are left out. @throws Refusal with the field that is wrong.
 */
export function readFacts(entered: EnteredFacts, today: IsoDate): Partial<PersonFacts> {
  const read: ReadDocument | undefined =
    entered.documentNumber === undefined ? undefined : documentOf(entered.documentNumber, today)
  const birth = agreeing('birth', read?.birth, entered.birth)
  const sex = agreeing('sex', read?.sex, entered.sex)
  if (birth !== undefined && (birth > today || birth < '1900')) {
    refuse('birth', {
      zh: '出生日期须在1900年以后且不晚于今天',
      en: 'The birth date lies after 1900 and not in the future',
    })
  }
  if (entered.ethnic && !ETHNIC_GROUPS.some((group) => group.code === entered.ethnic)) {
    refuse('ethnic', { zh: '民族代码应为01—56（GB/T 3304）', en: 'A nationality code is 01 to 56 (GB/T 3304)' })
  }
  return {
    ...(entered.name === undefined ? {} : { name: nameOf(entered.name) }),
    ...(read ? { document: read.document } : {}),
    ...(birth === undefined ? {} : { birth }),
    ...(sex === undefined ? {} : { sex }),
    ...(entered.ethnic === undefined ? {} : { ethnic: entered.ethnic || null }),
    ...(entered.phone === undefined ? {} : { phone: phoneOf(entered.phone) }),
    ...(entered.address === undefined ? {} : { address: plain(entered.address) }),
    ...(entered.villageGroup === undefined ? {} : { villageGroup: plain(entered.villageGroup) }),
    ...(entered.registration === undefined ? {} : { registration: entered.registration }),
    ...(entered.motherName === undefined ? {} : { motherName: nameOf(entered.motherName, 'motherName') }),
  }
}

/** Facts of a new person, complete enough for the index: name, birth date and sex are known, from the number or the form. */
export function completeFacts(entered: EnteredFacts, today: IsoDate): PersonFacts {
  const facts = readFacts(entered, today)
  const { name, birth, sex } = facts
  if (name === undefined) return refuse('name', { zh: '请填写姓名', en: 'A name is needed' })
  if (birth === undefined)
    return refuse('birth', {
      zh: '证件号码中没有出生日期，请填写',
      en: 'The document does not give the birth date; enter it',
    })
  if (sex === undefined)
    return refuse('sex', { zh: '证件号码中没有性别，请填写', en: 'The document does not give the sex; enter it' })
  return { ...facts, name, birth, sex, document: facts.document ?? null }
}
