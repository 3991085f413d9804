import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import Modal from 'antd/es/modal'
import { patch, post } from '../api/client.ts'
import { getList } from '../api/rows.ts'
import type { AccountRow } from '../api/administration-types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { AskButton } from '../parts/ask.tsx'
import { Button } from '../parts/button.tsx'
import { momentText } from '../parts/moment.tsx'
import { PageHead } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { AccountForm } from './account-form.tsx'
import { words } from './words.ts'
import './administration.css'

const isLocked = (account: AccountRow) => account.lockedUntil !== null && new Date(account.lockedUntil) > new Date()

function AccountStateMark({ account }: { account: AccountRow }) {
  const t = useWords(words)
  if (account.disabled) return <Chip tone="bad">{t.disabled}</Chip>
  if (isLocked(account)) {
    return (
      <Chip tone="warn">
        {t.locked} {momentText(account.lockedUntil)}
      </Chip>
    )
  }
  return <Chip tone="good">{t.active}</Chip>
}

/** Who may sign in, as what, for where. */
export default function Accounts() {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const [editing, setEditing] = useState<AccountRow | 'new'>()
  const [told, setTold] = useState<string>()
  const query = useQuery({
    queryKey: ['accounts'],
    queryFn: () => getList<AccountRow>('/api/admin/accounts'),
  })
  const step = useMutation({
    mutationFn: ({ account, verb }: { account: AccountRow; verb: 'reset' | 'unlock' | 'disable' | 'enable' }) =>
      verb === 'enable'
        ? patch<{ password?: string }>(`/api/admin/accounts/${account.id}`, {
            version: account.version,
            disabled: false,
          })
        : post<{ password?: string } | undefined>(`/api/admin/accounts/${account.id}/${verb}`),
    onSuccess: (answer, { account }) => {
      setTold(answer?.password ? t.initialPassword(account.name, answer.password) : undefined)
      void query.refetch()
    },
  })
  return (
    <>
      <PageHead title={t.accounts} about={t.accountsAbout}>
        <Button look="main" onClick={() => setEditing('new')}>
          {t.newAccount}
        </Button>
      </PageHead>
      {told && (
        <p className="confirm-box" role="alert">
          {told}
        </p>
      )}
      {step.error && <Failure error={step.error} />}
      <Ready query={query}>
        {(rows) => (
          <DataTable
            caption={t.accounts}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                title: t.name,
                head: true,
                render: (row) => (
                  <>
                    {row.name} <span className="quiet small">{row.username}</span>
                  </>
                ),
              },
              { key: 'role', title: t.role, render: (row) => say(row.roleTitle) },
              { key: 'division', title: t.division, render: (row) => row.divisionName },
              { key: 'institution', title: t.institution, render: (row) => row.institutionName ?? '—' },
              {
                key: 'factor',
                title: t.secondFactor,
                render: (row) => (row.secondFactor === true || row.secondFactor === 'on' ? t.on : t.off),
              },
              { key: 'state', title: t.state, render: (row) => <AccountStateMark account={row} /> },
              {
                key: 'ways',
                title: '',
                render: (row) => (
                  <span className="row-ways">
                    <Button onClick={() => setEditing(row)}>{c.edit}</Button>
                    <AskButton
                      look="plain"
                      question={t.resetHint}
                      busy={step.isPending}
                      onConfirm={() => step.mutate({ account: row, verb: 'reset' })}
                    >
                      {t.reset}
                    </AskButton>
                    {isLocked(row) && (
                      <Button onClick={() => step.mutate({ account: row, verb: 'unlock' })}>{t.unlock}</Button>
                    )}
                    {row.disabled ? (
                      <Button onClick={() => step.mutate({ account: row, verb: 'enable' })}>{t.enable}</Button>
                    ) : (
                      <AskButton
                        look="danger"
                        question={t.disableHint}
                        busy={step.isPending}
                        onConfirm={() => step.mutate({ account: row, verb: 'disable' })}
                      >
                        {t.disable}
                      </AskButton>
                    )}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Ready>
      {editing && (
        <Modal
          open
          footer={null}
          onCancel={() => setEditing(undefined)}
          title={editing === 'new' ? t.newAccount : editing.name}
        >
          <AccountForm
            account={editing === 'new' ? undefined : editing}
            onDone={({ password, name }) => {
              setEditing(undefined)
              setTold(password ? t.initialPassword(name, password) : undefined)
              void query.refetch()
            }}
          />
        </Modal>
      )}
    </>
  )
}
