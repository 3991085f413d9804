import { z } from 'zod'
import {
  changeAccount,
  createAccount,
  listAccounts,
  resetAccount,
  setDisabled,
  unlockAccount,
  type AccountRow,
} from '@kangheng/kernel/access/accounts.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'

const id = z.object({ id: z.uuid() })
const place = {
  role: z.string().max(50),
  division: z.string().max(12),
  institution: z.string().max(30).nullish(),
  person: z.uuid().nullish(),
}
/** Forms send an empty text for a reference that was cleared. */
const orNull = (value: string | null | undefined) => (value === '' ? null : value)

/** Accounts within the administrator's scope. */
export const adminAccountRoutes: Routes = (app, setting) => {
  const view = (account: AccountRow) => ({
    ...account,
    roleTitle: setting.house.roles.get(account.role)?.role.title ?? { zh: account.role, en: account.role },
  })

  app.get(
    '/api/admin/accounts',
    { config: { access: 'manage-accounts' }, schema: { querystring: z.object({ q: z.string().max(50).optional() }) } },
    async (request) => ({
      accounts: (await listAccounts(setting, requestActor(request), request.query.q)).map(view),
    }),
  )

  app.post(
    '/api/admin/accounts',
    {
      config: { access: 'manage-accounts' },
      schema: {
        body: z.object({
          username: z.string().min(1).max(64),
          name: z.string().trim().min(1).max(50),
          ...place,
          password: z.string().max(200).optional(),
        }),
      },
    },
    async (request) => {
      const { password, institution, ...values } = request.body
      const account = { ...values, institution: orNull(institution) }
      const made = await createAccount(setting, requestActor(request), account, password || undefined)
      return { id: made.id, ...(made.temporaryPassword ? { password: made.temporaryPassword } : {}) }
    },
  )

  app.patch(
    '/api/admin/accounts/:id',
    {
      config: { access: 'manage-accounts' },
      schema: {
        params: id,
        body: z.object({
          version: z.int().optional(),
          name: z.string().trim().min(1).max(50).optional(),
          role: place.role.optional(),
          division: place.division.optional(),
          institution: place.institution,
          person: place.person,
          disabled: z.boolean().optional(),
        }),
      },
    },
    async (request) => {
      const actor = requestActor(request)
      const { disabled, institution, ...values } = request.body
      if (disabled !== undefined) await setDisabled(setting, actor, request.params.id, disabled)
      const given = Object.entries(values).some(([name, value]) => name !== 'version' && value !== undefined)
      if (given || institution !== undefined)
        await changeAccount(setting, actor, request.params.id, { ...values, institution: orNull(institution) })
      return { id: request.params.id }
    },
  )

  app.post(
    '/api/admin/accounts/:id/reset',
    { config: { access: 'manage-accounts' }, schema: { params: id } },
    async (request) => ({ password: await resetAccount(setting, requestActor(request), request.params.id) }),
  )

  app.post(
    '/api/admin/accounts/:id/unlock',
    { config: { access: 'manage-accounts' }, schema: { params: id } },
    async (request) => {
      await unlockAccount(setting, requestActor(request), request.params.id)
      return { id: request.params.id }
    },
  )

  app.post(
    '/api/admin/accounts/:id/disable',
    { config: { access: 'manage-accounts' }, schema: { params: id } },
    async (request) => {
      await setDisabled(setting, requestActor(request), request.params.id, true)
      return { id: request.params.id }
    },
  )
}
