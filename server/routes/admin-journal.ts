import { z } from 'zod'
import { accountNames } from '@kangheng/kernel/access/account-names.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { listJournal } from '@kangheng/kernel/record/journal-list.ts'
import { verifyJournal } from '@kangheng/kernel/record/journal.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { requestActor, requireCounty, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { pageQuery } from '../query.ts'

/** The journal: who did what, and the proof that nothing in it was changed. */
export const adminJournalRoutes: Routes = (app, setting) => {
  const { database, house } = setting

  app.get(
    '/api/admin/journal',
    {
      config: { access: 'see-journal' },
      schema: {
        querystring: z.object({
          person: z.string().max(64).optional(),
          record: z.string().max(100).optional(),
          account: z.string().max(64).optional(),
          ...pageQuery,
        }),
      },
    },
    async (request) => {
      const { cursor, person, account, ...query } = request.query
      for (const [field, id] of Object.entries({ person, account }))
        if (id && !z.uuid().safeParse(id).success) refuse(field, { zh: '编号无效', en: 'That is no id' })
      const actor = requestActor(request)
      const unmasked = seesUnmasked(setting, request)
      const page = await asActor(database, house, actor, (connection) =>
        listJournal(connection, house, setting.county, {
          ...query,
          person,
          account,
          after: cursor ? Number(cursor) : undefined,
          unmasked,
          sees: house.roles.get(actor.role)!.sees,
        }),
      )
      const names = await accountNames(
        database,
        setting.county,
        page.rows.map((row) => row.account),
      )
      return {
        rows: page.rows.map((row) => ({ ...row, accountName: (row.account && names.get(row.account)) || 'Kangheng' })),
        next: page.next === null ? null : String(page.next),
      }
    },
  )

  app.post('/api/admin/journal/verify', { config: { access: 'see-journal' } }, (request) => {
    requireCounty(setting, request)
    return verifyJournal(database, setting.county)
  })
}
