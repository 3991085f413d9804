import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { PageHead, Panel } from '../parts/page.tsx'
import { Failure, Nothing, Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { ActionForm } from '../records/action-form.tsx'
import { columnText, columnTitle } from '../records/field-value.tsx'
import { useCatalogue } from '../shell/house.ts'
import type { RecordRow, RecordType } from '../api/types.ts'
import { discard, mayChange, sendAgain } from './device.ts'
import { faultText } from './fault-text.ts'
import type { Entry } from './outbox.ts'
import { useOutbox } from './use-outbox.ts'
import { words } from './words.ts'
import './offline.css'

/** What the writer entered beside what the record says now. */
function Compared({ entry, type }: { entry: Entry; type: RecordType }) {
  const t = useWords(words)
  const say = useText()
  const { current } = entry.fault!
  const mine = { ...entry.row, ...entry.input } as RecordRow
  const said = (row: RecordRow, name: string) => columnText(row, name, type, say)
  const seen = entry.row ?? mine
  const names = ['state', ...Object.keys(type.fields)].filter((name) =>
    name in entry.input && said(mine, name) !== said(seen, name)
      ? true
      : said(seen, name) !== said(current!, name) || (name in entry.input && said(mine, name) !== said(current!, name)),
  )
  return (
    <DataTable
      caption={say(entry.title)}
      rows={names}
      rowKey={(name) => name}
      columns={[
        { key: 'field', title: t.field, head: true, render: (name) => say(columnTitle(name, type)) },
        {
          key: 'mine',
          title: t.mine,
          render: (name) => (name in entry.input ? <strong>{said(mine, name)}</strong> : '—'),
        },
        { key: 'theirs', title: t.theirs, render: (name) => said(current!, name) },
      ]}
    />
  )
}

function GiveUp({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const t = useWords(words)
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const give = useMutation({ mutationFn: () => discard(entry.key, reason.trim()), onSuccess: onDone })
  if (!open)
    return (
      <p className="form-actions">
        <Button onClick={() => setOpen(true)}>{t.giveUp}</Button>
      </p>
    )
  return (
    <form
      className="confirm-box"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim().length >= 2) give.mutate()
      }}
    >
      <label>
        {t.giveUpReason}
        <input
          className="field"
          name="reason"
          placeholder={t.giveUpHint}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="form-actions">
        <Button type="submit" look="danger" busy={give.isPending} disabled={reason.trim().length < 2}>
          {t.giveUp}
        </Button>
      </p>
    </form>
  )
}

/** One entry that came back: compared with the newer state, corrected in its own form, sent again or given up. */
export default function EntryPage() {
  const t = useWords(words)
  const say = useText()
  const navigate = useNavigate()
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const { actions, records } = useCatalogue()
  const query = useOutbox()
  const back = () => void navigate({ to: '/outbox', replace: true })
  const again = useMutation({
    mutationFn: (entry: Entry) => sendAgain(entry.key, { on: entry.fault!.current! }),
    onSuccess: (result) => {
      if (result.kind === 'waiting') notice(t.queued)
      back()
    },
  })
  return (
    <Ready query={query}>
      {({ entries }) => {
        const entry = entries.find((each) => each.key === key)
        const action = entry && actions.get(entry.action)
        const type = action && records.get(action.record)
        if (!entry || !action) return <Nothing title={t.noEntry} hint={t.nothingWaitsHint} />
        const { fault } = entry
        const current = entry.state === 'conflict' ? fault?.current : undefined
        return (
          <>
            <PageHead title={say(entry.title)} about={entry.personName} />
            {fault && (
              <Panel title={t[entry.state]}>
                <p>{faultText(fault, t)}</p>
                {current && type && <Compared entry={entry} type={type} />}
                {again.error && <Failure error={again.error} />}
                {current && !current.voidedAt && (
                  <p className="form-actions">
                    <Button look="main" busy={again.isPending} onClick={() => again.mutate(entry)}>
                      {t.onNewState}
                    </Button>
                  </p>
                )}
              </Panel>
            )}
            {mayChange(entry) ? (
              <Panel>
                <ActionForm
                  key={entry.requestId}
                  action={action}
                  type={type}
                  row={current ?? entry.row}
                  entry={{ key, input: entry.input, errors: fault?.fields ?? {} }}
                />
                <GiveUp entry={entry} onDone={back} />
              </Panel>
            ) : (
              <Panel>
                <p>{t.unanswered}</p>
              </Panel>
            )}
          </>
        )
      }}
    </Ready>
  )
}
