import { Link } from '@tanstack/react-router'
import { useWords } from '../language/words.ts'
import { ImportDesk } from './imports.tsx'
import { words } from './words.ts'

/** Results of analysers: tables, and messages as devices write them. */
export default function ResultImports() {
  const t = useWords(words)
  return (
    <ImportDesk
      register="examination-results"
      title={t.resultsTitle}
      about={
        <>
          <Link to="/records/$record" params={{ record: 'physical-examination.result' }}>
            {t.toList}
          </Link>{' '}
          {t.resultsAbout}
        </>
      }
      accept=".hl7,.txt,.csv,.xlsx,.xls"
    />
  )
}
