import { Link, useParams } from '@tanstack/react-router'
import { Problem } from '../api/problem.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Failure } from '../parts/states.tsx'
import { useCatalogue } from '../shell/house.ts'
import { ImportDesk } from './imports.tsx'
import { words } from './words.ts'

/** Workbooks of one action: a row makes one record. */
export default function ActionImports() {
  const t = useWords(words)
  const say = useText()
  const { action: id = '' } = useParams({ strict: false }) as { action?: string }
  const { actions, records } = useCatalogue()
  const action = actions.get(id)
  if (!action?.importable) return <Failure error={new Problem(404, t.notImportable, '')} />
  const record = records.get(action.record)
  return (
    <ImportDesk
      register={id}
      title={t.importOf(say(action.title))}
      about={
        <>
          {record && (
            <Link to="/records/$record" params={{ record: record.id }}>
              {say(record.title)}
            </Link>
          )}{' '}
          {t.actionAbout}
        </>
      }
    />
  )
}
