import type { Command } from '../arguments.ts'
import { check } from './check.ts'
import { db } from './db.ts'
import { demo } from './demo.ts'
import { bulletin, summary } from './documents.ts'
import { exportData } from './export.ts'
import { figures } from './figures.ts'
import { importRegister } from './import.ts'
import { init } from './init.ts'
import { journal } from './journal.ts'
import { start } from './start.ts'
import { users } from './users.ts'
import { verify } from './verify.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  start,
  demo,
  init,
  importRegister,
  exportData,
  figures,
  bulletin,
  summary,
  check,
  verify,
  journal,
  users,
  db,
]
