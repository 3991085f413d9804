import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import Modal from 'antd/es/modal'
import { post } from '../api/client.ts'
import { getList } from '../api/rows.ts'
import { newRequestId } from '../api/request-id.ts'
import { queries } from '../api/queries.ts'
import type { ExtensionField } from '../api/administration-types.ts'
import { emptyRequired, Fields } from '../forms/form-fields.tsx'
import { SavingForm } from '../forms/saving-form.tsx'
import type { FormField } from '../forms/schema.ts'
import { words as formWords } from '../forms/words.ts'
import { useText, type Text } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page.tsx'
import { Nothing, Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { useConfigurable } from '../shell/house.ts'
import { words } from './words.ts'

const kinds = ['text', 'number', 'date', 'yes-no', 'choice'] as const

/** `male=男=male`, one a line. */
function readValues(source: string): Record<string, Text> {
  return Object.fromEntries(
    source
      .split('\n')
      .map((line) => line.split('=').map((part) => part.trim()))
      .filter(([key]) => key)
      .map(([key = '', zh = key, en = zh]) => [key, { zh, en }]),
  )
}

function FieldForm({ onDone }: { onDone: () => void }) {
  const t = useWords(words)
  const f = useWords(formWords)
  const records = useConfigurable()
  const [values, setValues] = useState<Record<string, unknown>>({ kind: 'text' })
  const [requestId, setRequestId] = useState(newRequestId)
  const field = (
    name: string,
    title: Text,
    control: FormField['control'],
    required = true,
    hint?: Text,
  ): FormField => ({ name, title, control, required, hint, unit: undefined, preset: undefined })
  const plain = { kind: 'text', long: false } as const
  const fields = [
    field('record', words.record, {
      kind: 'choice',
      values: Object.fromEntries([...records.values()].map((record) => [record.id, record.title])),
    }),
    field('id', words.key, plain, true, words.keyHint),
    field('titleZh', words.titleZh, plain),
    field('titleEn', words.titleEn, plain),
    field('kind', words.kind, { kind: 'choice', values: Object.fromEntries(kinds.map((kind) => [kind, words[kind]])) }),
    field('required', words.requiredField, { kind: 'yes-no' }, false),
    ...(values.kind === 'number' ? [field('unit', words.unit, plain, false)] : []),
    ...(values.kind === 'choice'
      ? [field('values', words.values, { kind: 'text', long: true }, true, words.valuesHint)]
      : []),
  ]
  const save = useMutation({
    mutationFn: () =>
      post('/api/admin/extension-fields', {
        requestId,
        record: values.record,
        id: values.id,
        title: { zh: values.titleZh, en: values.titleEn },
        kind: values.kind,
        required: values.required === true,
        ...(values.unit ? { unit: { zh: values.unit, en: values.unit } } : {}),
        ...(values.kind === 'choice' ? { values: readValues(String(values.values)) } : {}),
      }),
    onError: () => setRequestId(newRequestId()),
    onSuccess: () => {
      notice(t.saved)
      void queries.invalidateQueries({ queryKey: ['house'] })
      onDone()
    },
  })
  return (
    <SavingForm save={save} label={t.newField} check={() => emptyRequired(fields, values, f.required)}>
      {(errors) => (
        <>
          <Fields fields={fields} values={values} onChange={setValues} errors={errors} />
        </>
      )}
    </SavingForm>
  )
}

/** Fields the county added to its records. */
export default function ExtensionFields() {
  const t = useWords(words)
  const say = useText()
  const records = useConfigurable()
  const [adding, setAdding] = useState(false)
  const query = useQuery({
    queryKey: ['extension-fields'],
    queryFn: () => getList<ExtensionField>('/api/admin/extension-fields'),
  })
  return (
    <>
      <PageHead title={t.fields} about={t.fieldsAbout}>
        <Button look="main" onClick={() => setAdding(true)}>
          {t.newField}
        </Button>
      </PageHead>
      <Ready query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Nothing title={t.noFields} hint={t.noFieldsHint} />
          ) : (
            <DataTable
              caption={t.fields}
              rows={rows}
              rowKey={(row) => `${row.record}-${row.id}-${row.version}`}
              columns={[
                { key: 'title', title: t.field, head: true, render: (row) => say(row.title) },
                {
                  key: 'record',
                  title: t.record,
                  render: (row) => say(row.recordTitle ?? records.get(row.record)?.title),
                },
                { key: 'kind', title: t.kind, render: (row) => t[row.kind] },
                { key: 'unit', title: t.unit, render: (row) => (row.unit ? say(row.unit) : '—') },
                {
                  key: 'values',
                  title: t.values,
                  render: (row) => (row.values ? Object.values(row.values).map(say).join('、') : '—'),
                },
                { key: 'version', title: t.version, align: 'right', render: (row) => row.version },
              ]}
            />
          )
        }
      </Ready>
      {adding && (
        <Modal open footer={null} onCancel={() => setAdding(false)} title={t.newField}>
          <FieldForm
            onDone={() => {
              setAdding(false)
              void query.refetch()
            }}
          />
        </Modal>
      )}
    </>
  )
}
