import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { get, post } from '../api/client.ts'
import type { DuplicatePair, Person } from '../api/people-types.ts'
import { queries } from '../api/queries.ts'
import { newRequestId } from '../api/request-id.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { Filters, PageHead, Panel } from '../parts/page.tsx'
import { sexTitle } from '../parts/sex.ts'
import { Failure, Nothing, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { PlaceField } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { words } from './words.ts'
import './people.css'

type Decision = { action: 'merge'; keep: string; absorb: string } | { action: 'distinct' } | { action: 'unmerge' }

/** Two registrations side by side; what differs is marked. */
function Pair({ pair }: { pair: DuplicatePair }) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const { first, second } = pair
  const [requestId] = useState(newRequestId)
  const decide = useMutation({
    mutationFn: (decision: Decision) =>
      post(`/api/actions/resident.duplicate.${decision.action}`, {
        requestId: `${requestId.slice(0, -1)}${{ merge: 'a', distinct: 'b', unmerge: 'c' }[decision.action]}`,
        input: { first: first.id, second: second.id, ...(decision.action === 'merge' ? { keep: decision.keep } : {}) },
      }),
    onSuccess: () => {
      notice(c.done)
      void queries.invalidateQueries({ queryKey: ['duplicates'] })
    },
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
      {decide.error && <Failure error={decide.error} />}
      <div className="pair-actions">
        {pair.state === 'open' ? (
          <>
            <Button
              busy={decide.isPending}
              onClick={() => decide.mutate({ action: 'merge', keep: first.id, absorb: second.id })}
            >
              {t.mergePair} · {t.keepFirst}
            </Button>
            <Button
              busy={decide.isPending}
              onClick={() => decide.mutate({ action: 'merge', keep: second.id, absorb: first.id })}
            >
              {t.mergePair} · {t.keepSecond}
            </Button>
            <Button busy={decide.isPending} onClick={() => decide.mutate({ action: 'distinct' })}>
              {t.keepApart}
            </Button>
          </>
        ) : (
          <>
            <Chip>{pair.state === 'merged' ? t.merged : t.keepApart}</Chip>
            {pair.state === 'merged' && (
              <Button busy={decide.isPending} onClick={() => decide.mutate({ action: 'unmerge' })}>
                {t.undo}
              </Button>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}

/** Pairs that may be one human being; a person decides. */
export default function Duplicates() {
  const t = useWords(words)
  const account = useAccount()
  const [filters, setFilters] = useAddress<'place' | 'state'>()
  const query = useQuery({
    queryKey: ['duplicates', filters.place, filters.state],
    queryFn: () => get<{ rows: DuplicatePair[] }>('/api/duplicates', { place: filters.place, state: filters.state }),
  })
  return (
    <>
      <PageHead title={t.duplicates} about={t.duplicatesAbout} />
      <Filters>
        <PlaceField
          value={filters.place}
          top={account.division}
          onChange={(place) => setFilters({ place })}
          clearable
        />
        <button
          type="button"
          className="plain-button"
          aria-pressed={filters.state === 'merged'}
          onClick={() => setFilters({ state: filters.state ? undefined : 'merged' })}
        >
          {t.decided}
        </button>
      </Filters>
      <Ready query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Nothing title={t.noDuplicates} hint={t.noDuplicatesHint} />
          ) : (
            <>
              {rows.map((pair) => (
                <Pair key={`${pair.first.id}-${pair.second.id}`} pair={pair} />
              ))}
            </>
          )
        }
      </Ready>
    </>
  )
}
