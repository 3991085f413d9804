import { closeSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { Refusal } from '../text/refusal.ts'

const isRunning = (processId: number): boolean => {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Folders this process holds: a lock with the own number is left over from another life of that number unless the folder is among them. */
const held = new Set<string>()

/**
 * Takes the data folder for this process; one process at a time may open an embedded database.
 * A lock left by a process that no longer runs is taken over. Returns the release.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = resolve(folder, 'kangheng.lock')
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, String(process.pid))
      closeSync(file)
      held.add(path)
      return () => {
        held.delete(path)
        try {
          if (Number(readFileSync(path, 'utf8')) === process.pid) unlinkSync(path)
        } catch {
          // already gone: nothing is held any more
        }
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(readFileSync(path, 'utf8'))
      if (holder && (holder === process.pid ? held.has(path) : isRunning(holder))) {
        throw new Refusal('unavailable', {
          zh: `数据目录 ${folder} 正被另一个康衡进程（进程号 ${holder}）使用。请先停止它，或用 --data 指定另一个目录，或改用 PostgreSQL（DATABASE_URL）`,
          en: `The data folder ${folder} is in use by another Kangheng process (id ${holder}). Stop it first, choose another folder with --data, or use PostgreSQL (DATABASE_URL)`,
        })
      }
      unlinkSync(path)
    }
  }
  throw new Error(`Could not lock ${folder}`)
}
