import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import type { Action, RecordDetail, RecordRow, RecordType } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { PageHead, Panel } from '../parts/page.tsx'
import { Failure, Loading, Ready } from '../parts/states.tsx'
import { useAddress } from '../shell/address.ts'
import { useCatalogue } from '../shell/house.ts'
import { ActionForm, type About } from './action-form.tsx'
import { rowTitle } from './field-value.tsx'
import { words } from './words.ts'

function Head({ action, type, row }: { action: Action; type: RecordType | undefined; row?: RecordRow }) {
  const say = useText()
  const of = say(type?.title)
  const name = type && row ? rowTitle(row, type, say).name : ''
  return (
    <PageHead
      title={say(action.title)}
      about={
        type &&
        (row ? (
          <Link to="/records/$record/$id" params={{ record: type.id, id: row.id }}>
            {of === '' || name.startsWith(of) ? name : `${of} · ${name}`}
          </Link>
        ) : (
          <Link to="/records/$record" params={{ record: type.id }}>
            {say(type.title)}
          </Link>
        ))
      }
    />
  )
}

/** `RECORD~ID` of the record on whose board the action was begun. */
function readAbout(text: string | undefined): About | undefined {
  const [record, id] = text?.split('~') ?? []
  return record && id ? { record, id } : undefined
}

/** The form of one action: a new record, or something done to an existing one. */
export default function ActionPage() {
  const t = useWords(words)
  const { action: name = '' } = useParams({ strict: false }) as { action?: string }
  const [filters] = useAddress<'id' | 'person' | 'about' | 'fill'>()
  const { actions, records } = useCatalogue()
  const action = actions.get(name)
  // What a page that leads here knows already: `fill=place=530721102&cause=figure`.
  const given = Object.fromEntries(new URLSearchParams(filters.fill))
  const type = action && records.get(action.record)
  const query = useQuery({
    queryKey: ['record', action?.record, filters.id],
    queryFn: () => get<RecordDetail>(`/api/records/${action?.record}/${filters.id}`),
    enabled: action !== undefined && filters.id !== undefined,
    staleTime: 0,
  })
  if (!action) return <Failure error={new Problem(404, t.unknownAction, '')} />
  if (!filters.id) {
    return (
      <>
        <Head action={action} type={type} />
        <Panel>
          <ActionForm
            key={action.id}
            action={action}
            type={type}
            person={filters.person}
            about={readAbout(filters.about)}
            given={given}
          />
        </Panel>
      </>
    )
  }
  // What is kept of the record may be from before the reader's own last step: it would be taken for somebody else's change.
  if (!query.isFetchedAfterMount) return <Loading />
  return (
    <Ready query={query}>
      {({ row }) => (
        <>
          <Head action={action} type={type} row={row} />
          <Panel>
            <ActionForm key={`${action.id}-${row.id}`} action={action} type={type} row={row} given={given} />
          </Panel>
        </>
      )}
    </Ready>
  )
}
