import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { download, get } from '../api/client.ts'
import type { RecordRow } from '../api/types.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { Value } from '../parts/value.tsx'
import { useRight } from '../session/session.ts'
import { words } from './words.ts'
import './appraisal.css'

const AMOUNTS = ['entitled', 'cut', 'reward', 'final', 'advance', 'clearing'] as const
type Amount = (typeof AMOUNTS)[number]

type Row = Record<Amount | 'score' | 'kept', string | null> & { id: string; unitName: string; residents: number }

/** Fen add up without error, as far as a county’s money goes. */
const fen = (yuan: string | null) => (yuan === null ? 0 : Math.round(Number(yuan) * 100))

function sumOf(rows: readonly Row[], amount: Amount): string | null {
  if (rows.every((row) => row[amount] === null)) return null
  return (rows.reduce((all, row) => all + fen(row[amount]), 0) / 100).toFixed(2)
}

/** The allocation of a year's money: every unit's chain from entitlement to what is still to be paid, and its sum. */
export default function AllocationPanel({ row }: { row: RecordRow }) {
  const t = useWords(words)
  const mayExport = useRight('export')
  const query = useQuery({
    queryKey: ['allocation', row.id],
    queryFn: () => get<{ rows: Row[] }>(`/api/basic-services-fund/${row.id}`),
  })
  const save = useMutation({
    mutationFn: () => download(`/api/basic-services-fund/${row.id}/workbook`, { name: `${t.allocation}.xlsx` }),
  })
  return (
    <Panel
      title={t.allocation}
      aside={
        mayExport && (
          <Button busy={save.isPending} onClick={() => save.mutate()}>
            {t.workbook}
          </Button>
        )
      }
    >
      {save.error && <Failure error={save.error} />}
      <Ready query={query}>
        {({ rows }) => {
          const total = Object.fromEntries(AMOUNTS.map((amount) => [amount, sumOf(rows, amount)])) as Record<
            Amount,
            string | null
          >
          const summed: Row = {
            id: 'sum',
            unitName: t.sum,
            residents: rows.reduce((all, each) => all + each.residents, 0),
            score: null,
            kept: null,
            ...total,
          }
          const whole = total.final !== null && summed.residents === Number(row['residents'])
          return (
            <>
              {whole && (
                <p>
                  {fen(total.final) === fen(String(row['total'])) ? (
                    <Chip tone="good">{t.sumIsTotal}</Chip>
                  ) : (
                    <Chip tone="bad">{t.sumDiffers}</Chip>
                  )}
                </p>
              )}
              <DataTable
                quietCaption
                caption={t.allocation}
                rows={rows.length > 1 ? [...rows, summed] : rows}
                rowKey={(each) => each.id}
                rowClass={(each) => (each.id === 'sum' ? 'total-row' : undefined)}
                columns={[
                  {
                    key: 'unit',
                    title: t.unit,
                    head: true,
                    render: (each) =>
                      each.id === 'sum' ? (
                        each.unitName
                      ) : (
                        <Link
                          to="/records/$record/$id"
                          params={{ record: 'basic-services-fund.allotment', id: each.id }}
                        >
                          {each.unitName}
                        </Link>
                      ),
                  },
                  {
                    key: 'residents',
                    title: t.residents,
                    unit: t.people,
                    align: 'right',
                    render: (each) => <Value value={String(each.residents)} />,
                  },
                  {
                    key: 'score',
                    title: t.score,
                    unit: t.points,
                    align: 'right',
                    render: (each) => (each.id === 'sum' ? '' : <Value value={each.score} />),
                  },
                  {
                    key: 'kept',
                    title: t.kept,
                    unit: '%',
                    align: 'right',
                    render: (each) => (each.id === 'sum' ? '' : <Value value={each.kept} />),
                  },
                  ...AMOUNTS.map((amount) => ({
                    key: amount,
                    title: t[amount],
                    unit: t.yuan,
                    align: 'right' as const,
                    render: (each: Row) => <Value value={each[amount]} />,
                  })),
                ]}
              />
            </>
          )
        }}
      </Ready>
    </Panel>
  )
}
