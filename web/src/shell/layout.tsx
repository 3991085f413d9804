import { Suspense, useEffect, useState } from 'react'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { common } from '../language/common.ts'
import { useWords } from '../language/words.ts'
import { FigureDrawerHost } from '../figures/drawer-host.tsx'
import { OfflineBanner } from '../offline/banner.tsx'
import { useDeviceState } from '../offline/state.ts'
import { Icon } from '../parts/icon.tsx'
import { Notices } from '../parts/notice.tsx'
import { Loading } from '../parts/states.tsx'
import { useAccount } from '../session/session.ts'
import { useHouse } from './house.ts'
import { destinations, mainDestinations } from './navigation.ts'
import { NavigationList, useLabel } from './navigation-list.tsx'
import { TopBar } from './top-bar.tsx'
import { words } from './words.ts'
import './layout.css'

/** Says on every page, also on paper, that the people are not real. */
export function SyntheticMark() {
  const t = useWords(common)
  return (
    <aside className="synthetic-mark" aria-label={t.synthetic}>
      <span className="synthetic-long">{t.synthetic}</span>
      <span className="synthetic-short">{t.syntheticShort}</span>
    </aside>
  )
}

/** The frame of all pages: bar, navigation, page; on the phone a bottom bar and a full menu. */
export function Layout({ onSignIn }: { onSignIn: () => void }) {
  const t = useWords(words)
  const label = useLabel()
  const account = useAccount()
  const house = useHouse()
  const groups = destinations(account, house)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const { waiting, conflicts, refused } = useDeviceState()
  const unsent = waiting + conflicts + refused
  const [menu, setMenu] = useState(false)
  useEffect(() => setMenu(false), [path])
  return (
    <div className="frame">
      <a className="skip-link" href="#page">
        {t.skip}
      </a>
      {house.demo && <SyntheticMark />}
      <TopBar />
      <OfflineBanner onSignIn={onSignIn} />
      <div className="frame-body">
        <nav
          id="navigation"
          className={`navigation no-print ${menu ? 'navigation-open' : ''}`}
          aria-label={t.mainNavigation}
        >
          <NavigationList groups={groups} />
        </nav>
        <main id="page" className="page" tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <nav className="bottom-bar no-print" aria-label={t.menu}>
        {mainDestinations(account, groups).map((item) => (
          <Link
            key={item.id}
            to={item.to as '/'}
            className="bottom-item"
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ includeSearch: false }}
          >
            <Icon name={item.icon} />
            {item.id === 'outbox' && unsent > 0 && <span className="outbox-badge number">{unsent}</span>}
            {label(item.id === 'people' ? 'peopleShort' : item.id === 'bulletins' ? 'bulletinsShort' : item.label)}
          </Link>
        ))}
        <button
          type="button"
          className="bottom-item"
          aria-expanded={menu}
          aria-controls="navigation"
          onClick={() => setMenu(!menu)}
        >
          <Icon name={menu ? 'close' : 'menu'} />
          {menu ? t.closeMenu : t.more}
        </button>
      </nav>
      <FigureDrawerHost />
      <Notices />
    </div>
  )
}
