import type { Command } from '../arguments.ts'

/**
 * Every command by its name, in the order of the help. Each is loaded when it is asked for: most need little of the program, and a terminal should not wait
 * for the rest.
 */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  demo: async () => (await import('./demo.ts')).demo,
  init: async () => (await import('./init.ts')).init,
  import: async () => (await import('./import.ts')).importRegister,
  export: async () => (await import('./export.ts')).exportData,
  figures: async () => (await import('./figures.ts')).figures,
  bulletin: async () => (await import('./documents.ts')).bulletin,
  summary: async () => (await import('./documents.ts')).summary,
  check: async () => (await import('./check.ts')).check,
  forecast: async () => (await import('./forecast.ts')).forecastDoses,
  detect: async () => (await import('./detect.ts')).detect,
  verify: async () => (await import('./verify.ts')).verify,
  journal: async () => (await import('./journal.ts')).journal,
  users: async () => (await import('./users.ts')).users,
  db: async () => (await import('./db.ts')).db,
}

/** All commands, loaded. */
export const loadCommands = (): Promise<Command[]> => Promise.all(Object.values(commands).map((load) => load()))
