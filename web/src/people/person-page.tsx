import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { PersonFile } from '../api/people-types.ts'
import { useText } from '../language/language.tsx'
import { PageHead } from '../parts/page.tsx'
import { sexTitle } from '../parts/sex.ts'
import { Ready } from '../parts/states.tsx'
import { BeginMenu } from './begin-menu.tsx'
import { PersonFileView } from './person-file.tsx'

/** One resident's file. Reading it is logged by the server. */
export default function PersonPage() {
  const say = useText()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery({ queryKey: ['person', id], queryFn: () => get<PersonFile>(`/api/persons/${id}`) })
  return (
    <Ready query={query}>
      {(file) => (
        <>
          <PageHead
            title={file.person.name}
            about={`${say(sexTitle(file.person.sex))} · ${file.person.birth} · ${file.person.divisionName}`}
          >
            <BeginMenu person={id} />
          </PageHead>
          <PersonFileView file={file} />
        </>
      )}
    </Ready>
  )
}
