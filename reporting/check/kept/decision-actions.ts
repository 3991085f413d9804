import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { type ActionContext, defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { figureDecision } from './records.ts'
import { figureDecisions } from './tables.ts'

const about = {
  document: field(z.string().min(1).max(80), { title: { zh: '文稿指纹', en: 'Digest of the document' } }),
  documentTitle: field(z.string().max(200), { title: { zh: '文稿', en: 'Document' } }),
  finding: field(z.string().min(1).max(80), { title: { zh: '发现编号', en: 'Id of the finding' } }),
  claim: field(z.string().max(100), { title: { zh: '数字', en: 'Figure' } }),
  sentence: field(z.string().max(1000), { title: { zh: '原句', en: 'Sentence' } }),
}
const note = field(z.string().trim().max(500).optional(), {
  title: { zh: '说明', en: 'Note' },
  multiline: true,
})
const reason = field(z.string().trim().min(2).max(500), {
  title: { zh: '不采纳的理由', en: 'Why it is dismissed' },
  multiline: true,
})

type Decided = z.output<z.ZodObject<typeof about>> & { reason?: string | undefined }

/** Keeps the decision; an earlier one of the same office about the same finding is no longer in force. */
async function decide({ input, actor, findAll, changeOther, create }: ActionContext<typeof figureDecisions, Decided>) {
  const earlier = await findAll(
    figureDecision,
    and(
      eq(figureDecisions.document, input.document),
      eq(figureDecisions.finding, input.finding),
      eq(figureDecisions.division, actor.division),
      inArray(figureDecisions.state, ['accepted', 'dismissed']),
    ),
  )
  for (const row of earlier) await changeOther(figureDecision, row, { state: 'withdrawn' })
  return create({ ...input, reason: input.reason ?? null })
}

export const acceptFinding = defineAction(figureDecision, {
  name: 'accept',
  title: { zh: '采纳发现', en: 'Accept the finding' },
  on: 'new',
  to: 'accepted',
  input: z.object({ ...about, reason: note }),
  run: decide,
})

export const dismissFinding = defineAction(figureDecision, {
  name: 'dismiss',
  title: { zh: '不采纳发现', en: 'Dismiss the finding' },
  on: 'new',
  to: 'dismissed',
  input: z.object({ ...about, reason }),
  run: decide,
})

export const reopenFinding = defineAction(figureDecision, {
  name: 'reopen',
  title: { zh: '重新处理', en: 'Decide anew' },
  on: 'existing',
  from: ['accepted', 'dismissed'],
  to: 'withdrawn',
  input: z.object({}),
  run: ({ change }) => change({}),
})
