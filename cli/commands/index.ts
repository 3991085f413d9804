import type { Command } from '../arguments.ts'
import { db } from './db.ts'
import { figures } from './figures.ts'
import { init } from './init.ts'
import { journal } from './journal.ts'
import { bulletin, summary } from './documents.ts'
import { check } from './check.ts'
import { demo } from './demo.ts'
import { start } from './start.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [start, demo, init, figures, bulletin, summary, check, journal, db]
