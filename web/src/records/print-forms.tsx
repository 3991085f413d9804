import { useMutation } from '@tanstack/react-query'
import { download } from '../api/client.ts'
import type { RecordType } from '../api/types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { notice } from '../parts/notice.tsx'
import { words } from './words.ts'

type Query = Readonly<Record<string, string | undefined>>

const address = (record: string, form: string, query: Query) => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return `/api/records/${record}/print/${form}?${new URLSearchParams(given)}`
}

function PrintForm({ type, form, query }: { type: RecordType; form: { id: string; title: string }; query: Query }) {
  const t = useWords(words)
  const pdf = useMutation({
    mutationFn: () =>
      download(`/api/records/${type.id}/print/${form.id}`, {
        query: { ...query, as: 'pdf' },
        name: `${form.title}.pdf`,
      }),
    onError: (error) => notice(error.message),
  })
  return (
    <>
      <a className="button" href={address(type.id, form.id, query)} target="_blank" rel="noreferrer">
        {t.print(form.title)}
      </a>
      <Button busy={pdf.isPending} onClick={() => pdf.mutate()}>
        {t.pdf}
      </Button>
    </>
  )
}

/** Paper forms of one row or of all rows of a list: to print from the browser, or as one PDF. */
export function PrintForms({ type, query }: { type: RecordType; query: Query }) {
  const say = useText()
  return (type.forms ?? []).map(({ id, title }) => (
    <PrintForm key={id} type={type} form={{ id, title: say(title) }} query={query} />
  ))
}
