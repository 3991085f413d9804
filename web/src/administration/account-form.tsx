import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { patch, post } from '../api/client.ts'
import type { AccountRow } from '../api/administration-types.ts'
import { Fields } from '../forms/form-fields.tsx'
import { SavingForm } from '../forms/saving-form.tsx'
import { filled, type FormField } from '../forms/schema.ts'
import { useWords } from '../language/words.ts'
import { useHouse } from '../shell/house.ts'
import { words } from './words.ts'

const text = (
  name: string,
  title: { zh: string; en: string },
  required: boolean,
  hint?: { zh: string; en: string },
): FormField => ({
  name,
  title,
  hint,
  required,
  unit: undefined,
  preset: undefined,
  control: { kind: 'text', long: false },
})

/** Opens an account or changes one. */
export function AccountForm({
  account,
  onDone,
}: {
  account?: AccountRow | undefined
  onDone: (answer: { password?: string; name: string }) => void
}) {
  const t = useWords(words)
  const house = useHouse()
  const [values, setValues] = useState<Record<string, unknown>>(
    account
      ? {
          name: account.name,
          role: account.role,
          division: account.division,
          institution: account.institution ?? undefined,
        }
      : { division: house.county.code },
  )
  const fields: FormField[] = [
    ...(account ? [] : [text('username', words.username, true)]),
    text('name', words.name, true),
    {
      ...text('role', words.role, true),
      control: { kind: 'choice', values: Object.fromEntries(house.roles.map((role) => [role.id, role.title])) },
    },
    { ...text('division', words.division, true), control: { kind: 'reference', to: 'division', many: false } },
    {
      ...text('institution', words.institution, false),
      control: { kind: 'reference', to: 'institution', many: false },
    },
    ...(account ? [] : [text('password', words.initialPasswordField, false, words.initialHint)]),
  ]
  const save = useMutation({
    mutationFn: () =>
      account
        ? patch<{ password?: string }>(`/api/admin/accounts/${account.id}`, {
            version: account.version,
            ...filled(values),
          })
        : post<{ password?: string }>('/api/admin/accounts', filled(values)),
    onSuccess: (answer) =>
      onDone({ ...(answer?.password ? { password: answer.password } : {}), name: String(values.name) }),
  })
  return (
    <SavingForm save={save} label={account ? t.save : t.newAccount}>
      {(errors) => (
        <>
          <Fields fields={fields} values={values} onChange={setValues} errors={errors} />
        </>
      )}
    </SavingForm>
  )
}
