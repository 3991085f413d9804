import { Link } from '@tanstack/react-router'
import type { Action } from '../api/types.ts'
import { fieldsOf } from '../forms/schema.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Icon } from '../parts/icon.tsx'
import { useHouse } from '../shell/house.ts'
import { words } from './words.ts'

/** Whether the action is begun for a person: it asks for one, and for one only (a pair is judged on its own page). */
function takesPerson(action: Action): boolean {
  const people = fieldsOf(action.input).filter(
    (field) => field.control.kind === 'reference' && field.control.to === 'person',
  )
  return action.on === 'new' && people.length === 1
}

/** What may be begun for a resident, by line of business. */
export function BeginMenu({ person }: { person: string }) {
  const t = useWords(words)
  const say = useText()
  const house = useHouse()
  const domains = house.domains
    .map((domain) => ({ ...domain, actions: domain.actions.filter(takesPerson) }))
    .filter((domain) => domain.actions.length > 0)
  if (domains.length === 0) return null
  return (
    <details className="menu">
      <summary className="button button-main">
        {t.begin}
        <Icon name="down" />
      </summary>
      <div className="menu-body">
        {domains.map((domain) => (
          <div key={domain.id}>
            <p className="quiet small">{say(domain.title)}</p>
            <ul>
              {domain.actions.map((action) => (
                <li key={action.id}>
                  <Link to="/do/$action" params={{ action: action.id }} search={{ person }}>
                    {say(action.title)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  )
}
