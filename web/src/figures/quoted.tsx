import { Link } from '@tanstack/react-router'
import type { QuotedFigure } from '../api/figure-types.ts'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Facts } from '../parts/page.tsx'
import { StatusMark } from '../parts/status.tsx'
import { Value } from '../parts/value.tsx'
import { words } from './words.ts'

/** What an issued document says of a figure whose rows lie beyond the reader's own place. */
export function Quoted({ quoted: { figure, document } }: QuotedFigure) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const term = (of: typeof figure.numerator) =>
    of && (
      <>
        {say(of.title)}：<Value value={of.value} />
      </>
    )
  const title = document.number ? `${document.title}（${document.number}）` : document.title
  return (
    <div className="figure-body">
      <div className="figure-lead">
        <p className="figure-number">
          <Value value={figure.value} denominator={figure.denominator?.value} />
          {figure.value !== null && <span className="headline-unit">{say(figure.unit)}</span>}
        </p>
        <p className="figure-what">
          {say(figure.place.title)} · {say(figure.period.title)} <StatusMark status={figure.status} />
          {figure.closedOn && <span className="small quiet"> {t.closedOn(figure.closedOn.slice(0, 10))}</span>}
        </p>
      </div>
      <Facts
        columns={1}
        facts={[
          figure.numerator !== null && [figure.denominator ? t.numerator : t.quantity, term(figure.numerator)],
          figure.denominator !== null && [t.denominator, term(figure.denominator)],
          [c.basis, say(figure.basis)],
          [t.version, String(figure.definitionVersion)],
          [
            t.quotedIn,
            document.kind === 'bulletin' ? (
              <Link to="/bulletins/$id" params={{ id: document.id }}>
                {title}
              </Link>
            ) : (
              title
            ),
          ],
        ]}
      />
      <p className="quiet">{t.quotedHint}</p>
    </div>
  )
}
