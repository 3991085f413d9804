import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { FigureDetail, QuotedFigure } from '../api/figure-types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Change } from '../parts/change.tsx'
import { momentText } from '../parts/moment.tsx'
import { changeOf, grouped } from '../parts/number.ts'
import { Facts } from '../parts/page.tsx'
import { periodTitle } from '../parts/period.ts'
import { Ready } from '../parts/states.tsx'
import { StatusMark } from '../parts/status.tsx'
import { DataTable } from '../parts/table.tsx'
import { Value, type FigureKey } from '../parts/value.tsx'
import { useRight } from '../session/session.ts'
import { NotesOn } from './notes.tsx'
import { Quoted } from './quoted.tsx'
import { Revise } from './revise.tsx'
import { TraceRows } from './trace-rows.tsx'
import { words } from './words.ts'
import './figure.css'

/** The figure with everything behind it. */
export function useFigure({ indicator, place, period }: FigureKey) {
  return useQuery({
    queryKey: ['figure', indicator, place, period],
    queryFn: ({ signal }) =>
      get<FigureDetail | QuotedFigure>(`/api/figures/${indicator}/${place}/${period}`, {}, signal),
  })
}

/** One term of the figure; choosing it shows its rows. */
function Term({
  label,
  title,
  value,
  counts,
  chosen,
  onChoose,
}: {
  label: string
  title: string
  value: string | null
  counts: string
  chosen: boolean
  onChoose: () => void
}) {
  return (
    <button type="button" className="term" aria-pressed={chosen} onClick={onChoose}>
      <span className="small quiet">{label}</span>
      <span className="term-value">
        <Value value={value} />
      </span>
      <span>{title}</span>
      {counts && <span className="small quiet">{counts}</span>}
    </button>
  )
}

function Detail({ detail, figure }: { detail: FigureDetail; figure: FigureKey }) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const mayRevise = useRight('close-periods')
  const { figure: value, indicator, history } = detail
  const [side, setSide] = useState<'numerator' | 'denominator'>('numerator')
  const ratio = indicator.kind === 'ratio'
  const countsOf = (terms: FigureDetail['indicator']['terms']['numerator']) =>
    terms.map((term) => `${term.weight < 0 ? '− ' : ''}${say(term.counts)}`).join('；')
  const unit = say(indicator.unit)
  const shown = (amount: string | null) => (
    <>
      <Value value={amount} />
      {amount !== null && unit}
    </>
  )
  const comparison = (base: string | null) => {
    const change = changeOf(value.value, base, ratio, indicator.decimals)
    return (
      <span className="comparison">
        <span>{shown(base)}</span>
        {change && <Change change={change.change} kind={change.kind} unit={indicator.unit} better={indicator.better} />}
      </span>
    )
  }
  return (
    <div className="figure-body">
      <div className="figure-lead">
        <p className="figure-number">
          <Value value={value.value} denominator={ratio ? value.denominator : undefined} withheld={value.withheld} />
          {value.value !== null && <span className="headline-unit">{unit}</span>}
        </p>
        <p className="figure-what">
          {value.placeName} · {say(periodTitle(value.period))} <StatusMark status={value.status} />
          {value.closedOn && <span className="small quiet"> {t.closedOn(value.closedOn.slice(0, 10))}</span>}
        </p>
      </div>
      <div className="terms">
        <Term
          label={ratio ? t.numerator : t.quantity}
          title={say(indicator.numerator)}
          value={value.numerator}
          counts={countsOf(indicator.terms.numerator)}
          chosen={side === 'numerator'}
          onChoose={() => setSide('numerator')}
        />
        {ratio && (
          <Term
            label={t.denominator}
            title={say(indicator.denominator)}
            value={value.denominator}
            counts={countsOf(indicator.terms.denominator)}
            chosen={side === 'denominator'}
            onChoose={() => setSide('denominator')}
          />
        )}
      </div>
      <NotesOn figure={figure} />
      <h3 className="section-title">{t.definition}</h3>
      <Facts
        columns={1}
        facts={[
          [c.basis, say(indicator.basis)],
          [t.source, indicator.source],
          [t.lastYear, comparison(value.lastYear)],
          value.previous !== null && [t.previous, comparison(value.previous)],
          value.target !== null && [t.target, shown(value.target)],
          value.rank !== null && value.rankedOf !== null && [t.rank, t.rankOf(value.rank, value.rankedOf)],
          [t.better, t[indicator.better]],
          value.completeness !== null &&
            value.completeness !== undefined && [t.completeness, `${grouped(value.completeness)}%`],
          [t.computed, value.computedAt ? <span className="number">{momentText(value.computedAt)}</span> : '—'],
          [t.version, String(indicator.version)],
        ]}
      />
      <h3 className="section-title">{t.history}</h3>
      {history.length === 0 ? (
        <p className="quiet">{t.noHistory}</p>
      ) : (
        <DataTable
          caption={t.history}
          quietCaption
          rows={history}
          rowKey={(row) => row.revisedAt}
          columns={[
            {
              key: 'at',
              title: c.date,
              head: true,
              render: (row) => <span className="number">{momentText(row.revisedAt)}</span>,
            },
            { key: 'old', title: t.old, align: 'right', unit, render: (row) => <Value value={row.oldValue} /> },
            { key: 'new', title: t.now, align: 'right', unit, render: (row) => <Value value={row.newValue} /> },
            { key: 'reason', title: t.reason, render: (row) => row.reason },
            { key: 'by', title: t.by, render: (row) => row.revisedByName ?? '—' },
          ]}
        />
      )}
      {mayRevise && value.status !== 'provisional' && <Revise figure={figure} />}
      <h3 className="section-title">
        {t.rows}：{say(side === 'numerator' ? indicator.numerator : indicator.denominator)}
      </h3>
      <TraceRows key={side} figure={figure} side={side} />
    </div>
  )
}

/** Definition, terms, comparison, closing, revisions and rows of one figure. */
export function FigureBody({ figure }: { figure: FigureKey }) {
  const query = useFigure(figure)
  return (
    <Ready query={query}>
      {(detail) => ('quoted' in detail ? <Quoted {...detail} /> : <Detail detail={detail} figure={figure} />)}
    </Ready>
  )
}

/** The ways from a figure to the pages around it. */
export function FigureWays({ figure, page }: { figure: FigureKey; page: boolean }) {
  const t = useWords(words)
  return (
    <span className="figure-ways">
      {!page && (
        <Link to="/figures/$indicator/$place/$period" params={figure}>
          {t.asPage}
        </Link>
      )}
      <Link to="/explorer" search={{ indicators: figure.indicator, places: figure.place, periods: figure.period }}>
        {t.explore}
      </Link>
    </span>
  )
}
