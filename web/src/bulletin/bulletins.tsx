import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { post } from '../api/client.ts'
import { getList } from '../api/rows.ts'
import type { Bulletin, BulletinRow } from '../api/document-types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { ReportList } from '../document/report-list.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { PageHead } from '../parts/page.tsx'
import { endMonth, periodTitle } from '../parts/period.ts'
import { PeriodChoice } from '../parts/period-choice.tsx'
import { Failure } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { useAccount, useRight } from '../session/session.ts'
import { useHouse } from '../shell/house.ts'
import { words } from './words.ts'

/** How far a bulletin has come. */
export function BulletinState({ state }: { state: BulletinRow['state'] }) {
  const t = useWords(words)
  return <Chip tone={state === 'issued' ? 'good' : state === 'closed' ? 'accent' : 'warn'}>{t[state]}</Chip>
}

/** All bulletins, and the generation of the next one. */
export default function Bulletins() {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const house = useHouse()
  const account = useAccount()
  const writes = useRight('write-bulletin')
  const navigate = useNavigate()
  const [month, setMonth] = useState(house.latestPeriod)
  const query = useQuery({
    queryKey: ['bulletins'],
    queryFn: () => getList<BulletinRow>('/api/bulletins'),
  })
  const generate = useMutation({
    mutationFn: () => post<Bulletin>('/api/bulletins', { place: account.division, month }),
    onSuccess: async (bulletin) => {
      await query.refetch()
      await navigate({ to: '/bulletins/$id', params: { id: bulletin.id } })
    },
  })
  return (
    <>
      <PageHead title={t.title} about={writes ? t.about : t.aboutReading}>
        {writes && (
          <>
            <PeriodChoice value={month} latest={house.latestPeriod} kinds={['month']} onChange={setMonth} />
            <Button look="main" busy={generate.isPending} onClick={() => generate.mutate()}>
              {t.generate}
            </Button>
          </>
        )}
      </PageHead>
      {generate.error && <Failure error={generate.error} />}
      <ReportList
        query={query}
        title={t.title}
        to="/bulletins/$id"
        none={t.none}
        hint={writes ? t.noneHint : t.noneHintReader}
        columns={[
          { key: 'month', title: t.month, narrow: true, render: (row) => say(periodTitle(endMonth(row.period))) },
          { key: 'place', title: c.place, render: (row) => row.placeName ?? row.place },
          { key: 'number', title: t.number, render: (row) => row.number ?? '—' },
          { key: 'state', title: t.state, render: (row) => <BulletinState state={row.state} /> },
          { key: 'issued', title: t.issuedOn, narrow: true, render: (row) => row.issuedOn ?? '—' },
        ]}
      />
    </>
  )
}
