import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { grouped } from '../parts/number.ts'
import { PageHead, Panel } from '../parts/page.tsx'
import { Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { useAddress } from '../shell/address.ts'
import { useCatalogue } from '../shell/house.ts'
import { RecallOfLot } from './recall-lot.tsx'
import type { RecallSummary } from './recall-types.ts'
import { recallWords } from './recall-words.ts'
import { vaccineTitles } from './vaccine-titles.ts'
import './vaccination.css'

/** Asks for any lot, also one that nobody has stopped. */
function FindLot({ onFind }: { onFind: (vaccine: string, lotNumber: string) => void }) {
  const t = useWords(recallWords)
  const say = useText()
  const { records } = useCatalogue()
  const vaccines = vaccineTitles(records)
  const [vaccine, setVaccine] = useState('')
  const [lotNumber, setLotNumber] = useState('')
  return (
    <Panel title={t.find}>
      <form
        className="recall-contact"
        onSubmit={(event) => {
          event.preventDefault()
          if (vaccine && lotNumber.trim()) onFind(vaccine, lotNumber.trim())
        }}
      >
        <select
          className="field"
          aria-label={t.vaccine}
          required
          value={vaccine}
          onChange={(event) => setVaccine(event.target.value)}
        >
          <option value="">{t.vaccine}</option>
          {Object.entries(vaccines).map(([code, title]) => (
            <option key={code} value={code}>
              {say(title)}
            </option>
          ))}
        </select>
        <input
          className="field"
          aria-label={t.lotNumber}
          placeholder={t.lotNumber}
          required
          value={lotNumber}
          onChange={(event) => setLotNumber(event.target.value)}
        />
        <Button type="submit" look="main">
          {t.search}
        </Button>
      </form>
    </Panel>
  )
}

function Recalls() {
  const t = useWords(recallWords)
  const say = useText()
  const { records } = useCatalogue()
  const vaccines = vaccineTitles(records)
  const [, setFilters] = useAddress<'vaccine' | 'lotNumber'>()
  const query = useQuery({
    queryKey: ['board', 'recalls'],
    queryFn: ({ signal }) => get<RecallSummary[]>('/api/vaccination/recalls', {}, signal),
  })
  return (
    <>
      <PageHead title={t.title} about={t.about} />
      <FindLot onFind={(vaccine, lotNumber) => setFilters({ vaccine, lotNumber })} />
      <Ready query={query}>
        {(rows) => (
          <Panel title={t.lots}>
            <DataTable
              caption={t.lots}
              quietCaption
              empty={t.noLots}
              rows={rows}
              rowKey={(row) => `${row.vaccine} ${row.lotNumber}`}
              columns={[
                {
                  key: 'lot',
                  title: t.lotNumber,
                  head: true,
                  render: ({ vaccine, lotNumber }) => (
                    <Link to="/recalls" search={{ vaccine, lotNumber } as never}>
                      {say(vaccines[vaccine])} {lotNumber}
                    </Link>
                  ),
                },
                { key: 'manufacturer', title: t.manufacturer, render: (row) => row.manufacturer || '—' },
                {
                  key: 'stopped',
                  title: t.stoppedOn,
                  narrow: true,
                  render: (row) => <span className="number">{row.stoppedOn ?? t.notStopped}</span>,
                },
                { key: 'reason', title: t.reason, render: (row) => row.stoppedReason ?? '—' },
                { key: 'recipients', title: t.recipients, align: 'right', render: (row) => grouped(row.recipients) },
                {
                  key: 'told',
                  title: t.told,
                  align: 'right',
                  render: (row) => (row.stoppedOn ? grouped(row.told) : '—'),
                },
                {
                  key: 'open',
                  title: t.open,
                  align: 'right',
                  render: (row) => (row.stoppedOn ? grouped(row.recipients - row.told) : '—'),
                },
                { key: 'events', title: t.events, align: 'right', render: (row) => grouped(row.events) },
              ]}
            />
          </Panel>
        )}
      </Ready>
    </>
  )
}

/** Recalls of vaccine: the lots concerned, or one of them with everybody who had it. */
export default function RecallPage() {
  const [{ vaccine, lotNumber }] = useAddress<'vaccine' | 'lotNumber'>()
  return vaccine && lotNumber ? <RecallOfLot vaccine={vaccine} lotNumber={lotNumber} /> : <Recalls />
}
