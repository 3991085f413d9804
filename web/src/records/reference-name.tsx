import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { Action, RecordDetail } from '../api/types.ts'
import { fieldsOf } from '../forms/schema.ts'
import { useText } from '../language/language.tsx'
import { usePlace } from '../places/places.ts'
import { useCatalogue } from '../shell/house.ts'
import { rowTitle } from './field-value.tsx'
import { words } from './words.ts'

/** The record type a field refers to, as the actions that fill it say. */
export function targetOf(actions: Iterable<Action>, record: string, name: string): string | undefined {
  for (const action of actions) {
    if (action.record !== record) continue
    const control = fieldsOf(action.input).find((field) => field.name === name)?.control
    if (control?.kind === 'reference' && control.to.startsWith('record:')) return control.to.slice('record:'.length)
  }
  return undefined
}

/** The name of a division or institution. */
export function PlaceName({ code }: { code: string }) {
  const { data } = usePlace(code)
  return <>{data?.name ?? '…'}</>
}

/** The title of another record, leading to it. */
export function RecordName({ record, id }: { record: string; id: string }) {
  const say = useText()
  const { records } = useCatalogue()
  const type = records.get(record)
  const { data } = useQuery({
    queryKey: ['record', record, id],
    queryFn: () => get<RecordDetail>(`/api/records/${record}/${id}`),
    enabled: type !== undefined,
  })
  if (!type || !data) return <>{say(words.linked)}</>
  return (
    <Link to="/records/$record/$id" params={{ record, id }}>
      {rowTitle(data.row, type, say).name}
    </Link>
  )
}
