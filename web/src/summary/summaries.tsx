import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { post } from '../api/client.ts'
import { getList } from '../api/rows.ts'
import type { Summary, SummaryRow } from '../api/document-types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { ReportList } from '../document/report-list.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { PageHead } from '../parts/page.tsx'
import { periodTitle } from '../parts/period.ts'
import { PeriodChoice } from '../parts/period-choice.tsx'
import { Failure } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { useAccount, useRight } from '../session/session.ts'
import { useHouse } from '../shell/house.ts'
import { words } from './words.ts'

/** How far a summary or a section has come. */
export function SummaryState({ state }: { state: SummaryRow['state'] }) {
  const t = useWords(words)
  return <Chip tone={state === 'signed' ? 'good' : state === 'drafting' ? 'warn' : 'accent'}>{t[state]}</Chip>
}

/** All annual summaries, and the generation of a new one. */
export default function Summaries() {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const house = useHouse()
  const account = useAccount()
  const writes = useRight('write-summary')
  const navigate = useNavigate()
  const [year, setYear] = useState(house.latestPeriod.slice(0, 4))
  const query = useQuery({
    queryKey: ['summaries'],
    queryFn: () => getList<SummaryRow>('/api/summaries'),
  })
  const create = useMutation({
    mutationFn: () => post<Summary>('/api/summaries', { place: account.division, year: Number(year) }),
    onSuccess: async (summary) => {
      await query.refetch()
      await navigate({ to: '/summaries/$id', params: { id: summary.id } })
    },
  })
  return (
    <>
      <PageHead title={t.title} about={t.about}>
        {writes && (
          <>
            <PeriodChoice value={year} latest={house.latestPeriod} kinds={['year']} onChange={setYear} />
            <Button look="main" busy={create.isPending} onClick={() => create.mutate()}>
              {t.create}
            </Button>
          </>
        )}
      </PageHead>
      {create.error && <Failure error={create.error} />}
      <ReportList
        query={query}
        title={t.title}
        to="/summaries/$id"
        none={t.none}
        hint={t.noneHint}
        columns={[
          { key: 'year', title: t.year, render: (row) => say(periodTitle(String(row.year))) },
          { key: 'place', title: c.place, render: (row) => row.placeName ?? row.place },
          { key: 'state', title: t.state, render: (row) => <SummaryState state={row.state} /> },
        ]}
      />
    </>
  )
}
