import { Link } from '@tanstack/react-router'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { PageHead } from '../parts/page.tsx'
import { Nothing, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import type { DashboardList, ListedDashboard } from './types.ts'
import { useComposes, useDashboards } from './use-dashboards.ts'
import { words } from './words.ts'
import './dashboards.css'

function Card({ board, roles }: { board: ListedDashboard; roles: DashboardList['roles'] }) {
  const t = useWords(words)
  const say = useText()
  const named = roles.filter((role) => board.sharedWith.includes(role.id)).map((role) => say(role.title))
  return (
    <li className="dashboard-card">
      <h3>
        <Link to="/dashboards/$id" params={{ id: board.id }}>
          {say(board.title)}
        </Link>
      </h3>
      <p className="quiet small">
        {t.views(board.views)} · {t.by} {board.ownerName}
      </p>
      {board.mine && (
        <p className="small">
          {named.length > 0 ? (
            <>
              <span className="quiet">{t.sharedWith}</span> {named.join('、')}
            </>
          ) : (
            <Chip>{t.kept}</Chip>
          )}
        </p>
      )}
      <p className="dashboard-card-ways">
        <Link to="/projector" search={{ boards: board.id }}>
          {t.project}
        </Link>
        {board.mine && (
          <Link to="/dashboards/$id/edit" params={{ id: board.id }}>
            {t.edit}
          </Link>
        )}
      </p>
    </li>
  )
}

/** The dashboards this reader may open: the own ones, and those shared with the role. */
export default function Dashboards() {
  const t = useWords(words)
  const composes = useComposes()
  const query = useDashboards()
  return (
    <>
      <PageHead title={t.title} about={t.about}>
        <Link to="/subscriptions" className="button button-plain">
          {t.subscriptions}
        </Link>
        {(query.data?.dashboards.length ?? 0) > 1 && (
          <Link to="/projector" className="button button-plain">
            {t.projectAll}
          </Link>
        )}
        {composes && (
          <Link to="/dashboards/new" className="button button-main">
            {t.compose}
          </Link>
        )}
      </PageHead>
      <Ready query={query}>
        {({ dashboards, roles }) =>
          dashboards.length === 0 ? (
            <Nothing title={t.none} hint={composes ? t.noneHint : t.noneReader} />
          ) : (
            [true, false].map((mine) => {
              const some = dashboards.filter((board) => board.mine === mine)
              return (
                some.length > 0 && (
                  <section key={String(mine)}>
                    <h2 className="section-title">{mine ? t.mine : t.shared}</h2>
                    <ul className="dashboard-list">
                      {some.map((board) => (
                        <Card key={board.id} board={board} roles={roles} />
                      ))}
                    </ul>
                  </section>
                )
              )
            })
          )
        }
      </Ready>
    </>
  )
}
