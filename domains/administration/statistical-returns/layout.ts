import { z } from 'zod'
import { FormulaError, parseExpression, type Expression } from '@kangheng/kernel/expression/parse.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** Codes of cells, parts, rows, columns and checks. */
export const codeSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

const textSchema = z.object({ zh: z.string().trim().min(1).max(80), en: z.string().trim().min(1).max(120) })

const read = new Map<string, Expression>()

/** A formula, read once. */
export function formulaOf(text: string): Expression {
  let expression = read.get(text)
  if (!expression) {
    expression = parseExpression(text)
    // Formulas belong to a few editions of a few forms; whoever tries thousands of drafts does not fill the memory.
    if (read.size > 5000) read.clear()
    read.set(text, expression)
  }
  return expression
}

/** A formula of the shared grammar: `{cell}` of this form, `[form.cell]` of another, `[form.cell@last-year]` a year before. */
export const formulaSchema = z.string().superRefine((text, context) => {
  try {
    formulaOf(text)
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    context.addIssue({ code: 'custom', message: `第${error.at + 1}个字符处无法读懂：${error.message}` })
  }
})

/** Where the number of a cell comes from. A bound cell is entered by hand only where the figures have no value. */
const sourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entered') }),
  z.object({ kind: z.literal('computed'), formula: formulaSchema }),
  z.object({ kind: z.literal('figure'), indicator: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/) }),
])

export const cellSchema = z.object({
  code: codeSchema,
  decimals: z.int().min(0).max(4),
  source: sourceSchema,
})

const rowSchema = z.object({
  title: textSchema,
  unit: textSchema,
  /** How far the title is indented below the one it is a part of (其中). */
  level: z.int().min(0).max(3),
  /** One for each column; null where the official form has none. */
  cells: z.array(cellSchema.nullable()).min(1),
})

const checkCommon = { code: codeSchema, title: textSchema, severity: z.enum(['error', 'warning']), remedy: textSchema }
export const checkSchema = z.discriminatedUnion('kind', [
  z.object({ ...checkCommon, kind: z.literal('rule'), holds: formulaSchema }),
  z.object({
    ...checkCommon,
    kind: z.literal('change'),
    cell: codeSchema,
    against: z.enum(['previous', 'last-year']),
    /** The largest change either way, in per cent of the value before. */
    most: z.int().min(1).max(10000),
  }),
])

export const layoutSchema = z.object({
  parts: z
    .array(
      z.object({
        code: codeSchema,
        title: textSchema,
        columns: z.array(z.object({ title: textSchema })).min(1),
        rows: z.array(rowSchema).min(1),
      }),
    )
    .min(1),
  checks: z.array(checkSchema),
})

/** A form as data: parts of rows by columns of cells, and what must hold between them. */
export type Layout = z.infer<typeof layoutSchema>
export type Check = z.infer<typeof checkSchema>
export type CellSource = z.infer<typeof sourceSchema>

/** A cell with what it is called: row, and column where there are several. */
export interface Cell {
  readonly code: string
  readonly title: Text
  readonly unit: Text
  readonly decimals: number
  readonly source: CellSource
  readonly part: string
}

/** All cells of a layout in the order of the form. */
export function cellsOf(layout: Layout): Cell[] {
  return layout.parts.flatMap((part) =>
    part.rows.flatMap((row) =>
      row.cells.flatMap((cell, index): Cell[] => {
        if (!cell) return []
        const column = part.columns[index]!.title
        const title =
          part.columns.length === 1
            ? row.title
            : { zh: `${row.title.zh}（${column.zh}）`, en: `${row.title.en} (${column.en})` }
        return [{ ...cell, title, unit: row.unit, part: part.code }]
      }),
    ),
  )
}

/** The form and cell a reference such as `[hospital-monthly.beds]` means; undefined when it has no such shape. */
export function foreignCell(reference: string): { form: string; cell: string } | undefined {
  const [form, cell, ...rest] = reference.split('.')
  return form && cell && rest.length === 0 ? { form, cell } : undefined
}
