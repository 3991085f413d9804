import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { Light } from '../api/figure-types.ts'
import type { RecordRow, Text } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { LightBadge } from '../parts/light.tsx'
import { grouped } from '../parts/number.ts'
import { Panel } from '../parts/page.tsx'
import { Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { FigureValue, Value } from '../parts/value.tsx'
import { useCatalogue } from '../shell/house.ts'
import { words } from './words.ts'
import './appraisal.css'

interface Item {
  id: string
  number: number
  kind: 'indicator' | 'task'
  title: Text
  unit: Text | null
  indicator: string | null
  place: string | null
  value: string | null
  target: string | null
  months: string[]
  dueOn: string | null
  state: string
  overdue: boolean
  light: Light | null
  now: { period: string; value: string | null; due: string | null } | null
}

interface Letter {
  month: string
  items: Item[]
  changes: { id: string; title: string; before: string; after: string; reason: string; happenedOn: string }[]
}

const TONES: Readonly<Record<string, 'good' | 'warn' | 'bad' | 'plain'>> = {
  done: 'good',
  reported: 'warn',
  failed: 'bad',
}

/** What a letter undertakes, beside where things stand: targets with their figures, tasks with their day. */
export default function LetterPanel({ row }: { row: RecordRow }) {
  const t = useWords(words)
  const say = useText()
  const { records, actions } = useCatalogue()
  const states = records.get('target-letters.item')?.states ?? {}
  const query = useQuery({
    queryKey: ['target-letter', row.id],
    queryFn: () => get<Letter>(`/api/target-letters/${row.id}`),
  })
  const adds =
    row.state === 'draft'
      ? ['target-letters.item.add-indicator', 'target-letters.item.add-task'].flatMap((id) => actions.get(id) ?? [])
      : []
  return (
    <Ready query={query}>
      {({ items, changes, month }) => (
        <>
          <Panel
            title={t.letterItems}
            aside={adds.map((action) => (
              <Link
                key={action.id}
                to="/do/$action"
                params={{ action: action.id }}
                search={{ fill: `letter=${row.id}` } as never}
                className="button"
              >
                {say(action.title)}
              </Link>
            ))}
          >
            <DataTable
              quietCaption
              caption={t.letterItems}
              rows={items}
              rowKey={(item) => item.id}
              columns={[
                {
                  key: 'title',
                  title: t.undertaken,
                  head: true,
                  render: (item) => (
                    <>
                      <Link to="/records/$record/$id" params={{ record: 'target-letters.item', id: item.id }}>
                        {item.number}. {say(item.title)}
                      </Link>
                      {item.kind === 'indicator' && item.months.length === 12 && (
                        <details className="small">
                          <summary className="quiet">{t.months}</summary>
                          <div className="appraisal-months">
                            {item.months
                              .map((value, index) => `${t.monthNumber(index + 1)} ${grouped(value)}`)
                              .join('　')}
                          </div>
                        </details>
                      )}
                    </>
                  ),
                },
                {
                  key: 'value',
                  title: t.agreed,
                  align: 'right',
                  render: (item) =>
                    item.kind === 'task' ? (
                      ''
                    ) : (
                      <>
                        <Value value={item.target ?? item.value} />{' '}
                        <span className="quiet small">{item.unit && say(item.unit)}</span>
                      </>
                    ),
                },
                {
                  key: 'due',
                  title: t.due,
                  align: 'right',
                  render: (item) =>
                    item.kind === 'task' ? (
                      <span className="number">{item.dueOn}</span>
                    ) : (
                      <Value value={item.now?.due ?? null} />
                    ),
                },
                {
                  key: 'now',
                  title: `${t.now}（${month}）`,
                  align: 'right',
                  render: (item) =>
                    item.kind === 'task' ? (
                      ''
                    ) : item.now && item.indicator && item.place ? (
                      <FigureValue
                        figure={{ indicator: item.indicator, place: item.place, period: item.now.period }}
                        title={say(item.title)}
                        value={item.now.value}
                      />
                    ) : (
                      <Value value={null} />
                    ),
                },
                {
                  key: 'state',
                  title: t.state,
                  render: (item) =>
                    item.light ? (
                      <LightBadge light={item.light} />
                    ) : item.overdue ? (
                      <Chip tone="bad">{t.overdue}</Chip>
                    ) : (
                      <Chip tone={TONES[item.state] ?? 'plain'}>{say(states[item.state])}</Chip>
                    ),
                },
              ]}
            />
          </Panel>
          {changes.length > 0 && (
            <Panel title={t.changed}>
              <DataTable
                quietCaption
                caption={t.changed}
                rows={changes}
                rowKey={(each) => each.id}
                columns={[
                  { key: 'title', title: t.undertaken, head: true, render: (each) => each.title },
                  { key: 'before', title: t.before, align: 'right', render: (each) => each.before },
                  { key: 'after', title: t.after, align: 'right', render: (each) => each.after },
                  { key: 'reason', title: t.reason, render: (each) => `${each.reason}（${each.happenedOn}）` },
                ]}
              />
            </Panel>
          )}
        </>
      )}
    </Ready>
  )
}
