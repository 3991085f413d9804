import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { post } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import { queries } from '../api/queries.ts'
import { newRequestId } from '../api/request-id.ts'
import type { ActionAnswer } from '../api/types.ts'

/** One write of the vaccination pages. */
interface Act {
  readonly action: string
  readonly input?: Readonly<Record<string, unknown>>
  readonly on?: { readonly id: string; readonly version: number }
}

/** Runs actions from a page that has no form of its own, and reads the page again. A retry after a lost answer writes once. */
export function useAct(done?: () => void) {
  const [requestId, setRequestId] = useState(newRequestId)
  return useMutation({
    mutationFn: ({ action, input = {}, on }: Act) =>
      post<ActionAnswer>(`/api/actions/immunization.${action}`, { requestId, ...on, input }),
    onSuccess: async () => {
      setRequestId(newRequestId())
      await queries.invalidateQueries({ queryKey: ['board'] })
      done?.()
    },
    onError: (error) => {
      if (error instanceof Problem && error.status >= 400 && error.status < 500) setRequestId(newRequestId())
    },
  })
}
