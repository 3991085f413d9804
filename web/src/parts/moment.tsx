/** A point in time as the office reads it: `2026-01-03 08:15`, in the reader's time zone. */
export function momentText(iso: string | null | undefined): string {
  if (!iso) return ''
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())} ${pad(moment.getHours())}:${pad(moment.getMinutes())}`
}

/** The same as an element. */
export function Moment({ at }: { at: string | null | undefined }) {
  if (!at) return <span className="quiet">—</span>
  return (
    <time className="number" dateTime={at}>
      {momentText(at)}
    </time>
  )
}
