import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import {
  defineExtensionField,
  extensionFieldSchema,
  listExtensionFields,
  type ExtensionVersion,
} from '@kangheng/kernel/record/extension-admin.ts'
import { requestActor, requireCounty } from '../access.ts'
import type { Routes } from '../app-type.ts'
import type { Setting } from '../setting.ts'

function view(setting: Setting, field: ExtensionVersion) {
  const titles = field.options.map((option) => [option, field.optionTitles[option] ?? { zh: option, en: option }])
  return {
    id: field.key,
    key: field.key,
    record: field.record,
    recordTitle: setting.house.records.get(field.record)?.title,
    title: { zh: field.titleZh, en: field.titleEn },
    kind: field.kind,
    values: field.kind === 'choice' ? Object.fromEntries(titles) : null,
    unit: field.unit,
    required: field.required,
    version: field.version,
    retired: !field.active,
    createdAt: field.createdAt,
  }
}

/** Fields added to records at run time. */
export const adminFieldRoutes: Routes = (app, setting) => {
  app.get('/api/admin/extension-fields', { config: { access: 'configure' } }, async () => ({
    fields: (await listExtensionFields(setting.database, setting.county)).map((field) => view(setting, field)),
  }))

  app.post(
    '/api/admin/extension-fields',
    {
      config: { access: 'configure' },
      schema: {
        body: extensionFieldSchema.omit({ key: true }).extend({
          key: z.string().max(40).optional(),
          id: z.string().max(40).optional(),
          requestId: z.string().max(64).optional(),
        }),
      },
    },
    (request) => {
      requireCounty(setting, request)
      const { id, requestId, key, ...rest } = request.body
      const definition = extensionFieldSchema.parse({ ...rest, key: key ?? id })
      return setting.database.transaction((connection) =>
        defineExtensionField(connection, setting, requestActor(request), {
          requestId: requestId ?? randomUUID(),
          definition,
        }),
      )
    },
  )
}
