import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import { common } from '../language/common.ts'
import { useText, type Text } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { PageHead, Panel } from '../parts/page.tsx'
import { sexTitle } from '../parts/sex.ts'
import { Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { certificateWords } from './certificate-words.ts'
import './vaccination.css'

interface Certificate {
  number: string
  issuedOn: string
  qrSvg: string
  person: { name: string; sex: string; birth: string; divisionName: string }
  doses: {
    vaccine: string
    vaccineTitle: Text
    counts: Text[]
    on: string
    lotNumber: string | null
    manufacturer: string | null
    site: Text | null
    route: Text | null
    clinic: string | null
  }[]
}

/** The vaccination certificate of one person, to be shown or printed: every dose, and the code by which it is verified. */
export default function CertificatePage() {
  const t = useWords(certificateWords)
  const c = useWords(common)
  const say = useText()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery({
    queryKey: ['certificate', id],
    queryFn: () => get<Certificate>(`/api/vaccination/certificates/${id}`),
    retry: false,
  })
  return (
    <Ready query={query}>
      {({ number, issuedOn, qrSvg, person, doses }) => (
        <>
          <PageHead
            title={t.title}
            about={`${person.name} · ${say(sexTitle(person.sex))} · ${person.birth} · ${person.divisionName}`}
          >
            <Button onClick={() => window.print()}>{c.print}</Button>
          </PageHead>
          <Panel className="vaccination-certificate">
            <img
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrSvg)}`}
              alt={t.code(number)}
              width={168}
              height={168}
            />
            <div>
              <p>
                {t.number} <strong className="number">{number}</strong>
              </p>
              <p>
                {t.issuedOn} <span className="number">{issuedOn}</span>
              </p>
              <p className="quiet small">{t.hint}</p>
            </div>
          </Panel>
          <DataTable
            caption={t.doses}
            rows={doses}
            rowKey={(dose) => `${dose.on} ${dose.vaccine}`}
            columns={[
              { key: 'vaccine', title: t.vaccine, head: true, render: (dose) => say(dose.vaccineTitle) },
              { key: 'counts', title: t.counts, render: (dose) => dose.counts.map(say).join('、') || t.none },
              { key: 'on', title: t.on, narrow: true, render: (dose) => <span className="number">{dose.on}</span> },
              {
                key: 'way',
                title: t.way,
                render: (dose) => [dose.site, dose.route].flatMap((each) => (each ? say(each) : [])).join(' ') || '—',
              },
              { key: 'lot', title: t.lot, render: (dose) => dose.lotNumber ?? '—' },
              { key: 'manufacturer', title: t.manufacturer, render: (dose) => dose.manufacturer ?? '—' },
              { key: 'clinic', title: t.clinic, render: (dose) => dose.clinic ?? '—' },
            ]}
          />
        </>
      )}
    </Ready>
  )
}
