import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { residentImport } from '@kangheng/domains/population/resident/register-import/importable.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import type { ImportableRegister } from '@kangheng/kernel/exchange/importable-register.ts'
import { importFile, type ImportOutcome, type ImportRun } from '@kangheng/kernel/exchange/staged-import.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import type { Setting } from './setting.ts'
import { systemActor } from './system-actor.ts'

/** Registers that can be imported, by their name in addresses and on the command line. Each knows its own kind of entry. */
export const importableRegisters: Readonly<Record<string, ImportableRegister<never>>> = {
  residents: residentImport as unknown as ImportableRegister<never>,
}

/** A register by name. @throws Refusal when there is none. */
export function getRegister(name: string): ImportableRegister<never> {
  return (
    (Object.hasOwn(importableRegisters, name) ? importableRegisters[name] : undefined) ??
    missing({
      zh: `没有名为“${name}”的花名册。现有：${Object.keys(importableRegisters).join('、')}`,
      en: `There is no register “${name}”. Available: ${Object.keys(importableRegisters).join(', ')}`,
    })
  )
}

/**
 * Imports a file of a register for the whole county and gives its report in the form of interchange. An import of the same file that was cut off is taken up again.
 * @throws Refusal when the register is unknown or the file cannot be read.
 */
export async function runImport(
  setting: Setting,
  register: string,
  file: string,
  run: Pick<ImportRun, 'preview' | 'onProgress' | 'withReport'> & { actor?: Actor } = {},
): Promise<ImportOutcome> {
  const bytes = new Uint8Array(await readFile(file))
  const { actor = systemActor(setting), ...how } = run
  return importFile(
    setting,
    getRegister(register),
    actor,
    { bytes, name: basename(file) },
    { withReport: true, ...how },
  )
}
