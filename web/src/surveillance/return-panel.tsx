import { useMutation, useQuery } from '@tanstack/react-query'
import { download, get } from '../api/client.ts'
import type { RecordRow, Text } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { Value } from '../parts/value.tsx'
import { words } from './words.ts'

interface Line {
  code: string
  title: Text
  unit: Text
  value: string | null
}

interface Return {
  lines: Line[]
  surveys: { happenedOn: string; found: number; registered: number; missedRate: string | null }[]
}

/** The lines of a return as they were counted; causes and defects of which there was none are left out here, not in the workbook. */
export default function ReturnPanel({ row }: { row: RecordRow }) {
  const t = useWords(words)
  const say = useText()
  const query = useQuery({
    queryKey: ['mch-return', row.id, row.version],
    queryFn: () => get<Return>(`/api/mch-surveillance/returns/${row.id}`),
  })
  const save = useMutation({
    mutationFn: () =>
      download(`/api/mch-surveillance/returns/${row.id}/workbook`, { name: `${String(row['quarter'])}.xlsx` }),
  })
  return (
    <Panel
      title={t.lines}
      aside={
        <Button busy={save.isPending} onClick={() => save.mutate()}>
          {t.workbook}
        </Button>
      }
    >
      {save.error && <Failure error={save.error} />}
      <Ready query={query}>
        {({ lines, surveys }) => {
          if (lines.length === 0) return <p>{t.empty}</p>
          // Indented lines are parts of a sum above them.
          const shown = lines.filter(({ title, value }) => value !== '0' || !title.zh.startsWith('　'))
          return (
            <>
              <DataTable
                quietCaption
                caption={t.lines}
                rows={shown}
                rowKey={(line) => line.code}
                columns={[
                  {
                    key: 'item',
                    title: t.item,
                    head: true,
                    render: (line) => `${line.code} ${say(line.title).trim()}`,
                  },
                  {
                    key: 'value',
                    title: t.value,
                    align: 'right',
                    render: (line) => (
                      <>
                        <Value value={line.value} />{' '}
                        {line.value !== null && <span className="quiet">{say(line.unit)}</span>}
                      </>
                    ),
                  },
                ]}
              />
              {shown.length < lines.length && <p className="quiet">{t.zeros(lines.length - shown.length)}</p>}
              {surveys.map(({ happenedOn, found, registered, missedRate }) => (
                <p key={happenedOn}>{t.survey(happenedOn, found, registered, missedRate ?? '—')}</p>
              ))}
            </>
          )
        }}
      </Ready>
    </Panel>
  )
}
