import { useMutation } from '@tanstack/react-query'
import { post } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import { notice } from '../parts/notice.tsx'

/**
 * The steps of a document (close, issue, refresh, compile, sign …): one at a time, each telling what it did.
 * The version travels along, so that nobody signs what somebody else has just changed.
 */
export function useSteps(base: string, version: number, keys: readonly string[]) {
  return useMutation({
    mutationFn: ({ step }: { step: string; done: string }) => post(`${base}/${step}`, { version }),
    onSuccess: async (_, { done }) => {
      notice(done)
      await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })))
    },
  })
}
