import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { defineAction } from '../record/define-action.ts'
import type { RecordDefinition, RecordTable } from '../record/define-record.ts'
import { field } from '../record/field.ts'
import type { Connection } from '../store/connection.ts'
import { refuse } from '../text/refusal.ts'
import { barePicture, pictureType } from './picture.ts'

/** The largest picture that is kept; the page makes a photo smaller before it is sent. */
export const LARGEST_PICTURE = 1_200_000
/** Pictures of one record. */
export const MOST_PICTURES = 12
const LONGEST_TEXT = Math.ceil(LARGEST_PICTURE / 3) * 4 + 100

/**
 * The action by which pictures are added to a record. The journal holds the picture's digest, not the picture. Whoever may not write the record cannot add to it; who
 * sees the record sees its pictures.
 */
export function attachAction<Table extends RecordTable>(record: RecordDefinition<Table>) {
  return defineAction(record, {
    name: 'attach',
    title: { zh: '添加照片', en: 'Add a photo' },
    on: 'existing',
    input: z.object({
      photo: field(z.string().min(20).max(LONGEST_TEXT), {
        title: { zh: '照片', en: 'Photo' },
        help: { zh: '拍照或选择一张照片；位置等信息会被去除', en: 'Take or choose a photo; its position is removed' },
        photo: true,
      }),
      caption: field(z.string().trim().max(60).optional(), { title: { zh: '说明', en: 'Caption' } }),
    }),
    conceal: ['photo'],
    async run({ input, current, county, connection, actor, change }) {
      const given = Buffer.from(input.photo.replace(/^data:[^,]*,/, ''), 'base64')
      const type = pictureType(given)
      const content = barePicture(given)
      if (!type || !content)
        return refuse('photo', { zh: '照片须为完整的 JPEG 或 PNG 图片', en: 'A whole JPEG or PNG picture' })
      if (content.length > LARGEST_PICTURE)
        refuse('photo', { zh: '照片太大，请缩小后再传', en: 'The photo is too large; make it smaller' })
      const row = current as unknown as { id: string; division: string; person: string | null }
      const digest = createHash('sm3').update(content).digest('hex')
      const known = await connection.query<{ digest: string }>(
        'select digest from attachment where county = $1 and record_id = $2',
        [county, row.id],
      )
      if (known.some((each) => each.digest === digest))
        refuse('photo', { zh: '这张照片已经添加过', en: 'This photo was added before' })
      if (known.length >= MOST_PICTURES)
        refuse('photo', {
          zh: `一条记录最多${MOST_PICTURES}张照片`,
          en: `At most ${MOST_PICTURES} photos of one record`,
        })
      await connection.query(
        `insert into attachment (county, id, record, record_id, division, person, caption, type, size, digest, content, attached_by)
         values ($1, $2::uuid, $3, $4::uuid, $5, $6::uuid, $7, $8, $9::int, $10, $11, $12::uuid)`,
        [
          county,
          uuidv7(),
          record.id,
          row.id,
          row.division,
          row.person,
          input.caption ?? null,
          type,
          content.length,
          digest,
          content,
          actor.account,
        ],
      )
      await change({})
      return { digest, size: content.length }
    },
  })
}

/** A picture as a list tells it. */
export interface AttachmentView {
  readonly id: string
  readonly caption: string | null
  readonly type: string
  readonly size: number
  readonly attachedAt: string
}

/** The pictures of a record, the oldest first, within what the reader may see. */
export function listAttachments(connection: Connection, county: string, recordId: string): Promise<AttachmentView[]> {
  return connection.query<AttachmentView>(
    `select id, caption, type, size, attached_at as "attachedAt" from attachment where county = $1 and record_id = $2::uuid order by attached_at, id`,
    [county, recordId],
  )
}

/** One picture of a record type, within what the reader may see; undefined when there is none. */
export async function findAttachment(
  connection: Connection,
  county: string,
  record: string,
  id: string,
): Promise<{ type: string; content: Uint8Array } | undefined> {
  const [found] = await connection.query<{ type: string; content: Uint8Array }>(
    'select type, content from attachment where county = $1 and record = $2 and id = $3::uuid',
    [county, record, id],
  )
  return found
}
