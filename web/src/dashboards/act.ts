import { post } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import { newRequestId } from '../api/request-id.ts'
import type { ActionAnswer } from '../api/types.ts'

/** Does something to a dashboard, note or subscription; whatever shows them is read again. Sent again under the same `requestId` it is done once. */
export async function act(
  action: string,
  input: object,
  on?: { id: string; version?: number },
  requestId: string = newRequestId(),
): Promise<ActionAnswer> {
  const answer = await post<ActionAnswer>(`/api/actions/dashboards.${action}`, {
    requestId,
    input,
    ...on,
  })
  for (const queryKey of [['dashboards'], ['dashboard'], ['notes'], ['subscriptions']])
    void queries.invalidateQueries({ queryKey })
  return answer
}
