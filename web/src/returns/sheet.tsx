import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { download, get } from '../api/client.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { grouped } from '../parts/number.ts'
import { PageHead } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { useRight } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { cellTitles, type Sheet } from './types.ts'
import { words } from './words.ts'
import './returns.css'

const FORMATS = ['xlsx', 'csv', 'json', 'sdmx', 'dhis2'] as const

/** All units’ returns of a form and period beside each other, with the total; and the files that go upward. */
export default function ReturnsSheet() {
  const t = useWords(words)
  const say = useText()
  const mayExport = useRight('export')
  const [{ form = '', period = '' }] = useAddress<'form' | 'period'>()
  const query = useQuery({
    queryKey: ['returns-sheet', form, period],
    queryFn: () => get<Sheet>('/api/returns/sheet', { form, period }),
  })
  const save = useMutation({
    mutationFn: (format: (typeof FORMATS)[number]) =>
      download('/api/returns/sheet/file', { query: { form, period, format }, name: `${form}-${period}` }),
  })
  return (
    <Ready query={query}>
      {(sheet) => {
        const titles = cellTitles(sheet.layout.parts)
        const columns = sheet.layout.parts.flatMap((part) =>
          part.rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [{ ...cell, unit: row.unit }] : []))),
        )
        return (
          <>
            <PageHead
              title={`${sheet.formName} ${sheet.period}`}
              about={
                <>
                  <Link to="/returns" search={{ form: sheet.form, year: period.slice(0, 4) } as never}>
                    {t.title}
                  </Link>{' '}
                  {sheet.number}
                </>
              }
            >
              {mayExport &&
                FORMATS.map((format) => (
                  <Button
                    key={format}
                    busy={save.isPending && save.variables === format}
                    onClick={() => save.mutate(format)}
                  >
                    {t[format]}
                  </Button>
                ))}
            </PageHead>
            {save.error && <Failure error={save.error} />}
            {mayExport && <p className="quiet small">{t.upward}</p>}
            <div className="returns-sheet" tabIndex={0} role="group" aria-label={sheet.formName}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t.unit}</th>
                    {sheet.layout.parts.map((part) => (
                      <th
                        key={part.code}
                        scope="colgroup"
                        colSpan={part.rows.flatMap((row) => row.cells.filter(Boolean)).length}
                      >
                        {say(part.title)}
                      </th>
                    ))}
                  </tr>
                  <tr>
                    <td />
                    {columns.map((column) => (
                      <th key={column.code} scope="col">
                        {say(titles.get(column.code))}
                        <small>{say(column.unit)}</small>
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {sheet.units.map((unit) => (
                    <tr key={unit.id}>
                      <th scope="row">
                        <Link to="/records/$record/$id" params={{ record: 'statistical-returns.return', id: unit.id }}>
                          {unit.unitName}
                        </Link>{' '}
                        <span className={`return-state return-${unit.state}`}>{t[unit.state]}</span>
                      </th>
                      {columns.map(({ code }) => (
                        <td key={code}>{unit.values[code] === undefined ? '—' : grouped(unit.values[code])}</td>
                      ))}
                    </tr>
                  ))}
                  <tr className="returns-total">
                    <th scope="row">{t.total}</th>
                    {columns.map(({ code }) => (
                      <td key={code}>{sheet.total[code] === undefined ? '—' : grouped(sheet.total[code])}</td>
                    ))}
                  </tr>
                </tbody>
              </table>
            </div>
          </>
        )
      }}
    </Ready>
  )
}
