import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor, KernelRight } from '@kangheng/kernel/access/actor.ts'
import {
  closeBulletin,
  editSections,
  issueBulletin,
  openReport,
  refreshReport,
} from '@kangheng/reporting/report/desk.ts'
import { requestActor } from '../access.ts'
import type { App } from '../app-type.ts'
import type { Setting } from '../setting.ts'
import { editedBlocks, issueStep, reportView, sendReportFile, step } from '../view/report.ts'

/** A desk at which bulletins of one kind are kept. */
export interface BulletinDesk {
  /** Address of the bulletins in the API. */
  readonly path: string
  /** Rights that reading, writing and issuing take. */
  readonly reads: KernelRight
  readonly writes: KernelRight
  readonly issues: KernelRight
  /** The address of one of them. */
  readonly params: z.ZodObject<{ id: z.ZodString | z.ZodUUID }>
  /** Refuses writing and issuing where the rights alone do not say who may. */
  requireWriter?(request: FastifyRequest): void
}

type Step = (setting: Setting, actor: Actor, id: string, version: number | undefined) => ReturnType<typeof openReport>

/** Reading, editing, refreshing, closing, issuing and sending a bulletin, which go the same way at every desk; listing and making them is each desk's own. */
export function serveBulletinDesk(app: App, setting: Setting, desk: BulletinDesk): void {
  const { path, params } = desk
  const one = `${path}/:id`

  app.get(one, { config: { access: desk.reads }, schema: { params } }, async (request) =>
    reportView(setting, await openReport(setting, requestActor(request), request.params.id)),
  )

  app.put(
    one,
    {
      config: { access: desk.writes },
      schema: {
        params,
        body: z.object({
          version: z.int(),
          edits: z.object({ sections: z.array(z.object({ id: z.string().max(60), blocks: editedBlocks })).max(20) }),
        }),
      },
    },
    async (request) => {
      desk.requireWriter?.(request)
      const { version, edits } = request.body
      const sections = edits.sections as never
      return reportView(
        setting,
        await editSections(setting, requestActor(request), request.params.id, { version, sections }),
      )
    },
  )

  const steps: readonly (readonly [string, Step])[] = [
    ['refresh', refreshReport],
    ['close', closeBulletin],
  ]
  for (const [name, take] of steps)
    app.post(`${one}/${name}`, { config: { access: desk.writes }, schema: { params, body: step } }, async (request) => {
      desk.requireWriter?.(request)
      return reportView(setting, await take(setting, requestActor(request), request.params.id, request.body?.version))
    })

  app.post(
    `${one}/issue`,
    { config: { access: desk.issues }, schema: { params, body: issueStep } },
    async (request) => {
      desk.requireWriter?.(request)
      const { number, version } = request.body ?? {}
      return reportView(
        setting,
        await issueBulletin(setting, requestActor(request), request.params.id, number, version),
      )
    },
  )

  app.get(
    `${one}/file`,
    {
      config: { access: desk.reads },
      schema: { params, querystring: z.object({ format: z.enum(['docx', 'xlsx']).default('docx') }) },
    },
    async (request, reply) =>
      sendReportFile(
        request,
        reply,
        await openReport(setting, requestActor(request), request.params.id),
        request.query.format,
      ),
  )
}
