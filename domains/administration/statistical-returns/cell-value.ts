import type { Text } from '@kangheng/kernel/text/text.ts'
import { NUMBER } from './compute.ts'
import type { Cell } from './layout.ts'

/** What is wrong with a value typed into a cell, with the remedy; undefined when it can stand. An empty text clears the cell. */
export function faultOf(cell: Cell, typed: string, fromFigures: boolean): Text | undefined {
  const { zh, en } = cell.title
  if (cell.source.kind === 'computed')
    return { zh: `“${zh}”由公式算出，不能填写；请改它的组成项`, en: `“${en}” is reckoned; change its parts` }
  if (cell.source.kind === 'figure' && fromFigures)
    return {
      zh: `“${zh}”取自系统统计，不能填写；如有误请更正原始记录`,
      en: `“${en}” comes from the figures; correct the records behind it`,
    }
  const value = typed.trim()
  if (value === '') return undefined
  if (!NUMBER.test(value))
    return {
      zh: `“${zh}”应填数字，例如 1234${cell.decimals > 0 ? '.50' : ''}，不带单位和逗号`,
      en: `“${en}” takes a number such as 1234${cell.decimals > 0 ? '.50' : ''}, without unit or comma`,
    }
  if (value.startsWith('-')) return { zh: `“${zh}”不能为负数`, en: `“${en}” cannot be negative` }
  if ((value.split('.')[1] ?? '').replace(/0+$/, '').length > cell.decimals)
    return cell.decimals === 0
      ? { zh: `“${zh}”应填整数`, en: `“${en}” takes a whole number` }
      : { zh: `“${zh}”最多${cell.decimals}位小数`, en: `“${en}” takes at most ${cell.decimals} decimals` }
  return undefined
}
