import { Fragment, type ReactNode } from 'react'
import { Link, useRouterState } from '@tanstack/react-router'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Icon } from '../parts/icon.tsx'
import type { Destination, DestinationGroup } from './navigation.ts'
import { words } from './words.ts'

/** A title from the dictionary or from the house. */
export function useLabel(): (label: Destination['label']) => string {
  const t = useWords(words)
  const say = useText()
  return (label) => (typeof label === 'string' ? t[label] : say(label))
}

function Item({ item }: { item: Destination }) {
  const label = useLabel()
  return (
    <li>
      <Link
        to={item.to as '/'}
        className="navigation-item"
        activeProps={{ 'aria-current': 'page' }}
        activeOptions={{ includeSearch: false }}
      >
        <Icon name={item.icon} />
        {label(item.label)}
      </Link>
    </li>
  )
}

const isHere = (items: readonly Destination[], path: string) =>
  items.some((item) => path === item.to || path.startsWith(`${item.to}/`))

const list = (items: readonly Destination[]) => (
  <ul>
    {items.map((item) => (
      <Item key={item.id} item={item} />
    ))}
  </ul>
)

/** What folds away and is open where the reader is. */
function Fold({
  title,
  here,
  className,
  children,
}: {
  title: string
  here: boolean
  className: string
  children: ReactNode
}) {
  return (
    <details className={className} open={here || undefined}>
      <summary className="navigation-title">
        {title}
        <Icon name="down" />
      </summary>
      {children}
    </details>
  )
}

/** Items of one line of business after the other. */
function partsOf(items: readonly Destination[]): Destination[][] {
  const parts: Destination[][] = []
  for (const item of items) {
    const last = parts.at(-1)
    if (item.part && last?.[0]?.part === item.part) last.push(item)
    else parts.push([item])
  }
  return parts
}

/** The whole navigation, grouped; wings fold, and within them the lines of business that have several records. */
export function NavigationList({ groups }: { groups: readonly DestinationGroup[] }) {
  const label = useLabel()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <>
      {groups.map(({ id, title, items, folds }) => {
        if (!folds)
          return (
            <div key={id} className="navigation-group">
              <h2 className="navigation-title">{label(title)}</h2>
              {list(items)}
            </div>
          )
        const here = isHere(items, path)
        return (
          <Fold key={`${id}-${here}`} title={label(title)} here={here} className="navigation-group">
            {partsOf(items).map((part) => {
              const [first] = part
              if (!first?.part || part.length === 1) return <Fragment key={first?.id}>{list(part)}</Fragment>
              const within = isHere(part, path)
              return (
                <Fold key={`${first.id}-${within}`} title={label(first.part)} here={within} className="navigation-part">
                  {list(part)}
                </Fold>
              )
            })}
          </Fold>
        )
      })}
    </>
  )
}
