import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { PersonFile } from '../api/people-types.ts'
import type { Action } from '../api/types.ts'
import { fieldsOf } from '../forms/schema.ts'
import { useText } from '../language/language.tsx'
import { PageHead } from '../parts/page.tsx'
import { sexTitle } from '../parts/sex.ts'
import { Ready } from '../parts/states.tsx'
import { useCatalogue } from '../shell/house.ts'
import { PersonFileView } from './person-file.tsx'

/** Whether the action is begun for a person: it asks for one. */
const takesPerson = (action: Action) =>
  fieldsOf(action.input).some((field) => field.control.kind === 'reference' && field.control.to === 'person')

/** One resident's file. Reading it is logged by the server. */
export default function PersonPage() {
  const say = useText()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { actions } = useCatalogue()
  const starts = [...actions.values()].filter((action) => action.on === 'new' && takesPerson(action))
  const query = useQuery({ queryKey: ['person', id], queryFn: () => get<PersonFile>(`/api/persons/${id}`) })
  return (
    <Ready query={query}>
      {(file) => (
        <>
          <PageHead
            title={file.person.name}
            about={`${say(sexTitle(file.person.sex))} · ${file.person.birth} · ${file.person.divisionName}`}
          >
            {starts.map((action) => (
              <Link
                key={action.id}
                to="/do/$action"
                params={{ action: action.id }}
                search={{ person: id }}
                className="button button-plain"
              >
                {say(action.title)}
              </Link>
            ))}
          </PageHead>
          <PersonFileView file={file} />
        </>
      )}
    </Ready>
  )
}
