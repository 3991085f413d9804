import type { Command } from '../arguments.ts'
import { db } from './db.ts'
import { figures } from './figures.ts'
import { init } from './init.ts'
import { journal } from './journal.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [init, figures, journal, db]
