import type { Actor } from '../../access/actor.ts'
import { buildHouse } from '../../domain/registry.ts'
import { checkDigit } from '../../person/identity-number.ts'
import { openVault } from '../../person/vault.ts'
import { getVault, setVault } from '../../person/vault-holder.ts'
import type { Database } from '../../store/connection.ts'
import { openTestDatabase, testActor } from '../../testing/database.ts'
import { loadSmallCounty, personId } from '../../testing/small-county.ts'
import { lend } from '../../testing/umbrella-library/actions.ts'
import { librarian, umbrellaLibrary, visitor } from '../../testing/umbrella-library/index.ts'
import type { ActionHouse } from '../../record/pipeline.ts'
import type { TestCell } from '../testing/cells.ts'
import { workbookBytes } from '../workbook-writer.ts'
import { importActionFile } from './run.ts'

/** A small county whose residents have identity numbers, and the umbrella library's action to import. */
export interface ImportCounty extends ActionHouse {
  readonly clerk: Actor
  /** The clerk of the second township. */
  readonly neighbour: Actor
  /** Imports rows under the given header. */
  send(
    header: readonly string[],
    rows: readonly (readonly TestCell[])[],
    how?: { preview?: boolean; actor?: Actor; chunk?: number; onProgress?: (step: string, done: number) => void },
  ): ReturnType<typeof importActionFile>
  close(): Promise<void>
}

/** The identity number of the small county's resident. */
export function numberOf(index: number): string {
  const digits = `53072119800101${String(800 + index).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

async function giveNumbers(database: Database, people: number): Promise<void> {
  for (let index = 0; index < people; index++) {
    const key = getVault().blindIndex('ID18', numberOf(index))
    await database.query(`update person set document_kind = 'ID18', document_key = $2 where id = $1`, [
      personId(index),
      key,
    ])
  }
}

/** A workbook of one sheet, every cell as what it is. */
export function sheetBytes(
  header: readonly string[],
  rows: readonly (readonly TestCell[])[],
  name = '借出',
): Promise<Uint8Array> {
  return workbookBytes([{ name, columns: header.map((title) => ({ title, kind: 'mixed' as const })), rows }])
}

/** Opens the county. */
export async function openImportCounty(): Promise<ImportCounty> {
  setVault(openVault(new Uint8Array(32).fill(3)))
  const house = buildHouse([umbrellaLibrary], [librarian, visitor])
  const database = await openTestDatabase(house)
  await loadSmallCounty(database)
  await giveNumbers(database, 40)
  const setting: ActionHouse = { database, house, county: '530721', today: () => '2025-06-15' }
  const clerk = testActor('librarian', '530721001')
  return {
    ...setting,
    clerk,
    neighbour: testActor('librarian', '530721102'),
    async send(header, rows, { actor = clerk, ...run } = {}) {
      const bytes = await sheetBytes(header, rows)
      return importActionFile(setting, lend, actor, { bytes, name: '借伞.xlsx' }, { withReport: true, ...run })
    },
    close: () => database.close(),
  }
}
