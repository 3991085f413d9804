import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import { asProblem, Problem } from '../api/problem.ts'
import { readAgain } from '../api/queries.ts'
import type { Action, Page, RecordRow, RecordType } from '../api/types.ts'
import { useDraft } from '../forms/draft.ts'
import { emptyRequired, Fields } from '../forms/form-fields.tsx'
import { fieldsOf, filled, presets, type FormField } from '../forms/schema.ts'
import { words as formWords } from '../forms/words.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { openDevice } from '../offline/state.ts'
import { words as offlineWords } from '../offline/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { Facts } from '../parts/page.tsx'
import { Failure } from '../parts/states.tsx'
import { extensionGroup } from './extension-fields.ts'
import { columnText, measuredText } from './field-value.tsx'
import { submitForm } from './submit-form.ts'
import { words } from './words.ts'

/** Actions that correct a record start from what it says; others start empty with the present value in sight. */
const corrects = /(^|-)(update|correct|edit|revise|change)/

/** The record on whose board a form was opened: the form leads back to it. */
export interface About {
  readonly record: string
  readonly id: string
}

function startValues(
  action: Action,
  fields: readonly FormField[],
  row: RecordRow | undefined,
  person: string | undefined,
  given: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const values = presets(fields)
  if (row?.extra && fields.some((field) => field.name === 'extra')) values['extra'] = { ...row.extra }
  for (const field of fields) {
    if (person && field.control.kind === 'reference' && field.control.to === 'person') values[field.name] = person
    const present = row?.[field.name] ?? row?.extra?.[field.name]
    if (row && corrects.test(action.name) && present !== null && present !== undefined) values[field.name] = present
    if (given[field.name] !== undefined) values[field.name] = given[field.name]
  }
  return values
}

/** What was recorded of the person last time, for a form that records the next one. */
function useLastRow(action: Action, type: RecordType | undefined, values: Record<string, unknown>) {
  const { person } = values
  const query = useQuery({
    queryKey: ['last-row', type?.id, person],
    queryFn: () => get<Page<RecordRow>>(`/api/records/${type?.id}`, { person: String(person), limit: 1 }),
    enabled: action.on === 'new' && type !== undefined && typeof person === 'string' && person !== '',
    retry: false,
  })
  return query.data?.rows[0]
}

/** After a conflict: what the record says now. */
function PresentState({ current, type }: { current: Record<string, unknown>; type: RecordType | undefined }) {
  const say = useText()
  if (!type) return null
  const row = current as RecordRow
  return (
    <Facts
      facts={['state', ...Object.keys(type.fields)].map(
        (name) => [say(type.fields[name]?.title ?? words.state), measuredText(row, name, type, say)] as const,
      )}
    />
  )
}

/** Enters one action. One request id for the whole form: pressing twice or retrying writes once. */
export function ActionForm({
  action,
  type,
  row,
  person,
  about,
  entry,
  given = {},
}: {
  action: Action
  type: RecordType | undefined
  row?: RecordRow | undefined
  person?: string | undefined
  about?: About | undefined
  /** An entry of the outbox that came back, to be corrected: what was entered, and the errors at its fields. */
  entry?: { key: string; input: Readonly<Record<string, unknown>>; errors: Readonly<Record<string, string>> }
  /** Values that the page before knew, by field. */
  given?: Readonly<Record<string, string>>
}) {
  const t = useWords(words)
  const f = useWords(formWords)
  const c = useWords(common)
  const o = useWords(offlineWords)
  const say = useText()
  const navigate = useNavigate()
  const router = useRouter()
  const [fields] = useState(() => [
    ...fieldsOf(action.input),
    ...(action.on === 'new' || corrects.test(action.name) ? extensionGroup(type) : []),
  ])
  const draft = useDraft(
    entry ? `outbox.${entry.key}` : `${action.id}.${row?.id ?? person ?? 'new'}${Object.values(given).join('.')}`,
    entry ? { ...entry.input } : startValues(action, fields, row, person, given),
  )
  const [checked, setChecked] = useState<Record<string, string>>({})
  const [understood, setUnderstood] = useState(false)
  const last = useLastRow(action, type, draft.values)
  const submit = useMutation({
    mutationFn: (version: number | undefined) =>
      submitForm({
        key: draft.requestId,
        action: action.id,
        title: action.title,
        input: filled(draft.values),
        row: row && { ...row, version: version ?? row.version },
        entry: entry?.key,
      }),
    onSuccess: async (answer) => {
      draft.clear()
      notice(answer.kind === 'waiting' ? o.queued : `${say(action.title)} · ${c.done}`)
      readAgain()
      const made =
        answer.kind === 'sent' && answer.id && answer.record && !openDevice()
          ? { record: answer.record, id: answer.id }
          : undefined
      const shown = about ?? made
      if (entry) await navigate({ to: '/outbox', replace: true })
      else if (shown) await navigate({ to: '/records/$record/$id', params: { ...shown }, replace: true })
      else if (router.history.canGoBack()) router.history.back()
      else await navigate({ to: '/', replace: true })
    },
    onError: (error) => {
      // A refused request wrote nothing; a lost one may have, so it keeps its id.
      if (error instanceof Problem && error.status >= 400 && error.status < 500) draft.renew()
    },
  })
  const problem = submit.error ? asProblem(submit.error) : undefined
  const errors = { ...(submit.isIdle ? entry?.errors : {}), ...problem?.fields, ...checked }
  const stale = problem?.status === 409 && problem.current
  const send = (version: number | undefined) => {
    const missing = emptyRequired(fields, draft.values, f.required)
    setChecked(missing)
    if (Object.keys(missing).length === 0) submit.mutate(version)
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send(row?.version)
      }}
    >
      {draft.restored && (
        <p className="quiet small">
          {f.restored}{' '}
          <button type="button" className="link-button" onClick={draft.restart}>
            {f.restart}
          </button>
        </p>
      )}
      <Fields
        fields={fields}
        values={draft.values}
        onChange={draft.setValues}
        errors={errors}
        previous={(name) => {
          const shown = row ?? last
          if (!shown || !type?.fields[name]) return undefined
          const value = shown[name] ?? shown.extra?.[name]
          if (!row && (value === null || value === undefined)) return undefined
          const label = row ? {} : { label: f.lastTime(String(shown['happenedOn'])) }
          return { text: columnText(shown, name, type, say), value, ...label }
        }}
      />
      {action.confirm && (
        <div className="confirm-box">
          <p>{say(action.confirm)}</p>
          <label className="tick">
            <input type="checkbox" checked={understood} onChange={(event) => setUnderstood(event.target.checked)} />
            {f.understood}
          </label>
        </div>
      )}
      {stale ? (
        <div className="failure" role="alert">
          <p className="failure-title">{f.stale}</p>
          <p>{f.staleHint}</p>
          <PresentState current={problem.current!} type={type} />
          <p className="failure-ways">
            <Button look="main" busy={submit.isPending} onClick={() => send(Number(problem.current!.version))}>
              {f.reapply}
            </Button>
          </p>
        </div>
      ) : problem ? (
        <Failure
          error={
            Object.keys(problem.fields).length > 0
              ? new Problem(problem.status, problem.message || f.failed, problem.detail || f.checkErrors)
              : new Problem(
                  problem.status,
                  problem.message,
                  problem.status === 0 ? `${problem.detail}${f.safeRetry}` : problem.detail,
                )
          }
        />
      ) : (
        Object.keys(checked).length > 0 && (
          <p className="field-error" role="alert">
            {f.checkErrors}
          </p>
        )
      )}
      <div className="form-actions">
        {!stale && (
          <Button
            type="submit"
            look={action.confirm ? 'danger' : 'main'}
            busy={submit.isPending}
            disabled={action.confirm !== undefined && !understood}
          >
            {t.submit}
          </Button>
        )}
        <Button onClick={() => router.history.back()}>{c.back}</Button>
      </div>
    </form>
  )
}
