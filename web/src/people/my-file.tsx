import { useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import type { PersonFile } from '../api/people-types.ts'
import { useWords } from '../language/words.ts'
import { PageHead } from '../parts/page.tsx'
import { Ready } from '../parts/states.tsx'
import { PersonFileView } from './person-file.tsx'
import { words } from './words.ts'

/** A resident's own file. */
export default function MyFile() {
  const t = useWords(words)
  const query = useQuery({ queryKey: ['person', 'me'], queryFn: () => get<PersonFile>('/api/me/person') })
  return (
    <>
      <PageHead title={t.myTitle} about={t.myAbout} />
      <Ready query={query}>{(file) => <PersonFileView file={file} own />}</Ready>
    </>
  )
}
