import type { Database } from './connection.ts'
import { embeddedFolder } from './data-folder.ts'
import { lockFolder } from './lock.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

/** Where a county's data live: a PostgreSQL address, or a folder for the embedded database. */
export type StoreAddress = { readonly url: string } | { readonly folder: string }

/** Opens the store. An embedded folder is locked for this process until it is closed. */
export async function openDatabase(address: StoreAddress): Promise<Database> {
  if ('url' in address) return openPostgres(address.url)
  const release = lockFolder(address.folder)
  try {
    const database = await openPglite({ folder: embeddedFolder(address.folder) })
    return {
      ...database,
      async close() {
        await database.close()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}
