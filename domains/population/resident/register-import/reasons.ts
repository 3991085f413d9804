import type { Text } from '@kangheng/kernel/text/text.ts'

/** Why a row is rejected, in the order in which reasons are given. Source: rules for resident registers, 1.11. */
export const REASON_CODES = [
  'NAME_MISSING',
  'NAME_INVALID',
  'ID_MISSING',
  'NEWBORN_INCOMPLETE',
  'ID_PRECISION_LOST',
  'ID_FORMAT',
  'ID_AREA',
  'ID_BIRTH_INVALID',
  'ID_CHECK_DIGIT',
  'OTHER_DOC_INCOMPLETE',
  'BIRTH_FORMAT',
  'BIRTH_MISMATCH',
  'SEX_INVALID',
  'SEX_MISMATCH',
  'TOWNSHIP_UNKNOWN',
  'VILLAGE_MISSING',
  'VILLAGE_UNKNOWN',
  'VILLAGE_TOWNSHIP_MISMATCH',
] as const

export type ReasonCode = (typeof REASON_CODES)[number]

/** What could not be read and was left out of an accepted row. Source: rules 1.10. */
export const WARNING_CODES = [
  'ADDED_FIELD_UNREADABLE',
  'ETHNIC_UNKNOWN',
  'FLAG_UNREADABLE',
  'HUKOU_UNKNOWN',
  'PHONE_INVALID',
  'RELATION_UNKNOWN',
] as const

export type WarningCode = (typeof WARNING_CODES)[number]

/** Why a row waits for a person's decision. */
export type ReviewCode = 'CONFLICT_IN_FILE' | 'CONFLICT_WITH_KNOWN' | 'KNOWN_ELSEWHERE' | 'OUTSIDE_SCOPE'

/** What a code says to the people who made the register, and what they can do. */
export interface Explanation {
  readonly title: Text
  readonly remedy: Text
}

export const EXPLANATIONS: Readonly<Record<ReasonCode | WarningCode | ReviewCode, Explanation>> = {
  NAME_MISSING: {
    title: { zh: '没有姓名', en: 'No name' },
    remedy: {
      zh: '请按户口簿填写姓名；未取名的新生儿待取名后再报',
      en: 'Enter the name as in the household register; a newborn once it is named',
    },
  },
  NAME_INVALID: {
    title: { zh: '姓名不能识别', en: 'Not a name' },
    remedy: {
      zh: '姓名须为完整的两个字以上，不得含数字、“某”、“*”、“?”或方框；生僻字打不出的请核对输入法',
      en: 'Enter the full name of two or more characters without digits, 某, *, ? or boxes; find an input method for a rare character',
    },
  },
  ID_MISSING: {
    title: { zh: '没有证件号码', en: 'No document number' },
    remedy: {
      zh: '请补填身份证号；一周岁以内的新生儿请填出生日期、性别，并在备注写明“母亲：姓名”',
      en: 'Enter the identity number; for a child under one year enter birth date, sex, and 母亲：name in the remark',
    },
  },
  NEWBORN_INCOMPLETE: {
    title: { zh: '无证新生儿资料不全', en: 'Newborn without number: details missing' },
    remedy: { zh: '请填写性别，并在备注写明“母亲：姓名”', en: 'Enter the sex, and 母亲：name in the remark' },
  },
  ID_PRECISION_LOST: {
    title: { zh: '证件号码被存成数字，末几位已丢失', en: 'Number stored as a figure, its last digits are lost' },
    remedy: {
      zh: '请先把该列设为“文本”格式，再按证件重新录入18位号码（显示的号码不可用）',
      en: 'Format the column as text and type all 18 digits again from the document; the digits shown cannot be used',
    },
  },
  ID_FORMAT: {
    title: { zh: '证件号码位数或字符不对', en: 'Wrong length or characters in the number' },
    remedy: {
      zh: '请按证件逐位核对：身份证18位（旧证15位），末位可为X；勿把数字0、1写成字母；台湾通行证请在备注注明“台”',
      en: 'Check it against the document: 18 digits (old ones 15), the last may be X; no letters for 0 or 1. A Taiwan permit needs 台 in the remark',
    },
  },
  ID_AREA: {
    title: { zh: '证件号码前两位不是省份代码', en: 'The number begins with no province code' },
    remedy: { zh: '请按证件核对号码前六位', en: 'Check the first six digits against the document' },
  },
  ID_BIRTH_INVALID: {
    title: { zh: '证件号码中的出生日期不存在', en: 'Impossible birth date in the number' },
    remedy: { zh: '请按证件核对号码第7至14位', en: 'Check digits 7 to 14 against the document' },
  },
  ID_CHECK_DIGIT: {
    title: { zh: '证件号码校验位不符', en: 'Check digit does not fit' },
    remedy: {
      zh: '号码中有一位或几位写错，请按证件逐位核对',
      en: 'One or more digits are wrong: compare the number with the document digit by digit',
    },
  },
  OTHER_DOC_INCOMPLETE: {
    title: { zh: '护照或通行证缺出生日期或性别', en: 'Passport or permit without birth date or sex' },
    remedy: {
      zh: '请按证件填写完整的出生日期（年月日）和性别',
      en: 'Enter the full birth date and the sex from the document',
    },
  },
  BIRTH_FORMAT: {
    title: { zh: '出生日期不能识别', en: 'Birth date cannot be read' },
    remedy: {
      zh: '请写成 1965-03-08 的形式，并核对该日期存在',
      en: 'Write it as 1965-03-08 and make sure the day exists',
    },
  },
  BIRTH_MISMATCH: {
    title: { zh: '出生日期与证件号码不一致', en: 'Birth date contradicts the number' },
    remedy: {
      zh: '请按证件核对出生日期（公历）和号码，改正错的一项',
      en: 'Compare both with the document (solar calendar) and correct the wrong one',
    },
  },
  SEX_INVALID: {
    title: { zh: '性别不能识别', en: 'Sex cannot be read' },
    remedy: { zh: '请填写“男”或“女”', en: 'Enter 男 or 女' },
  },
  SEX_MISMATCH: {
    title: { zh: '性别与证件号码不一致', en: 'Sex contradicts the number' },
    remedy: {
      zh: '请按证件核对性别和号码第17位（单数为男，双数为女）',
      en: 'Compare sex and digit 17 of the number (odd male, even female) with the document',
    },
  },
  TOWNSHIP_UNKNOWN: {
    title: { zh: '本县没有这个乡镇', en: 'No such township in the county' },
    remedy: {
      zh: '请填写本县现行乡镇名称；外县居民请删除',
      en: 'Enter a township of this county; remove residents of other counties',
    },
  },
  VILLAGE_MISSING: {
    title: { zh: '没有填村（社区）', en: 'No village' },
    remedy: { zh: '请填写所在的村委会或社区', en: 'Enter the village or community' },
  },
  VILLAGE_UNKNOWN: {
    title: { zh: '本县没有这个村（社区）', en: 'No such village in the county' },
    remedy: {
      zh: '请填写村委会或社区的正式名称，不要填自然村、小组名',
      en: 'Enter the official village or community, not a hamlet or group',
    },
  },
  VILLAGE_TOWNSHIP_MISMATCH: {
    title: { zh: '村（社区）不属于所填乡镇', en: 'The village belongs to another township' },
    remedy: { zh: '请核对乡镇和村（社区），改正错的一项', en: 'Check township and village and correct the wrong one' },
  },
  ADDED_FIELD_UNREADABLE: {
    title: { zh: '县里自设栏目的内容不能识别', en: 'A column the county has added cannot be read' },
    remedy: {
      zh: '未予导入；请按“扩展字段”规定的类型和选项填写',
      en: 'Left empty; enter what the extension field allows',
    },
  },
  ETHNIC_UNKNOWN: {
    title: { zh: '民族不能识别', en: 'Ethnic group not recognised' },
    remedy: {
      zh: '未予导入；请填写56个民族的正式名称',
      en: 'Left empty; enter the official name of one of the 56 groups',
    },
  },
  FLAG_UNREADABLE: {
    title: { zh: '“是/否”栏不能识别', en: 'Yes/no column cannot be read' },
    remedy: { zh: '未予导入；请填写“是”或“否”', en: 'Left empty; enter 是 or 否' },
  },
  HUKOU_UNKNOWN: {
    title: { zh: '户籍类型不能识别', en: 'Kind of household registration not recognised' },
    remedy: {
      zh: '未予导入；请填写农业、非农业、居民或集体户口',
      en: 'Left empty; enter 农业, 非农业, 居民 or 集体户口',
    },
  },
  PHONE_INVALID: {
    title: { zh: '联系电话不能识别', en: 'Phone number cannot be read' },
    remedy: {
      zh: '未予导入；请填写11位手机号或带区号的固定电话',
      en: 'Left empty; enter a mobile number of 11 digits or a land line with its area code',
    },
  },
  RELATION_UNKNOWN: {
    title: { zh: '与户主关系不能识别', en: 'Relation to the head of household not recognised' },
    remedy: {
      zh: '未予导入；请填写配偶、子、女、父亲、母亲等',
      en: 'Left empty; enter 配偶, 子, 女, 父亲, 母亲 and the like',
    },
  },
  CONFLICT_IN_FILE: {
    title: { zh: '证件号码与本表另一人相同而姓名不同', en: 'Same number as another row, other name' },
    remedy: {
      zh: '请按证件核对两行的姓名和号码，改正错的一行；先出现的一行已接收',
      en: 'Compare both rows with the documents and correct the wrong one; the first row was accepted',
    },
  },
  KNOWN_ELSEWHERE: {
    title: { zh: '证件号码已在县内其他地方登记', en: 'Registered elsewhere in the county' },
    remedy: {
      zh: '请核对号码；确已迁来的，请由县级或原登记地办理县内迁移',
      en: 'Check the number; if the person has moved here, the county or the former place records the move',
    },
  },
  OUTSIDE_SCOPE: {
    title: { zh: '村（社区）不在您的管辖范围内', en: 'The village lies outside your scope' },
    remedy: {
      zh: '请由该地或县级导入，或从本表中删除',
      en: 'Let that place or the county import it, or remove it from the file',
    },
  },
  CONFLICT_WITH_KNOWN: {
    title: { zh: '证件号码已登记在另一姓名下', en: 'The number is registered under another name' },
    remedy: {
      zh: '请按证件核对姓名和号码；若已改名，请先在居民档案中更正姓名',
      en: 'Compare name and number with the document; if the name was changed, correct it in the resident record first',
    },
  },
}
