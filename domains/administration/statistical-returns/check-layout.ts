import type { Text } from '@kangheng/kernel/text/text.ts'
import { termsOf, type Expression } from '@kangheng/kernel/expression/parse.ts'
import { cellsOf, foreignCell, formulaOf, type Layout } from './layout.ts'

const factsOf = (expression: Expression) =>
  termsOf(expression).flatMap((term) => (term.kind === 'fact' ? [term.name] : []))

/** Codes of cells whose formulas lead back to themselves. */
function circular(formulas: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const leads = (code: string, path: ReadonlySet<string>): boolean => {
    if (path.has(code)) return true
    if (done.has(code)) return false
    const found = (formulas.get(code) ?? []).some((next) => leads(next, new Set([...path, code])))
    if (!found) done.add(code)
    return found
  }
  return [...formulas.keys()].filter((code) => leads(code, new Set()))
}

/**
 * What keeps a layout from being issued: codes that occur twice, rows that do not fit their columns, formulas that name what is not there or lead back to
 * themselves, figures that the house does not have. Empty when it is whole.
 */
export function layoutFaults(layout: Layout, indicators: ReadonlySet<string>): Text[] {
  const faults: Text[] = []
  const fault = (zh: string, en: string) => void faults.push({ zh, en })
  const cells = cellsOf(layout)
  const codes = new Set<string>()
  for (const { code } of cells) {
    if (codes.has(code)) fault(`单元格代码“${code}”重复`, `The cell code “${code}” occurs twice`)
    codes.add(code)
  }
  for (const part of layout.parts)
    for (const row of part.rows)
      if (row.cells.length !== part.columns.length)
        fault(
          `“${row.title.zh}”有${row.cells.length}格，${part.title.zh}有${part.columns.length}栏`,
          `“${row.title.en}” has ${row.cells.length} cells for ${part.columns.length} columns`,
        )
  const formulas = new Map<string, string[]>()
  for (const { code, title, source } of cells) {
    if (source.kind === 'figure' && !indicators.has(source.indicator))
      fault(
        `“${title.zh}”取数的指标不存在：${source.indicator}`,
        `“${title.en}” names no indicator: ${source.indicator}`,
      )
    if (source.kind !== 'computed') continue
    const terms = termsOf(formulaOf(source.formula))
    formulas.set(code, factsOf(formulaOf(source.formula)))
    if (terms.some((term) => term.kind === 'figure'))
      fault(`“${title.zh}”的公式只能用本表单元格`, `The formula of “${title.en}” may use cells of this form only`)
  }
  for (const [code, named] of formulas)
    for (const name of named)
      if (!codes.has(name))
        fault(`“${code}”的公式用到不存在的单元格“${name}”`, `“${code}” uses “${name}”, which is no cell`)
  for (const code of circular(formulas))
    fault(`“${code}”的公式循环引用`, `The formula of “${code}” leads back to itself`)
  const checks = new Set<string>()
  for (const check of layout.checks) {
    if (checks.has(check.code)) fault(`审核关系“${check.code}”重复`, `The check “${check.code}” occurs twice`)
    checks.add(check.code)
    const named = check.kind === 'rule' ? factsOf(formulaOf(check.holds)) : [check.cell]
    for (const name of named)
      if (!codes.has(name))
        fault(
          `审核关系“${check.title.zh}”用到不存在的单元格“${name}”`,
          `“${check.title.en}” uses “${name}”, which is no cell`,
        )
    if (check.kind !== 'rule') continue
    for (const term of termsOf(formulaOf(check.holds)))
      if (term.kind === 'figure' && (!foreignCell(term.indicator) || term.of === 'target'))
        fault(`审核关系“${check.title.zh}”的引用应写成 [表.单元格]`, `“${check.title.en}” should refer to [form.cell]`)
  }
  return faults
}
