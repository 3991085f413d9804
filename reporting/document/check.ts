import type { Text } from '@kangheng/kernel/text/text.ts'
import { cellsOf, identityOf, quotedFigures, tablesOf } from './figures.ts'
import type { FigureRef, ReportDocument } from '@kangheng/kernel/wording/model.ts'
import { printedUnit } from '@kangheng/kernel/wording/print.ts'

/** Something that must be put right before the document may be signed or issued. */
export interface Obstacle {
  readonly kind: 'provisional' | 'conflict' | 'unit'
  readonly figure: FigureRef
  readonly message: Text
}

const named = (figure: FigureRef): Text => ({
  zh: `${figure.place.title.zh}${figure.period.title.zh}“${figure.title.zh}”`,
  en: `“${figure.title.en}” of ${figure.place.title.en}, ${figure.period.title.en}`,
})

function provisional(figure: FigureRef): Obstacle {
  const name = named(figure)
  const message = {
    zh: `${name.zh}尚未结账，请先结账该期数据，再签发本文件`,
    en: `${name.en} is provisional; close its period before signing`,
  }
  return { kind: 'provisional', figure, message }
}

function conflict(figure: FigureRef, other: FigureRef): Obstacle {
  const name = named(figure)
  const message = {
    zh: `${name.zh}在文中有两个数值：${other.value}与${figure.value}，请刷新全部数据`,
    en: `${name.en} stands with two values, ${other.value} and ${figure.value}; refresh the figures`,
  }
  return { kind: 'conflict', figure, message }
}

function wrongUnit(figure: FigureRef, table: string, column: string, unit: string): Obstacle {
  const message = {
    zh: `《${table}》“${column}”一栏的单位是“${unit}”，而${named(figure).zh}的单位是“${printedUnit(figure).zh}”`,
    en: `column “${column}” of “${table}” is in “${unit}”, but ${named(figure).en} is in “${printedUnit(figure).en}”`,
  }
  return { kind: 'unit', figure, message }
}

/**
 * Why the document cannot be signed yet: figures whose period is still open, one figure standing with two values, a cell
 * whose unit is not its column's. Each figure is named once per reason. An empty list means it may be signed.
 */
export function obstaclesToSigning(document: ReportDocument): Obstacle[] {
  const tables = tablesOf(document)
  const cells = tables.flatMap((table) => cellsOf(table).map((cell) => cell.figure))
  const figures = [...quotedFigures(document).map((part) => part.figure), ...cells]
  const first = new Map<string, FigureRef>()
  const found: Obstacle[] = []
  const told = new Set<string>()
  const tell = (obstacle: Obstacle) => {
    const once = `${obstacle.kind} ${identityOf(obstacle.figure)}`
    if (!told.has(once)) found.push(obstacle)
    told.add(once)
  }
  for (const figure of figures) {
    const seen = first.get(identityOf(figure))
    if (!seen) first.set(identityOf(figure), figure)
    else if (seen.value !== figure.value) tell(conflict(figure, seen))
    if (figure.status === 'provisional') tell(provisional(figure))
  }
  for (const table of tables)
    for (const { column, figure } of cellsOf(table)) {
      const { title, unit, unitByRow } = table.columns[column - 1]!
      if (unitByRow) continue
      if (figure.value !== null && (unit ?? '') !== printedUnit(figure).zh)
        tell(wrongUnit(figure, table.title, title, unit ?? ''))
    }
  return found
}
