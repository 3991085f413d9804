import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../api/client.ts'
import type { CheckResult, Claim, FigureBasis, ReconciledClaim, Reconciliation } from '../api/document-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { grouped } from '../parts/number.ts'
import { Panel } from '../parts/page.tsx'
import { PeriodChoice } from '../parts/period-choice.tsx'
import { Nothing, Ready } from '../parts/states.tsx'
import { Chip, StatusMark } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { FigureValue } from '../parts/value.tsx'
import { PlaceField } from '../places/place-path.tsx'
import { useAccount } from '../session/session.ts'
import { useCatalogue, useHouse } from '../shell/house.ts'
import { Unmapped } from './unmapped.tsx'
import { words } from './words.ts'

/** What the county's figure is based on: definition, terms, the day it was closed. */
function Basis({ figure }: { figure: FigureBasis }) {
  const t = useWords(words)
  const say = useText()
  const terms = [
    figure.numerator !== null && figure.denominatorTitle
      ? `${t.numerator} ${say(figure.numeratorTitle)} ${grouped(figure.numerator)}`
      : '',
    figure.denominator !== null && figure.denominatorTitle
      ? `${t.denominator} ${say(figure.denominatorTitle)} ${grouped(figure.denominator)}`
      : '',
    figure.closedOn ? t.closedOn(figure.closedOn) : '',
  ].filter(Boolean)
  return (
    <span className="reconciled-basis quiet small">
      {say(figure.basis)}
      {terms.length > 0 && <br />}
      {terms.join(' · ')}
    </span>
  )
}

/** The printed numbers beside the county's. */
function Compared({
  answer,
  claims,
  onJump,
}: {
  answer: Reconciliation
  claims: ReadonlyMap<string, Claim>
  onJump: (claim: string) => void
}) {
  const t = useWords(words)
  const say = useText()
  const differ = answer.compared.filter((item) => !item.agrees).length
  if (answer.compared.length === 0) return <Nothing title={t.nothingCompared} hint={t.nothingComparedHint} />
  const figureOf = ({ indicator }: ReconciledClaim) => answer.figures[indicator]!
  return (
    <DataTable
      caption={t.comparedCount(answer.compared.length, differ)}
      rows={answer.compared.toSorted((one, other) => Number(one.agrees) - Number(other.agrees))}
      rowKey={(row) => row.claim}
      columns={[
        {
          key: 'text',
          title: t.inText,
          head: true,
          render: (row) => (
            <>
              <button type="button" className="link-button" onClick={() => onJump(row.claim)}>
                {row.printed}
              </button>
              <br />
              <span className="quiet small">{claims.get(row.claim)?.subject.what}</span>
            </>
          ),
        },
        {
          key: 'figure',
          title: t.countyFigure,
          render: (row) => {
            const figure = figureOf(row)
            return (
              <>
                <FigureValue
                  figure={{ indicator: row.indicator, place: figure.place, period: figure.period }}
                  title={say(figure.title)}
                  value={figure.value}
                  text={`${grouped(figure.value ?? '')}${say(figure.unit)}`}
                />{' '}
                {figure.status !== 'closed' && <StatusMark status={figure.status} />}
              </>
            )
          },
        },
        {
          key: 'indicator',
          title: t.indicator,
          render: (row) => (
            <>
              {say(figureOf(row).title)} {row.how === 'mapping' && <Chip>{t.byMapping}</Chip>}
              <br />
              <Basis figure={figureOf(row)} />
            </>
          ),
        },
        {
          key: 'verdict',
          title: t.verdict,
          render: (row) => (
            <>
              <Chip tone={row.agrees ? 'good' : 'bad'}>{row.agrees ? t.agrees : t.differs}</Chip> {say(row.words)}
            </>
          ),
        },
      ]}
    />
  )
}

/** A document's figures beside the county's figures of a place and period. */
export function ReconcilePanel({
  result,
  file,
  onJump,
}: {
  result: CheckResult
  file: File
  onJump: (claim: string) => void
}) {
  const t = useWords(words)
  const house = useHouse()
  const account = useAccount()
  const { actions, records } = useCatalogue()
  const [chosen, setChosen] = useState<{ document: number; place?: string; period?: string }>({ document: 0 })
  const about = result.documents[chosen.document]
  const place = chosen.place ?? about?.place ?? account.division
  const period = chosen.period ?? about?.period ?? String(Number(house.latestPeriod.slice(0, 4)) - 1)
  const query = useQuery({
    queryKey: ['reconcile', result.document, chosen.document, place, period],
    queryFn: ({ signal }) => {
      const form = new FormData()
      form.set('file', file)
      const asked = { place, period, document: chosen.document }
      return call<Reconciliation>('/api/check/reconcile', { method: 'POST', form, query: asked, signal })
    },
  })
  const claims = new Map(result.claims.map((claim) => [claim.id, claim]))
  const maps = actions.has('figure-check.mapping.map') && account.division === house.county.code
  return (
    <Panel
      title={t.reconcile}
      aside={
        records.has('figure-check.mapping') && (
          <Link to="/records/$record" params={{ record: 'figure-check.mapping' }}>
            {t.mappings}
          </Link>
        )
      }
    >
      <p className="quiet">{t.reconcileAbout}</p>
      <div className="filters reconcile-frame">
        {result.documents.length > 1 && (
          <select
            className="field"
            aria-label={t.whichDocument}
            value={chosen.document}
            onChange={(event) => setChosen({ document: Number(event.target.value) })}
          >
            {result.documents.map((document, index) => (
              <option key={document.start} value={index}>
                {document.title}
              </option>
            ))}
          </select>
        )}
        <PlaceField
          value={place}
          top={account.division}
          onChange={(code) => code && setChosen({ ...chosen, period, place: code })}
        />
        <PeriodChoice
          value={period}
          latest={house.latestPeriod}
          onChange={(next) => setChosen({ ...chosen, place, period: next })}
        />
      </div>
      <Ready query={query}>
        {(answer) => (
          <>
            <Compared answer={answer} claims={claims} onJump={onJump} />
            {answer.elsewhere.length > 0 && <p className="quiet">{t.elsewhere(answer.elsewhere.length)}</p>}
            {answer.absent.length > 0 && <p className="quiet">{t.absent(answer.absent.length)}</p>}
            <Unmapped
              claims={answer.unmapped.flatMap((id) => claims.get(id) ?? [])}
              maps={maps}
              onMapped={() => void query.refetch()}
            />
          </>
        )}
      </Ready>
    </Panel>
  )
}
