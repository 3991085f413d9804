import { useEffect, type ReactNode } from 'react'
import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'
import './page.css'

/** Head of a page: its title, what it is about, and what can be done on it. */
export function PageHead({ title, about, children }: { title: string; about?: ReactNode; children?: ReactNode }) {
  const t = useWords(common)
  useEffect(() => {
    document.title = `${title} · ${t.product}`
  }, [title, t.product])
  return (
    <header className="page-head">
      <div className="page-head-words">
        <h1>{title}</h1>
        {about && <div className="page-about quiet">{about}</div>}
      </div>
      {children && <div className="page-actions no-print">{children}</div>}
    </header>
  )
}

/** A part of a page under its own heading. */
export function Panel({
  title,
  aside,
  children,
  className = '',
}: {
  title?: ReactNode
  aside?: ReactNode
  children: ReactNode
  className?: string
}) {
  return (
    <section className={`panel ${className}`}>
      {(title || aside) && (
        <div className="panel-head">
          {title && <h2>{title}</h2>}
          {aside && <div className="panel-aside">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  )
}

/** A row of filters above a list. */
export function Filters({ children }: { children: ReactNode }) {
  return <div className="filters no-print">{children}</div>
}

/** Pairs of name and value. */
export function Facts({
  facts,
  columns = 2,
}: {
  facts: readonly (readonly [string, ReactNode] | null | false)[]
  columns?: number
}) {
  return (
    <dl className="facts" style={{ '--columns': columns } as React.CSSProperties}>
      {facts
        .filter((fact) => fact !== null && fact !== false)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
