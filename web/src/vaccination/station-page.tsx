import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { PageHead, Panel } from '../parts/page.tsx'
import { sexTitle } from '../parts/sex.ts'
import { Ready } from '../parts/states.tsx'
import { useCatalogue } from '../shell/house.ts'
import { DoseForm } from './dose-form.tsx'
import { LeaveForm } from './leave-form.tsx'
import { PreCheckForm } from './pre-check-form.tsx'
import type { Station } from './types.ts'
import { words } from './words.ts'
import './vaccination.css'

/** What everybody at a station has to know before anything else. */
function Cautions({ station }: { station: Station }) {
  const t = useWords(words)
  const say = useText()
  const { records } = useCatalogue()
  const exclusion = records.get('immunization.exclusion')?.fields
  const vaccines = records.get('immunization.vaccination')?.fields['vaccine']?.values
  if (station.exclusions.length === 0 && station.events.length === 0) return null
  return (
    <div className="vaccination-cautions" role="note">
      {station.exclusions.map((each, index) => (
        <p key={index}>
          <strong>{t.exclusions}</strong>：{say(exclusion?.['series']?.values?.[each.series])}{' '}
          {say(exclusion?.['kind']?.values?.[each.kind])} {each.note}
          {each.until ? `（${each.until}）` : ''}
        </p>
      ))}
      {station.events.map((each, index) => (
        <p key={index}>
          <strong>{t.events}</strong>：{each.on} {say(vaccines?.[each.vaccine])} {each.symptoms}
        </p>
      ))}
    </div>
  )
}

/** One child at a station: the form of the step that comes next. */
export default function StationPage() {
  const t = useWords(words)
  const say = useText()
  const navigate = useNavigate()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery({
    queryKey: ['board', 'vaccination-visit', id],
    queryFn: ({ signal }) => get<Station>(`/api/vaccination/visits/${id}`, {}, signal),
    staleTime: 0,
  })
  return (
    <Ready query={query}>
      {(station) => {
        const { visit, session } = station
        const back = () => void navigate({ to: '/vaccination', search: { session } as never })
        return (
          <>
            <PageHead
              title={`${t.number(visit.number)} ${visit.name}`}
              about={`${say(sexTitle(station.sex))} · ${visit.birth}`}
            >
              <Link to="/people/$id" params={{ id: visit.person }} className="button">
                {t.file}
              </Link>
              <Link to="/vaccination" search={{ session } as never} className="button">
                {t.back}
              </Link>
            </PageHead>
            <Cautions station={station} />
            {visit.state === 'registered' && <PreCheckForm station={station} onPutOff={back} />}
            {(visit.state === 'checked' || visit.state === 'observing') && <DoseForm station={station} />}
            {visit.state === 'observing' && <LeaveForm station={station} onDone={back} />}
            {['left', 'deferred', 'gone'].includes(visit.state) && (
              <Panel>
                <p>{t.finished}</p>
              </Panel>
            )}
          </>
        )
      }}
    </Ready>
  )
}
