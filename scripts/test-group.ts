/**
 * Runs test files one after another in this process: `node scripts/test-group.ts FILE…`. Most files take less time than loading the house and starting a
 * database for them does. Each file is a suite of its own, so that its hooks are only its own.
 */
import { after, describe } from 'node:test'
import { pathToFileURL } from 'node:url'
import { keepTestDatabases } from '@kangheng/kernel/testing/database.ts'

after(keepTestDatabases())
for (const file of process.argv.slice(2))
  describe(file, async () => {
    await import(pathToFileURL(file).href)
  })
