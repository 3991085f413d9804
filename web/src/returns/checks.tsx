import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { grouped } from '../parts/number.ts'
import { Panel } from '../parts/page.tsx'
import { Chip } from '../parts/status.tsx'
import { cellTitles, type Return } from './types.ts'
import { words } from './words.ts'

function goTo(cell: string | undefined) {
  const found = document.getElementById(`cell-${cell}`)
  found?.scrollIntoView({ block: 'center' })
  found?.focus()
}

/** What the checks found, with the way to the cell and the place to explain; numbers out of line; what changed between versions. */
export function Checks({
  data,
  explanations,
  writes,
  onExplain,
}: {
  data: Return
  explanations: Readonly<Record<string, string>>
  writes: boolean
  onExplain: (check: string, text: string) => void
}) {
  const t = useWords(words)
  const say = useText()
  const titles = cellTitles(data.layout.parts)
  const score = (z: number | null, modified: number | null) =>
    modified === null ? `z = ${z?.toFixed(1)}` : `M = ${modified.toFixed(1)}`
  const changes = (list: Return['changesSince']) =>
    list.length === 0 ? (
      <p className="quiet small">{t.unchanged}</p>
    ) : (
      <ul className="small">
        {list.map((change) => (
          <li key={change.cell}>
            {say(titles.get(change.cell))}：{change.before === null ? '—' : grouped(change.before)} →{' '}
            <strong>{change.after === null ? '—' : grouped(change.after)}</strong>
          </li>
        ))}
      </ul>
    )
  return (
    <aside className="return-checks">
      <Panel title={t.checks}>
        {data.findings.length === 0 && <p className="return-passed">{t.passed}</p>}
        <ol>
          {data.findings.map((finding) => (
            <li key={finding.check} className={`return-finding return-finding-${finding.severity}`}>
              <button type="button" className="link-button" onClick={() => goTo(finding.cells[0])}>
                <Chip tone={finding.severity === 'error' ? 'bad' : 'warn'}>{t[finding.severity]}</Chip>{' '}
                {say(finding.title)}
              </button>
              <div className="small">{say(finding.detail)}</div>
              <div className="small quiet">{say(finding.remedy)}</div>
              {finding.severity === 'warning' &&
                (writes ? (
                  <textarea
                    rows={2}
                    aria-label={`${t.explanation}：${say(finding.title)}`}
                    placeholder={t.explanation}
                    value={explanations[finding.check] ?? ''}
                    onChange={(event) => onExplain(finding.check, event.target.value)}
                  />
                ) : (
                  <div className="small">
                    {t.explanation}：{explanations[finding.check] ?? '—'}
                  </div>
                ))}
            </li>
          ))}
        </ol>
      </Panel>
      {data.outliers.length > 0 && (
        <Panel title={t.outliers}>
          <ul>
            {data.outliers.map((each) => (
              <li key={each.cell} className="return-finding">
                <button type="button" className="link-button" onClick={() => goTo(each.cell)}>
                  {say(titles.get(each.cell))}
                </button>
                <div className="small">
                  {t.outlier(
                    grouped(each.value),
                    grouped(each.least),
                    grouped(each.most),
                    score(each.z, each.modifiedZ),
                  )}
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {data.versions.length > 0 && (
        <Panel title={t.versions}>
          {(data.state === 'open' || data.state === 'returned') && (
            <>
              <h3 className="small">{t.sinceSent}</h3>
              {changes(data.changesSince)}
            </>
          )}
          {[...data.versions].reverse().map((version) => (
            <div key={version.number}>
              <h3 className="small">{t.versionOf(version.number, version.sentOn)}</h3>
              {version.number > 1 && changes(version.changes)}
            </div>
          ))}
        </Panel>
      )}
    </aside>
  )
}
