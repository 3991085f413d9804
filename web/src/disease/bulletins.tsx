import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { post } from '../api/client.ts'
import type { Bulletin, BulletinRow } from '../api/document-types.ts'
import { getList } from '../api/rows.ts'
import { BulletinState } from '../bulletin/bulletins.tsx'
import { ReportList } from '../document/report-list.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { PageHead } from '../parts/page.tsx'
import { PeriodChoice } from '../parts/period-choice.tsx'
import { Failure } from '../parts/states.tsx'
import { useHouse } from '../shell/house.ts'
import { bulletinWords } from './bulletin-words.ts'
import { lastWeekOf } from './last-week.ts'
import { useBulletinDesk } from './use-bulletin-desk.ts'
import './disease.css'

/** The bulletins of communicable disease, and the making of the next one. */
export default function DiseaseBulletins() {
  const t = useWords(bulletinWords)
  const house = useHouse()
  const desk = useBulletinDesk()
  const navigate = useNavigate()
  const [month, setMonth] = useState(house.latestPeriod)
  const [week, setWeek] = useState(lastWeekOf(house.today))
  const query = useQuery({ queryKey: ['bulletins', 'disease'], queryFn: () => getList<BulletinRow>(desk.api) })
  const make = useMutation({
    mutationFn: (period: string) => post<Bulletin>(desk.api, { period }),
    onSuccess: async ({ id }) => {
      await query.refetch()
      await navigate({ to: '/disease-bulletins/$id', params: { id } })
    },
  })
  return (
    <>
      <PageHead title={t.title} about={desk.writes ? t.about : t.aboutReading}>
        {desk.writes && (
          <>
            <input
              type="week"
              className="field disease-week"
              aria-label={t.week}
              placeholder={t.weekHint}
              max={lastWeekOf(house.today, 0)}
              value={week}
              onChange={(event) => setWeek(event.target.value)}
            />
            <Button look="main" busy={make.isPending} disabled={week === ''} onClick={() => make.mutate(week)}>
              {t.makeWeek}
            </Button>
            <PeriodChoice value={month} latest={house.latestPeriod} kinds={['month']} onChange={setMonth} />
            <Button look="main" busy={make.isPending} onClick={() => make.mutate(month)}>
              {t.makeMonth}
            </Button>
          </>
        )}
      </PageHead>
      {make.error && <Failure error={make.error} />}
      <ReportList
        query={query}
        title={t.title}
        to="/disease-bulletins/$id"
        none={t.none}
        hint={desk.writes ? t.noneHint : t.noneHintReader}
        columns={[
          { key: 'period', title: t.period, narrow: true, render: (row) => row.period },
          { key: 'number', title: t.number, render: (row) => row.number ?? '—' },
          { key: 'state', title: t.state, render: (row) => <BulletinState state={row.state} /> },
          { key: 'issued', title: t.issuedOn, narrow: true, render: (row) => row.issuedOn ?? '—' },
        ]}
      />
    </>
  )
}
