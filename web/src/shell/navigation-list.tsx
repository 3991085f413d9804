import { Fragment } from 'react'
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

/** The whole navigation, grouped; lines of business fold. */
export function NavigationList({ groups }: { groups: readonly DestinationGroup[] }) {
  const label = useLabel()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <>
      {groups.map((group) => {
        const items = (
          <ul>
            {group.items.map((item, index) => (
              <Fragment key={item.id}>
                {item.part && item.part !== group.items[index - 1]?.part && (
                  <li className="navigation-part">{label(item.part)}</li>
                )}
                <Item item={item} />
              </Fragment>
            ))}
          </ul>
        )
        if (!group.folds) {
          return (
            <div key={group.id} className="navigation-group">
              <h2 className="navigation-title">{label(group.title)}</h2>
              {items}
            </div>
          )
        }
        const here = group.items.some((item) => path === item.to || path.startsWith(`${item.to}/`))
        return (
          <details key={`${group.id}-${here}`} className="navigation-group" open={here || undefined}>
            <summary className="navigation-title">
              {label(group.title)}
              <Icon name="down" />
            </summary>
            {items}
          </details>
        )
      })}
    </>
  )
}
