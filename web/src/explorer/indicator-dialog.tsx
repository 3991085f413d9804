import { useState } from 'react'
import Modal from 'antd/es/modal'
import { common } from '../language/common.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Unit } from '../parts/unit.tsx'
import { Button } from '../parts/button.tsx'
import { useHouse } from '../shell/house.ts'
import { words } from './words.ts'

/** Chooses indicators by line of business or by name. */
export default function IndicatorDialog({
  chosen,
  onDone,
  onClose,
}: {
  chosen: readonly string[]
  onDone: (ids: string[]) => void
  onClose: () => void
}) {
  const t = useWords(words)
  const c = useWords(common)
  const say = useText()
  const house = useHouse()
  const [ids, setIds] = useState<readonly string[]>(chosen)
  const [q, setQ] = useState('')
  const wanted = q.trim().toLowerCase()
  const domains = house.domains
    .map((domain) => ({
      ...domain,
      indicators: domain.indicators.filter(
        (indicator) => !wanted || `${indicator.title.zh} ${indicator.title.en}`.toLowerCase().includes(wanted),
      ),
    }))
    .filter((domain) => domain.indicators.length > 0)
  return (
    <Modal open title={t.chooseIndicators} width={680} onCancel={onClose} footer={null}>
      <input
        className="field"
        type="search"
        aria-label={t.findIndicator}
        placeholder={t.findIndicator}
        value={q}
        onChange={(event) => setQ(event.target.value)}
        autoFocus
      />
      <div className="indicator-choices">
        {domains.map((domain) => (
          <fieldset key={domain.id}>
            <legend>{say(domain.title)}</legend>
            {domain.indicators.map((indicator) => (
              <label key={indicator.id} className="tick">
                <input
                  type="checkbox"
                  checked={ids.includes(indicator.id)}
                  onChange={(event) =>
                    setIds(event.target.checked ? [...ids, indicator.id] : ids.filter((id) => id !== indicator.id))
                  }
                />
                {say(indicator.title)} <Unit unit={say(indicator.unit)} />
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <div className="form-actions">
        <Button look="main" disabled={ids.length === 0} onClick={() => onDone([...ids])}>
          {c.confirm}
        </Button>
        <Button onClick={onClose}>{c.cancel}</Button>
      </div>
    </Modal>
  )
}
