import { z } from 'zod'
import { readCluster } from '@kangheng/domains/public-health/communicable-disease/index.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'

const params = z.object({ id: z.uuid() })

/** What the work on communicable disease needs beyond lists and forms: the picture of a cluster. */
export const diseaseRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  if (!house.records.has('communicable-disease.cluster')) return

  app.get('/api/disease/clusters/:id', { config: { access: 'see-figures' }, schema: { params } }, (request) =>
    asActor(database, house, requestActor(request), (connection) =>
      readCluster(connection, setting.county, request.params.id),
    ),
  )
}
