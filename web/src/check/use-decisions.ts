import { useMutation } from '@tanstack/react-query'
import { post } from '../api/client.ts'
import type { Decision, Finding } from '../api/document-types.ts'
import { newRequestId } from '../api/request-id.ts'
import { useAccount } from '../session/session.ts'

/** The document a finding stands in, as decisions about it are kept. */
export interface Checked {
  readonly document: string
  readonly title: string
}

/** What a reader does about a finding. */
export type Verdict = { verdict: 'accept' } | { verdict: 'dismiss'; reason: string } | { verdict: 'reopen' }

const SENTENCE_LENGTH = 1000
const TITLE_LENGTH = 200

/** Writes decisions about the findings of a document; `onDecided` learns what holds from now on. */
export function useDecisions(checked: Checked, onDecided: (finding: Finding, decision: Decision | undefined) => void) {
  const account = useAccount()
  return useMutation({
    mutationFn: async ({ finding, claim, what }: { finding: Finding; claim: string; what: Verdict }) => {
      const requestId = newRequestId()
      if (what.verdict === 'reopen') {
        await post('/api/actions/figure-check.decision.reopen', { requestId, id: finding.decision?.id, input: {} })
        return undefined
      }
      const reason = what.verdict === 'dismiss' ? what.reason : null
      const { id } = await post<{ id: string }>(`/api/actions/figure-check.decision.${what.verdict}`, {
        requestId,
        input: {
          document: checked.document,
          documentTitle: checked.title.slice(0, TITLE_LENGTH),
          finding: finding.key,
          claim,
          sentence: finding.sentence.slice(0, SENTENCE_LENGTH),
          ...(reason === null ? {} : { reason }),
        },
      })
      const verdict = what.verdict === 'accept' ? 'accepted' : 'dismissed'
      return { id, verdict, reason, by: account.name, at: new Date().toISOString() } satisfies Decision
    },
    onSuccess: (decision, { finding }) => onDecided(finding, decision),
  })
}
