import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/page.tsx'
import { Nothing } from '../parts/states.tsx'
import type { OpenSession } from './family-types.ts'
import { familyWords } from './family-words.ts'
import { useWeekday } from './use-weekday.ts'

/** Sessions with the places left in their slots; a slot is booked by pressing it. */
export function OpenSessions({
  sessions,
  busy,
  onBook,
}: {
  sessions: readonly OpenSession[]
  busy: boolean
  onBook: (session: string, slot: string) => void
}) {
  const t = useWords(familyWords)
  const say = useText()
  const weekday = useWeekday()
  return (
    <Panel title={t.choose}>
      <p className="quiet small">{t.chooseHint}</p>
      {sessions.length === 0 && <Nothing title={t.noSession} hint={t.noSessionHint} />}
      {sessions.map(({ id, heldOn, clinic, doses, slots }) => (
        <section key={id} className="family-session">
          <h3>
            <span className="number">{heldOn}</span> {weekday(heldOn)} · {clinic}
          </h3>
          <p className="small">
            {t.willGet}
            {doses.map(say).join('、')}
          </p>
          <div className="family-slots">
            {slots.map(({ slot, left }) => (
              <Button key={slot} busy={busy} disabled={left <= 0} onClick={() => onBook(id, slot)}>
                {t.book(slot)} <span className="quiet small">{left > 0 ? t.left(left) : t.full}</span>
              </Button>
            ))}
          </div>
        </section>
      ))}
    </Panel>
  )
}
