import type { ExtensionField } from '../../record/extension.ts'
import type { ActionColumn } from './columns.ts'
import type { ValueKind } from './value-kind.ts'

const EXTENSION_KINDS: Readonly<Record<Exclude<ExtensionField['kind'], 'choice'>, ValueKind>> = {
  text: { kind: 'text', pattern: undefined, multiline: false },
  number: { kind: 'number' },
  date: { kind: 'date' },
  'yes-no': { kind: 'yes-no' },
}

function extensionKind(field: ExtensionField): ValueKind {
  if (field.kind !== 'choice') return EXTENSION_KINDS[field.kind]
  const title = (option: string) => field.optionTitles[option] ?? { zh: option, en: option }
  return { kind: 'choice', values: Object.fromEntries(field.options.map((option) => [option, title(option)])) }
}

/** The column of an added field; `taken` are titles that stand for something else. */
export function extensionColumn(field: ExtensionField, taken: ReadonlySet<string>): ActionColumn {
  const clash = taken.has(field.titleZh)
  return {
    key: `extra.${field.key}`,
    input: field.key,
    part: 'extension',
    title: clash
      ? { zh: `${field.titleZh}（扩展）`, en: `${field.titleEn} (added)` }
      : { zh: field.titleZh, en: field.titleEn },
    kind: extensionKind(field),
    list: false,
    required: field.required,
    unit: field.unit ?? undefined,
    help: undefined,
    masked: undefined,
    field,
  }
}
