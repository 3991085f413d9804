import { useDeferredValue, useState } from 'react'
import Modal from 'antd/es/modal'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Ready } from '../parts/states.tsx'
import type { Place } from '../api/types.ts'
import { usePlace, usePlaceSearch, usePlacesUnder } from './places.ts'
import { words } from './words.ts'

interface Choice {
  code: string
  name: string
}

function PlaceRow({
  place,
  onChoose,
  onEnter,
}: {
  place: Place
  onChoose: (choice: Choice) => void
  onEnter?: (() => void) | undefined
}) {
  const t = useWords(words)
  return (
    <li className="place-row">
      <button type="button" className="place-row-name" onClick={() => onChoose(place)}>
        {place.name} <span className="quiet small">{t[place.level]}</span>
      </button>
      {onEnter && !place.leaf && (
        <button type="button" className="bar-button" onClick={onEnter}>
          {t.below}
          <Icon name="right" />
          <span className="unseen">{place.name}</span>
        </button>
      )}
    </li>
  )
}

/** Chooses a place by walking down or by name. Children are fetched when they are opened. */
export default function PlaceDialog({
  start,
  top,
  kind = 'division',
  onChoose,
  onClose,
}: {
  start: string
  top: string
  kind?: 'division' | 'institution'
  onChoose: (choice: Choice) => void
  onClose: () => void
}) {
  const t = useWords(words)
  const [at, setAt] = useState(start)
  const [q, setQ] = useState('')
  const wanted = useDeferredValue(q.trim())
  const place = usePlace(at)
  // A village has no places below: its siblings are the choice.
  const list = place.data?.leaf && kind === 'division' && at !== top ? (place.data.parent ?? at) : at
  const children = usePlacesUnder(list, kind)
  const divisions = usePlacesUnder(kind === 'institution' ? list : undefined)
  const found = usePlaceSearch(wanted, kind)
  const here = usePlace(list)
  const steps = here.data
    ? [...here.data.ancestors.filter((ancestor) => ancestor.code.length >= top.length), here.data]
    : []
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={kind === 'division' ? t.choose : t.chooseInstitution}
      width={520}
    >
      <input
        className="field"
        type="search"
        placeholder={t.search}
        aria-label={t.search}
        value={q}
        onChange={(event) => setQ(event.target.value)}
        autoFocus
      />
      {wanted ? (
        <Ready query={found}>
          {(places) => (
            <ul className="place-list">
              {places.length === 0 && <li className="quiet">{t.none}</li>}
              {places.map((item) => (
                <PlaceRow key={item.code} place={item} onChoose={onChoose} />
              ))}
            </ul>
          )}
        </Ready>
      ) : (
        <>
          <ol className="place-steps">
            {steps.map((step) => (
              <li key={step.code}>
                <button type="button" className="link-button" onClick={() => setAt(step.code)}>
                  {step.name}
                </button>
              </li>
            ))}
          </ol>
          {kind === 'division' && here.data && (
            <Button onClick={() => onChoose({ code: list, name: here.data.name })}>{t.take(here.data.name)}</Button>
          )}
          <Ready query={children}>
            {(places) => (
              <ul className="place-list">
                {places.map((item) => (
                  <PlaceRow
                    key={item.code}
                    place={item}
                    onChoose={onChoose}
                    onEnter={kind === 'division' ? () => setAt(item.code) : undefined}
                  />
                ))}
                {kind === 'institution' &&
                  divisions.data?.map((item) => (
                    <li key={item.code} className="place-row">
                      <button type="button" className="place-row-name" onClick={() => setAt(item.code)}>
                        {item.name} <Icon name="right" />
                      </button>
                    </li>
                  ))}
              </ul>
            )}
          </Ready>
        </>
      )}
    </Modal>
  )
}
