import { z } from 'zod'
import { createFirstAdministrator, needsFirstAdministrator } from '@kangheng/kernel/access/first-administrator.ts'
import { signIn } from '@kangheng/kernel/access/sign-in.ts'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Routes } from '../app-type.ts'
import { writeSettings } from '../installation.ts'
import { keepToken, originOf, sessionView } from './session.ts'

/** Sets an empty installation up: its county with divisions and institutions, and its first administrator. */
export const setupRoutes: Routes = (app, setting, options) => {
  app.post(
    '/api/setup',
    {
      config: { access: 'public' },
      schema: {
        body: z.object({
          county: z.string().regex(/^\d{6}$/),
          username: z.string().min(1).max(64),
          name: z.string().min(1).max(50),
          password: z.string().min(1).max(200),
        }),
      },
    },
    async (request, reply) => {
      const { county, ...administrator } = request.body
      if (!(await needsFirstAdministrator(setting.database, setting.county)))
        throw new Refusal('conflict', {
          zh: '系统已经设置过管理员，请登录',
          en: 'The installation has its administrator already; sign in',
        })
      if (setting.county && setting.county !== county)
        throw new Refusal(
          'invalid',
          {
            zh: `本系统已按县代码 ${setting.county} 建立`,
            en: `This installation was made for county ${setting.county}`,
          },
          { field: 'county' },
        )
      await loadPlaces(setting.database, county)
      await createFirstAdministrator({ database: setting.database, house: setting.house, county }, administrator)
      await writeSettings(setting.database, county, { county })
      await setting.reload()
      const { token, account } = await signIn(setting.database, county, administrator, originOf(request))
      keepToken(reply, options, token)
      return sessionView(setting, account)
    },
  )
}
