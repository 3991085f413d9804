import type { ButtonHTMLAttributes } from 'react'
import './button.css'

/** A button; while `busy` it cannot be pressed again. */
export function Button({
  look = 'plain',
  busy = false,
  children,
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: 'main' | 'plain' | 'danger'; busy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      className={`button button-${look} ${className}`}
      disabled={rest.disabled || busy}
      aria-busy={busy}
    >
      {busy && <span className="button-busy" aria-hidden />}
      {children}
    </button>
  )
}
