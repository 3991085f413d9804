import type { AnyAction } from '../../domain/define-domain.ts'
import type { Language, Text } from '../../text/text.ts'
import { columnLetters } from '../sheet.ts'
import type { ColumnKind } from '../workbook-cells.ts'
import type { WrittenColumn, WrittenSheet } from '../workbook-writer.ts'
import type { ActionColumn } from './columns.ts'
import { optionWords } from './read-value.ts'
import { INSTRUCTIONS, OPTIONS } from './sheet-names.ts'
import type { ValueKind } from './value-kind.ts'

/** What a header text carries where something must be entered. */
const MUST = '*'

const KINDS: Readonly<Record<ValueKind['kind'], Text>> = {
  text: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'number' },
  date: { zh: '日期', en: 'date' },
  'yes-no': { zh: '是或否', en: 'yes or no' },
  choice: { zh: '选项', en: 'one of the options' },
  person: { zh: '已登记居民的证件号码', en: 'identity number of a registered resident' },
  division: { zh: '区划名称或代码', en: 'name or code of a division' },
  institution: { zh: '机构名称或代码', en: 'name or code of an institution' },
  record: { zh: '已登记的名称', en: 'name of something registered' },
}

const EXAMPLES: Partial<Record<ValueKind['kind'], string>> = {
  number: '1',
  date: '2025-11-20',
  'yes-no': '是',
  person: '530721198001018011',
  division: '白马社区',
}

const offered = ({ kind, list }: ActionColumn): readonly string[] => {
  if (list) return []
  if (kind.kind === 'yes-no') return ['是', '否']
  return kind.kind === 'choice' ? Object.values(kind.values).map((title) => title.zh) : []
}

/** Texts keep every digit that is typed; a date column shows what was typed as a date. */
function columnKind({ kind, list }: ActionColumn): ColumnKind {
  if (list) return 'text'
  return kind.kind === 'number' || kind.kind === 'date' ? kind.kind : 'text'
}

function example({ kind }: ActionColumn): string {
  if (kind.kind === 'choice') return Object.values(kind.values)[0]?.zh ?? ''
  return EXAMPLES[kind.kind] ?? ''
}

function allowed({ kind, list, unit, help }: ActionColumn, language: Language): string {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const parts = [
    kind.kind === 'choice' ? optionWords(kind.values)[language] : '',
    list ? say('可填多项，用、隔开', 'several values, separated by 、 or commas') : '',
    unit ? say(`单位：${unit.zh}，只填数字即可`, `in ${unit.en}; the number is enough`) : '',
    help?.[language] ?? '',
  ]
  return parts.filter((part) => part !== '').join(say('；', '; '))
}

function instructions(columns: readonly ActionColumn[], language: Language): WrittenSheet {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const titles: [string, number][] = [
    [say('栏目', 'Column'), 22],
    [say('英文名', 'English'), 24],
    [say('是否必填', 'Required'), 10],
    [say('类型', 'Kind'), 24],
    [say('可填内容和说明', 'Allowed values and notes'), 60],
    [say('示例', 'Example'), 22],
  ]
  return {
    name: INSTRUCTIONS,
    preface: [
      say(
        '请在第一张表中逐行填写，每行一条；表头不要改名，栏目顺序可以调整，不需要的选填栏可以删去',
        'Fill in the first sheet, one row each; keep the header texts; columns may be moved, optional ones removed',
      ),
    ],
    columns: titles.map(([title, width]): WrittenColumn => ({ title, kind: 'text', width })),
    rows: columns.map((column) => [
      column.title.zh,
      column.title.en,
      column.required ? say('必填', 'yes') : say('选填', 'no'),
      KINDS[column.kind.kind][language],
      allowed(column, language),
      example(column),
    ]),
  }
}

function options(lists: readonly (readonly string[])[]): WrittenSheet {
  const longest = Math.max(...lists.map((list) => list.length))
  return {
    name: OPTIONS,
    hidden: true,
    columns: lists.map((_, index) => ({ title: `${OPTIONS}${index + 1}`, kind: 'text' })),
    rows: Array.from({ length: longest }, (_, row) => lists.map((list) => list[row])),
  }
}

/**
 * An empty workbook for an action: the columns with their Chinese titles, coded ones with a list to choose from, and a second sheet that explains each. What
 * must be filled in carries a star.
 */
export function actionTemplate(
  action: AnyAction,
  columns: readonly ActionColumn[],
  language: Language,
): readonly WrittenSheet[] {
  const lists = columns.map(offered)
  const used = lists.filter((list) => list.length > 0)
  let next = 0
  const written = columns.map((column, index): WrittenColumn => {
    const list = lists[index]!
    const plain = {
      title: `${column.title.zh}${column.required ? MUST : ''}`,
      kind: columnKind(column),
      ...(column.masked === 'identity' ? { width: 22 } : {}),
    }
    if (list.length === 0) return plain
    const letters = columnLetters(next++)
    return { ...plain, offers: `${OPTIONS}!$${letters}$2:$${letters}$${list.length + 1}` }
  })
  return [
    { name: `${action.record.title.zh}-${action.title.zh}`, columns: written, rows: [] },
    instructions(columns, language),
    ...(used.length > 0 ? [options(used)] : []),
  ]
}
