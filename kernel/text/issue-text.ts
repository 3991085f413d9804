import type { z } from 'zod'
import type { Text } from './text.ts'

type Issue = Omit<z.core.$ZodIssue, 'input'> & { input?: unknown }

const TYPES: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'yes or no' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组内容', en: 'an object' },
  date: { zh: '日期', en: 'a date' },
}

const FORMATS: Readonly<Record<string, Text>> = {
  date: { zh: '日期应写成 2025-11-20 的形式', en: 'Write the date as 2025-11-20' },
  datetime: { zh: '时间格式不对', en: 'That is no date and time' },
  uuid: { zh: '编号无效，请从列表中选择', en: 'That is no id; choose from the list' },
  email: { zh: '邮箱格式不对', en: 'That is no e-mail address' },
  url: { zh: '网址格式不对', en: 'That is no address' },
}

const isMissing = (issue: Issue) =>
  issue.code === 'invalid_type' && /received (undefined|null)$/.test(issue.message ?? '')

function sizeText(issue: Extract<z.core.$ZodIssue, { code: 'too_small' | 'too_big' }>): Text {
  const small = issue.code === 'too_small'
  const limit = String(small ? issue.minimum : issue.maximum)
  const many = { string: { zh: '个字', en: 'characters' }, array: { zh: '项', en: 'items' } }[issue.origin as string]
  if (many && small && limit === '1') return { zh: '请填写', en: 'Fill this in' }
  if (many)
    return small
      ? { zh: `至少${limit}${many.zh}`, en: `At least ${limit} ${many.en}` }
      : { zh: `不能超过${limit}${many.zh}`, en: `At most ${limit} ${many.en}` }
  const than = issue.inclusive === false
  if (small)
    return than
      ? { zh: `应大于${limit}`, en: `More than ${limit}` }
      : { zh: `不能小于${limit}`, en: `At least ${limit}` }
  return than ? { zh: `应小于${limit}`, en: `Less than ${limit}` } : { zh: `不能大于${limit}`, en: `At most ${limit}` }
}

/** What is wrong with one field, in words for the person who filled it in. A message that a schema words itself is kept. */
export function issueText(issue: Issue): Text {
  if (isMissing(issue)) return { zh: '请填写', en: 'Fill this in' }
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = TYPES[(issue as unknown as { expected: string }).expected] ?? {
        zh: '其他类型的值',
        en: 'another kind of value',
      }
      return { zh: `应为${wanted.zh}`, en: `Must be ${wanted.en}` }
    }
    case 'too_small':
    case 'too_big':
      return sizeText(issue as never)
    case 'invalid_format':
      return (
        FORMATS[(issue as unknown as { format: string }).format] ?? {
          zh: '格式不对，请按示例填写',
          en: 'The form is wrong; follow the example',
        }
      )
    case 'invalid_value':
      return { zh: '请选择所列的选项之一', en: 'Choose one of the options' }
    case 'unrecognized_keys': {
      const keys = (issue as unknown as { keys: string[] }).keys
      return { zh: `不认识的内容：${keys.join('、')}`, en: `Unknown: ${keys.join(', ')}` }
    }
    case 'not_multiple_of':
      return { zh: '小数位数过多', en: 'Too many decimals' }
    case 'invalid_union':
      return { zh: '内容不符合任何一种允许的形式', en: 'This fits none of the allowed forms' }
    default:
      return issue.message ? { zh: issue.message, en: issue.message } : { zh: '内容有误', en: 'This is wrong' }
  }
}

/** The field an issue belongs to, as a dotted path. */
export function issueField(issue: { path: readonly PropertyKey[] }): string {
  return issue.path.map(String).join('.')
}
