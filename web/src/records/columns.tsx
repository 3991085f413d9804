import { Link } from '@tanstack/react-router'
import type { RecordRow, RecordType } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { Chip } from '../parts/status.tsx'
import type { Column } from '../parts/table.tsx'
import { columnText, columnTitle, type Say } from './field-value.tsx'
import { words } from './words.ts'

/** How a column of a record stands, whatever it shows: its title and unit, numbers to the right, days in one line. */
export function columnStand(name: string, type: RecordType, say: Say) {
  const field = type.fields[name]
  return {
    key: name,
    title: say(columnTitle(name, type)),
    unit: field?.unit ? say(field.unit) : undefined,
    align: field?.kind === 'number' ? 'right' : 'left',
    narrow: name === 'happenedOn' || field?.kind === 'date' || name === 'state',
  } as const
}

/** The columns of a record's list, as declared and with the county's own fields; one that goes without saying is left out. */
export function useColumns(type: RecordType | undefined, without?: string): Column<RecordRow>[] {
  const say = useText()
  if (!type) return []
  const declared = type.list.length > 0 ? type.list : ['person', 'division', 'happenedOn', 'state']
  const added = Object.keys(type.fields).filter((name) => type.fields[name]?.extension)
  const names = [...declared, ...added].filter((name) => name !== without)
  const head = names.includes('person') ? 'person' : names[0]!
  return names.map((name): Column<RecordRow> => ({
    ...columnStand(name, type, say),
    head: name === head,
    render: (row) => {
      const text = columnText(row, name, type, say)
      if (name === head) {
        return (
          <Link to="/records/$record/$id" params={{ record: type.id, id: row.id }}>
            {text}
          </Link>
        )
      }
      if (name === 'state') return row.voidedAt ? <Chip tone="bad">{say(words.voided)}</Chip> : <Chip>{text}</Chip>
      return text
    },
  }))
}
