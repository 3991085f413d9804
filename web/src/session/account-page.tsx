import { useMutation, useQuery } from '@tanstack/react-query'
import { remove } from '../api/client.ts'
import { getList } from '../api/rows.ts'
import { queries } from '../api/queries.ts'
import type { OwnSession } from '../api/administration-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Moment } from '../parts/moment.tsx'
import { notice } from '../parts/notice.tsx'
import { Facts, PageHead, Panel } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { deviceName } from './device.ts'
import { PasswordForm } from './password-form.tsx'
import { SecondFactor } from './second-factor.tsx'
import { useAccount } from './session.ts'
import { words } from './account-words.ts'
import './account.css'

function Sessions() {
  const t = useWords(words)
  const query = useQuery({
    queryKey: ['own-sessions'],
    queryFn: () => getList<OwnSession>('/api/account/sessions'),
  })
  const end = useMutation({
    mutationFn: (id: string) => remove(`/api/account/sessions/${id}`),
    onSuccess: () => query.refetch(),
  })
  return (
    <Ready query={query}>
      {(rows) => (
        <>
          {end.error && <Failure error={end.error} />}
          <DataTable
            caption={t.sessions}
            quietCaption
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'device',
                title: t.device,
                head: true,
                render: (row) => (
                  <>
                    {deviceName(row.device)} {row.current && <Chip tone="accent">{t.current}</Chip>}
                  </>
                ),
              },
              { key: 'address', title: t.address, render: (row) => row.address ?? '—' },
              { key: 'since', title: t.since, narrow: true, render: (row) => <Moment at={row.createdAt} /> },
              { key: 'seen', title: t.seen, narrow: true, render: (row) => <Moment at={row.seenAt} /> },
              {
                key: 'end',
                title: '',
                render: (row) => !row.current && <Button onClick={() => end.mutate(row.id)}>{t.end}</Button>,
              },
            ]}
          />
        </>
      )}
    </Ready>
  )
}

/** One's own account: who one is, password, second factor, open sessions. */
export default function AccountPage() {
  const t = useWords(words)
  const say = useText()
  const account = useAccount()
  const leave = useMutation({
    mutationFn: () => remove('/api/session'),
    onSettled: () => {
      queries.clear()
      location.assign('/')
    },
  })
  return (
    <>
      <PageHead title={t.title} about={account.name}>
        <Button busy={leave.isPending} onClick={() => leave.mutate()}>
          {t.signOut}
        </Button>
      </PageHead>
      <div className="account-columns">
        <Panel title={t.who}>
          <Facts
            columns={1}
            facts={[
              [t.username, account.username],
              [t.role, say(account.roleTitle)],
              [t.division, account.divisionName],
              account.institutionName !== null && [t.institution, account.institutionName],
              [t.masked, account.unmasked ? t.seesFull : t.seesMasked],
            ]}
          />
        </Panel>
        <Panel title={t.factor}>
          <SecondFactor />
        </Panel>
        <Panel title={t.password}>
          <PasswordForm onDone={() => notice(t.passwordChanged)} />
        </Panel>
        <Panel title={t.sessions} className="account-wide">
          <Sessions />
        </Panel>
      </div>
    </>
  )
}
