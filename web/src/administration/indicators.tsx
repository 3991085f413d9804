import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import Modal from 'antd/es/modal'
import { getList } from '../api/rows.ts'
import type { UserIndicator } from '../api/administration-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { PageHead } from '../parts/page.tsx'
import { Nothing, Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { useConfigurable } from '../shell/house.ts'
import { IndicatorForm } from './indicator-form.tsx'
import { words } from './words.ts'
import './administration.css'

/** Indicators the county defined itself. */
export default function UserIndicators() {
  const t = useWords(words)
  const say = useText()
  const records = useConfigurable()
  const [adding, setAdding] = useState(false)
  const query = useQuery({
    queryKey: ['user-indicators'],
    queryFn: () => getList<UserIndicator>('/api/admin/indicators'),
  })
  return (
    <>
      <PageHead title={t.indicators} about={t.indicatorsAbout}>
        <Button look="main" onClick={() => setAdding(true)}>
          {t.newIndicator}
        </Button>
      </PageHead>
      <Ready query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Nothing title={t.noIndicators} hint={t.noIndicatorsHint} />
          ) : (
            <DataTable
              caption={t.indicators}
              rows={rows}
              rowKey={(row) => `${row.id}-${row.version ?? 1}`}
              columns={[
                { key: 'title', title: t.indicator, head: true, render: (row) => say(row.title) },
                {
                  key: 'unit',
                  title: t.unit,
                  render: (row) => (typeof row.unit === 'string' ? row.unit : say(row.unit)),
                },
                { key: 'record', title: t.record, render: (row) => say(records.get(row.record)?.title) },
                { key: 'kind', title: t.indicatorKind, render: (row) => t[row.kind] },
                { key: 'basis', title: t.basis, render: (row) => say(row.basis) },
                { key: 'better', title: t.better, render: (row) => t[row.better] },
                { key: 'version', title: t.version, align: 'right', render: (row) => row.version ?? 1 },
              ]}
            />
          )
        }
      </Ready>
      {adding && (
        <Modal open footer={null} width={760} onCancel={() => setAdding(false)} title={t.newIndicator}>
          <IndicatorForm
            onDone={() => {
              setAdding(false)
              void query.refetch()
            }}
          />
        </Modal>
      )}
    </>
  )
}
