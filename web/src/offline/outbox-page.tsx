import { useEffect, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Moment } from '../parts/moment.tsx'
import { notice } from '../parts/notice.tsx'
import { grouped } from '../parts/number.ts'
import { Facts, PageHead, Panel } from '../parts/page.tsx'
import { Failure, Nothing, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { useAccount } from '../session/session.ts'
import { canSeal, eraseFromDevice, lock, mayChange, sendNow, setUp, shownVillage, standing, syncNow } from './device.ts'
import { faultText } from './fault-text.ts'
import type { Entry, Settled } from './outbox.ts'
import { NewPinForm } from './pin-form.tsx'
import { useDeviceState } from './state.ts'
import { useOutbox } from './use-outbox.ts'
import { words } from './words.ts'
import './offline.css'

/** Before this device works without a connection. */
function SetUpPanel() {
  const t = useWords(words)
  const account = useAccount()
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (canSeal()) void standing(account.id).then((found) => setLeft(found.waiting))
  }, [account.id])
  return (
    <Panel title={t.setUp} className="set-up">
      {canSeal() ? (
        <>
          <p>{t.setUpAbout}</p>
          {left > 0 && <p className="field-error">{t.erasedHint(left)}</p>}
          <NewPinForm label={t.setUpDo} onPin={(pin) => setUp(account, pin)} />
        </>
      ) : (
        <Nothing title={t.unsafe} hint={t.unsafeHint} />
      )}
    </Panel>
  )
}

function Standing() {
  const t = useWords(words)
  const device = useDeviceState()
  const [asked, setAsked] = useState(false)
  const village = shownVillage()
  const sync = useMutation({
    mutationFn: syncNow,
    onSuccess: (result) => {
      if (result?.outcome === 'complete') notice(t.synced(result.parts))
    },
  })
  const connection = { online: t.online, offline: t.offline, 'signed-out': t.signedOut }[device.connection]
  return (
    <Panel title={t.standing}>
      {sync.error && <Failure error={sync.error} />}
      {sync.data && sync.data.outcome !== 'complete' && (
        <p className="field-error" role="alert">
          {t.notSynced}
        </p>
      )}
      {device.syncedAt && !device.complete && <p className="field-error">{t.incomplete}</p>}
      <Facts
        facts={[
          [t.network, <Chip tone={device.connection === 'online' ? 'good' : 'warn'}>{connection}</Chip>],
          [t.syncedAt, device.syncedAt ? <Moment at={device.syncedAt} /> : t.never],
          village !== undefined && [t.people, <span className="number">{grouped(village.persons.size)}</span>],
          village !== undefined && [t.work, <span className="number">{grouped(village.tasks.length)}</span>],
        ]}
      />
      <div className="form-actions">
        <Button look="main" busy={device.busy} onClick={() => sync.mutate()}>
          {device.busy ? t.syncing : t.syncNow}
        </Button>
        <Button onClick={lock}>{t.lockNow}</Button>
        <Button onClick={() => setAsked(!asked)}>{t.erase}</Button>
      </div>
      {asked && (
        <div className="confirm-box">
          <p>{t.eraseHint}</p>
          <Button look="danger" onClick={() => void eraseFromDevice()}>
            {t.erase}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function EntryItem({ entry }: { entry: Entry }) {
  const t = useWords(words)
  const say = useText()
  const trouble = entry.state !== 'waiting'
  const fields = Object.values(entry.fault?.fields ?? {})
  return (
    <li className={`outbox-entry outbox-${entry.state}`}>
      <div className="outbox-words">
        <p>
          <strong>{entry.personName || say(entry.title)}</strong>{' '}
          <Chip tone={entry.state === 'waiting' ? 'plain' : 'bad'}>{t[entry.state]}</Chip>
        </p>
        {entry.personName && <p>{say(entry.title)}</p>}
        <p className="quiet small">
          <Moment at={new Date(entry.enteredAt + entry.offset).toISOString()} />
          {entry.state === 'waiting' && entry.tries > 0 && ` · ${t.tried(entry.tries)}`}
        </p>
        {entry.fault && (
          <p className="field-error">{fields.length > 0 ? fields.join('；') : faultText(entry.fault, t)}</p>
        )}
      </div>
      {mayChange(entry) && (
        <Link
          to="/outbox/$key"
          params={{ key: entry.key }}
          className={`button ${trouble ? 'button-main' : 'button-plain'}`}
        >
          {entry.state === 'conflict' ? t.compare : trouble ? t.correct : t.change}
        </Link>
      )}
    </li>
  )
}

function SettledItem({ settled }: { settled: Settled }) {
  const t = useWords(words)
  const say = useText()
  return (
    <li className="outbox-settled">
      <span>
        {settled.record && settled.id ? (
          <Link to="/records/$record/$id" params={{ record: settled.record, id: settled.id }}>
            {settled.personName || say(settled.title)}
          </Link>
        ) : (
          settled.personName || say(settled.title)
        )}{' '}
        <span className="quiet">{settled.personName && say(settled.title)}</span>
      </span>
      <span className="quiet small">
        <Chip tone={settled.outcome === 'sent' ? 'good' : 'plain'}>{t[settled.outcome]}</Chip>{' '}
        <Moment at={new Date(settled.at).toISOString()} />
        {settled.reason && ` · ${settled.reason}`}
      </span>
    </li>
  )
}

function OutboxPanels() {
  const t = useWords(words)
  const device = useDeviceState()
  const query = useOutbox()
  const send = useMutation({ mutationFn: () => sendNow() })
  return (
    <Ready query={query}>
      {({ entries, settled }) => (
        <>
          <Panel
            title={`${t.outbox}${entries.length > 0 ? `（${entries.length}）` : ''}`}
            aside={
              device.waiting > 0 && (
                <Button busy={send.isPending} onClick={() => send.mutate()}>
                  {t.sendNow}
                </Button>
              )
            }
          >
            {entries.length === 0 ? (
              <Nothing title={t.nothingWaits} hint={t.nothingWaitsHint} />
            ) : (
              <ul>
                {entries.map((entry) => (
                  <EntryItem key={entry.key} entry={entry} />
                ))}
              </ul>
            )}
          </Panel>
          {settled.length > 0 && (
            <Panel title={t.lately}>
              <ul>
                {settled.slice(0, 20).map((each) => (
                  <SettledItem key={each.key} settled={each} />
                ))}
              </ul>
            </Panel>
          )}
        </>
      )}
    </Ready>
  )
}

/** Work without a connection: setting it up, what lies on the device, what waits to be sent. */
export default function OutboxPage() {
  const t = useWords(words)
  const { phase } = useDeviceState()
  return (
    <>
      <PageHead title={t.title} about={t.about} />
      {phase === 'open' ? (
        <>
          <OutboxPanels />
          <Standing />
        </>
      ) : (
        <SetUpPanel />
      )}
    </>
  )
}
