import type { InputHTMLAttributes, ReactNode } from 'react'
import { Brand, DisplayChoices } from '../shell/top-bar.tsx'
import { SyntheticMark } from '../shell/layout.tsx'
import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'
import { words } from './words.ts'
import './entry.css'

/** The frame of the pages before signing in. */
export function EntryFrame({
  title,
  hint,
  demo = false,
  children,
  aside,
}: {
  title: string
  hint?: string
  demo?: boolean
  children: ReactNode
  aside?: ReactNode
}) {
  const t = useWords(words)
  const c = useWords(common)
  return (
    <div className="entry">
      {demo && <SyntheticMark />}
      <div className="entry-bar">
        <DisplayChoices />
      </div>
      <main className={`entry-body ${aside ? 'entry-two' : ''}`}>
        <section className="entry-words">
          <Brand />
          <p className="entry-line">{c.productLine}</p>
          <p className="quiet">{t.motto}</p>
        </section>
        <section className="entry-form">
          <h1>{title}</h1>
          {hint && <p className="quiet">{hint}</p>}
          {children}
        </section>
        {aside}
      </main>
    </div>
  )
}

/** One labelled input; its error stands under it. */
export function EntryField({
  label,
  hint,
  error,
  ...input
}: InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string; error?: string | undefined }) {
  const id = `entry-${input.name}`
  return (
    <div className="entry-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-note`}
        {...input}
      />
      <span id={`${id}-note`} className={error ? 'field-error' : 'quiet small'} role={error ? 'alert' : undefined}>
        {error ?? hint}
      </span>
    </div>
  )
}
