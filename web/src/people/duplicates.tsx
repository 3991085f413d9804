import { useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import type { DuplicatePair, Person } from '../api/people-types.ts'
import type { Page } from '../api/types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Filters, PageHead, Panel } from '../parts/page.tsx'
import { Paging } from '../parts/paging.tsx'
import { sexTitle } from '../parts/sex.ts'
import { Nothing, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { PlaceField } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { DecisionForm, type Decision } from './decision-form.tsx'
import { words } from './words.ts'
import './people.css'

/** Two registrations side by side; what differs is marked. */
function Pair({ pair }: { pair: DuplicatePair }) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const { first, second } = pair
  const [decision, setDecision] = useState<Decision>()
  const merge = (kept: Person, absorbed: Person, side: string): Decision => ({
    action: 'merge',
    title: `${t.mergePair} · ${side}`,
    input: { kept: kept.id, absorbed: absorbed.id },
  })
  const lines: [string, (person: Person) => string][] = [
    [t.sex, (person) => say(sexTitle(person.sex))],
    [t.birth, (person) => person.birth],
    [t.document, (person) => person.document ?? person.documentMasked ?? '—'],
    [t.phone, (person) => person.phone ?? person.phoneMasked ?? '—'],
    [t.division, (person) => person.divisionName],
  ]
  return (
    <Panel className="pair-card" title={`${first.name} / ${second.name}`} aside={t.likeness(pair.score)}>
      <p className="pair-reasons">
        {pair.reasons.map((reason, index) => (
          <Chip key={index} tone="accent">
            {say(reason)}
          </Chip>
        ))}
      </p>
      <table className="pair-table">
        <thead>
          <tr>
            <th scope="col">{c.name}</th>
            <td>{first.name}</td>
            <td>{second.name}</td>
          </tr>
        </thead>
        <tbody>
          {lines.map(([title, read]) => {
            const same = read(first) === read(second)
            return (
              <tr key={title} className={same ? '' : 'pair-different'}>
                <th scope="row">
                  {title}
                  <span className="unseen">{same ? t.same : t.different}</span>
                </th>
                <td className="number">{read(first)}</td>
                <td className="number">{read(second)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {decision ? (
        <DecisionForm decision={decision} onCancel={() => setDecision(undefined)} />
      ) : (
        <div className="pair-actions">
          {pair.state === 'open' ? (
            <>
              <Button onClick={() => setDecision(merge(first, second, t.keepFirst))}>
                {t.mergePair} · {t.keepFirst}
              </Button>
              <Button onClick={() => setDecision(merge(second, first, t.keepSecond))}>
                {t.mergePair} · {t.keepSecond}
              </Button>
              <Button
                onClick={() =>
                  setDecision({ action: 'distinct', title: t.keepApart, input: { first: first.id, second: second.id } })
                }
              >
                {t.keepApart}
              </Button>
            </>
          ) : (
            <>
              <Chip>{pair.state === 'merged' ? t.merged : t.keepApart}</Chip>
              {pair.state === 'merged' && pair.decision && (
                <Button
                  onClick={() => setDecision({ action: 'unmerge', title: t.undo, input: {}, id: pair.decision! })}
                >
                  {t.undo}
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </Panel>
  )
}

/** Pairs that may be one human being; a person decides. */
export default function Duplicates() {
  const t = useWords(words)
  const account = useAccount()
  const [filters, setFilters] = useAddress<'place' | 'state' | 'cursor'>()
  const query = useQuery({
    queryKey: ['duplicates', filters.place, filters.state, filters.cursor],
    queryFn: () =>
      get<Page<DuplicatePair>>('/api/duplicates', {
        place: filters.place,
        state: filters.state,
        cursor: filters.cursor,
        limit: 20,
      }),
    placeholderData: keepPreviousData,
  })
  const states = [
    [undefined, t.openPairs],
    ['merged', t.mergedPairs],
    ['distinct', t.distinctPairs],
  ] as const
  return (
    <>
      <PageHead title={t.duplicates} about={t.duplicatesAbout} />
      <Filters>
        {states.map(([state, title]) => (
          <button
            key={title}
            type="button"
            className="plain-button"
            aria-pressed={filters.state === state}
            onClick={() => setFilters({ state, cursor: undefined })}
          >
            {title}
          </button>
        ))}
        <PlaceField
          value={filters.place}
          top={account.division}
          onChange={(place) => setFilters({ place, cursor: undefined })}
          clearable
        />
      </Filters>
      <Ready query={query}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Nothing title={t.noDuplicates} hint={t.noDuplicatesHint} />
          ) : (
            <>
              {rows.map((pair) => (
                <Pair key={`${pair.first.id}-${pair.second.id}-${pair.state}`} pair={pair} />
              ))}
              <Paging next={next} cursor={filters.cursor} onCursor={(cursor) => setFilters({ cursor })} />
            </>
          )
        }
      </Ready>
    </>
  )
}
