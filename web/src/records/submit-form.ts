import { post } from '../api/client.ts'
import type { ActionAnswer } from '../api/types.ts'
import { openDevice, type Submission, type Submitted } from '../offline/state.ts'

/**
 * Hands a form in. On a device that works without a connection everything goes through its outbox, so that there is one way whether the network holds or not;
 * elsewhere it goes to the server. @throws Problem when the server refused it, or, without an outbox, could not be reached.
 */
export async function submitForm({
  key,
  entry,
  ...submission
}: Submission & {
  /** Names the intention: handing it in twice writes once. */
  readonly key: string
  /** The outbox entry this corrects. */
  readonly entry?: string | undefined
}): Promise<Submitted> {
  const device = openDevice()
  if (device && entry) {
    const { sendAgain } = await import('../offline/device.ts')
    const { input, row } = submission
    return sendAgain(entry, { input, ...(row ? { on: row } : {}) })
  }
  if (device) return device.submit(submission, key)
  const { row, input } = submission
  const answer = await post<ActionAnswer>(`/api/actions/${submission.action}`, {
    requestId: key,
    ...(row ? { id: row.id, version: row.version } : {}),
    input,
    deviceAt: new Date().toISOString(),
  })
  return { kind: 'sent', record: answer.record, id: answer.id }
}
