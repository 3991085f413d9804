/** The clock of the country: a county's papers say when something was done, wherever they are read. */
const CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** A point in time as the office reads it: `2026-01-03 08:15`, in China. */
export function momentText(iso: string | null | undefined): string {
  if (!iso) return ''
  const moment = new Date(iso)
  return Number.isNaN(moment.getTime()) ? iso : CHINA.format(moment)
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
