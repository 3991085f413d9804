import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'

/** Steps through a keyset list: the next page, and back to the first. The browser's back button goes one page back. */
export function Paging({
  next,
  cursor,
  onCursor,
}: {
  next: string | null
  cursor: string | undefined
  onCursor: (cursor: string | undefined) => void
}) {
  const t = useWords(common)
  if (!next && !cursor) return null
  return (
    <nav className="table-foot no-print" aria-label={t.nextPage}>
      <button type="button" className="plain-button" disabled={!cursor} onClick={() => onCursor(undefined)}>
        {t.firstPage}
      </button>
      <button
        type="button"
        className="plain-button"
        disabled={!next}
        onClick={() => {
          onCursor(next ?? undefined)
          scrollTo({ top: 0 })
        }}
      >
        {t.nextPage}
      </button>
    </nav>
  )
}
