/** Imports a file into an embedded database in a process of its own, so that a test may kill it in the middle. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { importFile } from '@kangheng/kernel/exchange/staged-import.ts'
import { setVault } from '@kangheng/kernel/person/vault-holder.ts'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { openPglite } from '@kangheng/kernel/store/pglite.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { residentImport } from '../importable.ts'
import { importHouse } from './import-house.ts'

const [folder, file, chunk] = process.argv.slice(2) as [string, string, string]
setVault(openVault(new Uint8Array(32).fill(7)))
const database = await openPglite({ folder })
const setting = { database, house: importHouse, county: '530721', today: () => '2025-12-31' }
await importFile(
  setting,
  residentImport,
  testActor('importer'),
  { bytes: new Uint8Array(readFileSync(file)), name: basename(file) },
  { chunk: Number(chunk), onProgress: (step, done) => console.log(step, done) },
)
await database.close()
