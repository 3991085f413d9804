import { useState, type KeyboardEvent } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { download, get, post } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import { newRequestId } from '../api/request-id.ts'
import type { RecordRow, Text } from '../api/types.ts'
import { UploadBox } from '../import/upload-box.tsx'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { useAccount } from '../session/session.ts'
import { useCatalogue } from '../shell/house.ts'
import { Checks } from './checks.tsx'
import { PartGrid, type Draft } from './grid.tsx'
import type { Return } from './types.ts'
import { words } from './words.ts'
import './returns.css'

interface Uploaded {
  values: Record<string, string>
  faults: { sheet: string; place: string; cell: string | null; text: Text }[]
}

const SAVE = 'statistical-returns.return.save'

/** A return to be filled in, or as it was sent. */
function Form({ data, reload }: { data: Return; reload: () => Promise<unknown> }) {
  const t = useWords(words)
  const say = useText()
  const { actions } = useCatalogue()
  const account = useAccount()
  const filling = data.state === 'open' || data.state === 'returned'
  const writes = filling && actions.has(SAVE) && account.institution === data.unit
  const [draft, setDraft] = useState<Draft>({})
  const [said, setSaid] = useState<Draft>({})
  const [uploaded, setUploaded] = useState<Uploaded>()
  const [taken, setTaken] = useState(0)
  const changes = Object.keys(draft).length + Object.keys(said).length
  const save = useMutation({
    mutationFn: () =>
      post(`/api/actions/${SAVE}`, {
        requestId: newRequestId(),
        id: data.id,
        version: data.version,
        input: {
          cells: Object.entries(draft).map(([cell, value]) => ({ cell, value })),
          explanations: Object.entries(said).map(([check, text]) => ({ check, text })),
        },
      }),
    onSuccess: async () => {
      setDraft({})
      setSaid({})
      setUploaded(undefined)
      await reload()
    },
  })
  const file = useMutation({
    mutationFn: () => download(`/api/returns/${data.id}/workbook`, { name: `${data.form.name}.xlsx` }),
  })
  const marked = new Map(
    [...data.findings].reverse().flatMap((finding) => finding.cells.map((cell) => [cell, finding.severity] as const)),
  )
  const onKeys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return
    event.preventDefault()
    if (writes && !save.isPending) save.mutate()
  }
  return (
    <div className="return-form" onKeyDown={onKeys} role="presentation">
      <div className="return-bar no-print">
        <span>
          <strong>{data.form.name}</strong>{' '}
          <Link to="/returns/sheet" search={{ form: data.form.form, period: data.period } as never}>
            {data.period}
          </Link>{' '}
          <span className="quiet small">
            {data.form.number} · {t.dueOn(data.dueOn)}
          </span>
        </span>
        <span className="return-bar-ways">
          {writes && <span className="quiet small">{changes > 0 ? t.unsaved(changes) : t.keys}</span>}
          <Button busy={file.isPending} onClick={() => file.mutate()}>
            {t.download}
          </Button>
          {writes && (
            <Button look="main" busy={save.isPending} onClick={() => save.mutate()}>
              {t.save}
            </Button>
          )}
        </span>
      </div>
      {data.returnedReason && (
        <p className="return-reason">
          {t.sentBack}：{data.returnedReason}
        </p>
      )}
      {save.error && <Failure error={save.error} />}
      {file.error && <Failure error={file.error} />}
      {writes && (
        <UploadBox<Uploaded>
          path={`/api/returns/${data.id}/workbook`}
          accept=".xlsx"
          label={t.upload}
          onDone={(answer) => {
            // Only what differs from the form is a change.
            const fresh = Object.entries(answer.values).filter(([cell, value]) =>
              value === '' ? data.values[cell] !== undefined : Number(value) !== Number(data.values[cell] ?? NaN),
            )
            setTaken(fresh.length)
            setUploaded(answer)
            setDraft((before) => ({ ...before, ...Object.fromEntries(fresh) }))
          }}
        />
      )}
      {uploaded && (
        <div className="return-uploaded" role="status">
          <p>{taken > 0 ? t.filled(taken) : uploaded.faults.length === 0 ? t.nothingNew : ''}</p>
          {uploaded.faults.length > 0 && (
            <>
              <p>
                <strong>{t.faults(uploaded.faults.length)}</strong>
              </p>
              <ul className="small">
                {uploaded.faults.map((fault, index) => (
                  <li key={index}>
                    {fault.sheet && (
                      <span className="number">
                        {fault.sheet}
                        {fault.place && `!${fault.place}`}：
                      </span>
                    )}
                    {say(fault.text)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <div className="return-columns">
        <div>
          {data.layout.parts.map((part) => (
            <PartGrid
              key={part.code}
              part={part}
              data={data}
              draft={draft}
              writes={writes}
              marked={marked}
              onType={(cell, value) => setDraft((before) => ({ ...before, [cell]: value }))}
            />
          ))}
        </div>
        <Checks
          data={data}
          explanations={{ ...data.explanations, ...said }}
          writes={writes}
          onExplain={(check, text) => setSaid((before) => ({ ...before, [check]: text }))}
        />
      </div>
    </div>
  )
}

/** The form itself on the page of a return: numbers, comparisons and sources in a grid, checks beside it. */
export default function ReturnPanel({ row }: { row: RecordRow }) {
  const query = useQuery({
    queryKey: ['return', row.id, row.version],
    queryFn: () => get<Return>(`/api/returns/${row.id}`),
  })
  return (
    <Ready query={query}>
      {(data) => (
        <Form
          data={data}
          reload={() => queries.invalidateQueries({ queryKey: ['record', 'statistical-returns.return', row.id] })}
        />
      )}
    </Ready>
  )
}
