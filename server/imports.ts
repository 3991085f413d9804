import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { residentImport } from '@kangheng/domains/population/resident/register-import/importable.ts'
import { resultImport } from '@kangheng/domains/public-health/physical-examination/result-import/importable.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import type { ImportableRegister } from '@kangheng/kernel/exchange/importable-register.ts'
import { importActionFile, type ActionImportOutcome } from '@kangheng/kernel/exchange/action-import/run.ts'
import { importFile, type ImportOutcome, type ImportRun } from '@kangheng/kernel/exchange/staged-import.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import type { Setting } from './setting.ts'
import { systemActor } from './system-actor.ts'

/** Registers that can be imported, by their name in addresses and on the command line. Each knows its own kind of entry. */
export const importableRegisters: Readonly<Record<string, ImportableRegister<never>>> = {
  residents: residentImport as unknown as ImportableRegister<never>,
  'examination-results': resultImport as unknown as ImportableRegister<never>,
}

/** The action whose holders may import under this name; undefined where the right to import is enough. */
export function permitOf({ house }: Setting, name: string): string | undefined {
  if (house.actions.has(name)) return name
  return Object.hasOwn(importableRegisters, name) ? importableRegisters[name]!.permit : undefined
}

/** A register by name. @throws Refusal when there is none. */
export function getRegister(name: string): ImportableRegister<never> {
  return (
    (Object.hasOwn(importableRegisters, name) ? importableRegisters[name] : undefined) ??
    missing({
      zh: `没有名为“${name}”的花名册或操作。花名册：${Object.keys(importableRegisters).join('、')}`,
      en: `There is no register or action “${name}”. Registers: ${Object.keys(importableRegisters).join(', ')}`,
    })
  )
}

/**
 * Imports a file without HTTP: a register for the whole county, or an action as the given account. Gives the report in the form of interchange. An import of
 * the same file that was cut off is taken up again.
 * @throws Refusal when there is no such register or action, the actor may not do it, or the file cannot be read.
 */
export async function runImport(
  setting: Setting,
  name: string,
  file: string,
  run: Pick<ImportRun, 'preview' | 'onProgress' | 'withReport'> & { actor?: Actor } = {},
): Promise<ImportOutcome | ActionImportOutcome> {
  const bytes = new Uint8Array(await readFile(file))
  const { actor, ...how } = run
  const given = { bytes, name: basename(file) }
  const complete = { withReport: true, ...how }
  const action = setting.house.actions.get(name)
  if (action) return importActionFile(setting, action, actor ?? officeOf(setting, action.id), given, complete)
  return importFile(setting, getRegister(name), actor ?? systemActor(setting), given, complete)
}

/** The installation itself, in the first role that may do this. */
function officeOf(setting: Setting, action: string): Actor {
  const [role] = [...setting.house.roles.values()].filter((each) => each.may.has(action))
  return { ...systemActor(setting), ...(role ? { role: role.role.id } : {}) }
}
