import type { Field, RecordType } from '../api/types.ts'
import type { Control, FormField } from '../forms/schema.ts'
import { words } from './words.ts'

function controlOf(field: Field): Control {
  switch (field.kind) {
    case 'number':
      return { kind: 'number', whole: false }
    case 'date':
      return { kind: 'date' }
    case 'yes-no':
      return { kind: 'yes-no' }
    case 'choice':
      return { kind: 'choice', values: field.values ?? {} }
    default:
      return { kind: 'text', long: false, maxLength: 500 }
  }
}

/** The fields that the county has added to a record, as a group of the form; nothing when there are none. */
export function extensionGroup(type: RecordType | undefined): FormField[] {
  const added = Object.entries(type?.fields ?? {}).filter(([, field]) => field.extension)
  if (added.length === 0) return []
  const fields = added.map(([name, field]): FormField => ({
    name,
    title: field.title,
    hint: undefined,
    required: field.required === true,
    unit: field.unit,
    preset: undefined,
    control: controlOf(field),
  }))
  const group: Control = { kind: 'group', fields }
  const title = words.localFields
  return [{ name: 'extra', title, hint: undefined, required: true, unit: undefined, preset: undefined, control: group }]
}
