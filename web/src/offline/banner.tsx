import { Link, useRouterState } from '@tanstack/react-router'
import { useLanguage } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { applyUpdate, useUpdateReady } from './service-worker-client.ts'
import { useDeviceState } from './state.ts'
import { words } from './words.ts'
import './banner.css'

const HOUR = 3_600_000

/** A moment as short as a banner needs it. */
function useMoment(): (at: string) => string {
  const { language } = useLanguage()
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (at) => format.format(new Date(at))
}

/** Says above every page when there is no connection, what waits to be sent, and that a new version is there. */
export function OfflineBanner({ onSignIn }: { onSignIn: () => void }) {
  const t = useWords(words)
  const moment = useMoment()
  const device = useDeviceState()
  const ready = useUpdateReady()
  const inForm = useRouterState({ select: (state) => /^\/(do|outbox)\/./.test(state.location.pathname) })
  const trouble = device.conflicts + device.refused
  const clockOff = Math.round(Math.abs(device.clockOff) / HOUR)
  const away = device.phase === 'open' && device.connection !== 'online'
  return (
    <>
      {ready && (
        <aside className="offline-banner offline-banner-news no-print" role="status">
          <span>{t.newVersion}</span>
          {inForm ? (
            <span className="quiet">{t.updateLater}</span>
          ) : (
            <button type="button" className="link-button" onClick={applyUpdate}>
              {t.update}
            </button>
          )}
        </aside>
      )}
      {(away || device.waiting > 0 || trouble > 0) && (
        <aside className={`offline-banner no-print ${trouble > 0 ? 'offline-banner-bad' : ''}`} role="status">
          {device.connection === 'offline' && (
            <span>
              <strong>{t.bannerOffline}</strong> {device.syncedAt && t.bannerFrom(moment(device.syncedAt))}
            </span>
          )}
          {device.connection === 'signed-out' && (
            <span>
              {t.bannerSignedOut}{' '}
              <button type="button" className="link-button" onClick={onSignIn}>
                {t.signIn}
              </button>
            </span>
          )}
          {(device.waiting > 0 || trouble > 0) && (
            <Link to="/outbox" className="offline-banner-link">
              {[device.waiting > 0 && t.waitingShort(device.waiting), trouble > 0 && t.troubleShort(trouble)]
                .filter(Boolean)
                .join(' · ')}
            </Link>
          )}
        </aside>
      )}
      {device.phase === 'open' && clockOff >= 1 && (
        <aside className="offline-banner no-print" role="status">
          {t.clockOff(clockOff)}
        </aside>
      )}
    </>
  )
}
