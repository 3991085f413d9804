import { defineConfig } from 'drizzle-kit'

/** Migrations are generated from the declared tables: `npx drizzle-kit generate --name what-changed`, then read and committed. */
export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './kernel/{access,attachment,indicator,person,place,record,exchange,task}/tables.ts',
    './domains/*/*/tables.ts',
    './domains/*/*/*/tables.ts',
    './reporting/tables.ts',
    './reporting/check/kept/tables.ts',
    './reporting/dashboard/tables.ts',
  ],
  out: './migrations',
})
