import { defineConfig } from 'drizzle-kit'

/** The fixture domain's tables; never part of an installation. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './kernel/testing/umbrella-library/tables.ts',
  out: './kernel/testing/migrations',
})
