import { useMutation } from '@tanstack/react-query'
import { post } from '../api/client.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/states.tsx'
import { words } from './words.ts'

/** Ends a subscription from the link in its mail; nobody has to sign in for it. */
export default function UnsubscribePage() {
  const t = useWords(words)
  const token = new URLSearchParams(location.search).get('token') ?? ''
  const end = useMutation({
    mutationFn: () => post<{ title: string }>(`/api/unsubscribe/${encodeURIComponent(token)}`),
  })
  return (
    <main style={{ maxWidth: '34rem', margin: '4rem auto', padding: '0 1rem' }}>
      <h1>{t.unsubscribeTitle}</h1>
      {end.error && <Failure error={end.error} />}
      {end.data ? (
        <p role="status">{t.unsubscribeDone(end.data.title)}</p>
      ) : (
        <>
          <p>{t.unsubscribeAsk}</p>
          <p style={{ marginTop: '1rem' }}>
            <Button look="main" busy={end.isPending} onClick={() => end.mutate()}>
              {t.end}
            </Button>
          </p>
        </>
      )}
    </main>
  )
}
