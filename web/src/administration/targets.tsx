import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import Modal from 'antd/es/modal'
import { getList } from '../api/rows.ts'
import { queries } from '../api/queries.ts'
import type { Target } from '../api/figure-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { grouped } from '../parts/number.ts'
import { Button } from '../parts/button.tsx'
import { Filters, PageHead } from '../parts/page.tsx'
import { PeriodChoice } from '../parts/period-choice.tsx'
import { Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { PlacePath } from '../places/place-path.tsx'
import { usePlace, usePlacesUnder } from '../places/places.ts'
import { useAccount, useRight } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { useCatalogue, useHouse } from '../shell/house.ts'
import { TargetForm } from './target-form.tsx'
import { words } from './words.ts'
import './administration.css'

/** Yearly targets of a place and the places below it, for one indicator. */
export default function Targets() {
  const t = useWords(words)
  const say = useText()
  const house = useHouse()
  const account = useAccount()
  const sets = useRight('set-targets')
  const { indicators } = useCatalogue()
  const [filters, setFilters] = useAddress<'year' | 'indicator' | 'under'>()
  const year = filters.year ?? house.latestPeriod.slice(0, 4)
  const under = filters.under ?? account.division
  const choices = [...indicators.values()].filter((item) => item.better !== 'neither')
  const indicator = indicators.get(filters.indicator ?? '') ?? choices.find((item) => item.headline) ?? choices[0]
  const [editing, setEditing] = useState<{ code: string; name: string }>()
  const place = usePlace(under)
  const below = usePlacesUnder(under)
  const query = useQuery({
    queryKey: ['targets', year, indicator?.id, under],
    queryFn: () => getList<Target>('/api/targets', { year, indicator: indicator?.id, under }),
    enabled: indicator !== undefined,
  })
  if (!indicator) return <PageHead title={t.targets} about={t.targetsAbout} />
  const places = place.data ? [{ code: place.data.code, name: place.data.name }, ...(below.data ?? [])] : []
  return (
    <>
      <PageHead title={t.targets} about={t.targetsAbout}>
        <PlacePath code={under} top={account.division} onChange={(next) => setFilters({ under: next })} />
      </PageHead>
      <Filters>
        <select
          className="field filters-grow"
          aria-label={t.indicator}
          value={indicator.id}
          onChange={(event) => setFilters({ indicator: event.target.value })}
        >
          {choices.map((item) => (
            <option key={item.id} value={item.id}>
              {say(item.title)}
            </option>
          ))}
        </select>
        <PeriodChoice
          value={year}
          latest={`${Number(house.latestPeriod.slice(0, 4)) + 1}-12`}
          kinds={['year']}
          onChange={(next) => setFilters({ year: next })}
        />
      </Filters>
      <Ready query={query}>
        {(targets) => {
          const targetOf = new Map(targets.map((target) => [target.place, target]))
          return (
            <DataTable
              caption={`${say(indicator.title)} · ${year}`}
              note={say(indicator.basis)}
              rows={places}
              rowKey={(row) => row.code}
              cards={false}
              columns={[
                { key: 'place', title: t.place, head: true, narrow: true, render: (row) => row.name },
                {
                  key: 'value',
                  title: t.target,
                  unit: say(indicator.unit),
                  align: 'right',
                  render: (row) => {
                    const target = targetOf.get(row.code)
                    return target ? grouped(target.value) : <span className="quiet">{t.noTarget}</span>
                  },
                },
                ...Array.from({ length: 12 }, (_, index) => ({
                  key: `month-${index}`,
                  title: t.monthOf(index + 1),
                  align: 'right' as const,
                  render: (row: { code: string }) => grouped(targetOf.get(row.code)?.months?.[index] ?? '') || '—',
                })),
                ...(sets
                  ? [
                      {
                        key: 'ways',
                        title: '',
                        render: (row: { code: string; name: string }) => (
                          <span className="row-ways">
                            <Button onClick={() => setEditing(row)}>
                              {targetOf.has(row.code) ? t.changeTarget : t.setTarget}
                            </Button>
                          </span>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )
        }}
      </Ready>
      {editing && (
        <Modal open footer={null} onCancel={() => setEditing(undefined)} title={t.setTarget}>
          <TargetForm
            indicator={indicator}
            year={Number(year)}
            place={editing}
            target={query.data?.find((target) => target.place === editing.code)}
            onDone={() => {
              setEditing(undefined)
              void query.refetch()
              void queries.invalidateQueries({ queryKey: ['cockpit'] })
            }}
          />
        </Modal>
      )}
    </>
  )
}
