import { useState } from 'react'
import { asProblem } from '../api/problem.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/page.tsx'
import { Failure } from '../parts/states.tsx'
import { Chip } from '../parts/status.tsx'
import { useAccount } from '../session/session.ts'
import { useCatalogue } from '../shell/house.ts'
import { Labelled, Options } from './part-fields.tsx'
import type { Station, WantedDose } from './types.ts'
import { useAct } from './use-act.ts'
import { titleOf, useInputs, valuesOf } from './use-inputs.ts'
import { words } from './words.ts'

/** Statements of the verification among the inputs of a dose. */
const isPoint = (name: string) => /(?:Checked|Compared)$|^confirmedByGuardian$/.test(name)

function DoseChoice({
  wanted,
  chosen,
  onChoose,
}: {
  wanted: readonly WantedDose[]
  chosen: string
  onChoose: (dose: string) => void
}) {
  const t = useWords(words)
  const say = useText()
  const { records } = useCatalogue()
  const titles = records.get('immunization.vaccination')?.fields['dose']?.values
  return (
    <div className="vaccination-doses" role="radiogroup" aria-label={t.wanted}>
      {wanted.map((each) => (
        <label key={each.dose} className={`choice ${each.lot ? '' : 'vaccination-without'}`}>
          <input
            type="radio"
            name="dose"
            value={each.dose}
            disabled={!each.lot}
            checked={chosen === each.dose}
            onChange={() => onChoose(each.dose)}
          />
          <span>
            <strong>{say(titles?.[each.dose])}</strong> {each.overdue && <Chip tone="warn">{t.overdue}</Chip>}
            <br />
            <span className="small quiet">
              {each.lot ? t.lot(each.lot.lotNumber, each.lot.expiresOn) : each.problem === 'held' ? t.held : t.noLot}
            </span>
          </span>
        </label>
      ))}
    </div>
  )
}

/** Each point with what is to be compared beside it; every one is confirmed by itself. */
function Points({
  dose,
  station,
  site,
  done,
  onDone,
  faults,
}: {
  dose: WantedDose
  station: Station
  site: string
  done: readonly string[]
  onDone: (names: string[]) => void
  faults: Readonly<Record<string, string>>
}) {
  const t = useWords(words)
  const say = useText()
  const inputs = useInputs('vaccination.give')
  const { records } = useCatalogue()
  const vaccine = say(records.get('immunization.vaccination')?.fields['vaccine']?.values?.[dose.vaccine])
  const shown: Readonly<Record<string, string>> = {
    vaccineChecked: dose.lot ? t.lot(dose.lot.lotNumber, dose.lot.expiresOn) : '',
    nameCompared: station.visit.name,
    ageCompared: station.visit.birth,
    vaccineCompared: vaccine,
    quantityCompared: dose.quantity ?? '',
    siteCompared: say(valuesOf(inputs['site'])[site]),
    routeCompared: dose.route ? say(valuesOf(inputs['route'])[dose.route]) : '',
    confirmedByGuardian: `${vaccine} ${dose.lot?.expiresOn ?? ''}`,
  }
  const names = Object.keys(inputs).filter(isPoint)
  return (
    <fieldset className="vaccination-points">
      <legend>
        {t.verify} <span className="quiet small">{t.verifyHint}</span>{' '}
        <Chip tone={done.length === names.length ? 'good' : 'plain'}>{t.confirmed(done.length, names.length)}</Chip>
      </legend>
      {names.map((name) => (
        <label key={name} className="choice vaccination-point">
          <input
            type="checkbox"
            name={name}
            checked={done.includes(name)}
            onChange={(event) => onDone(event.target.checked ? [...done, name] : done.filter((each) => each !== name))}
          />
          <span>
            {say(titleOf(inputs[name]!))}
            {shown[name] && <strong className="vaccination-shown">{shown[name]}</strong>}
            {faults[name] && <span className="field-error">{faults[name]}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** The station of the dose: which, from which lot, where, and the verification before it. */
export function DoseForm({ station }: { station: Station }) {
  const t = useWords(words)
  const say = useText()
  const account = useAccount()
  const inputs = useInputs('vaccination.give')
  const { records } = useCatalogue()
  const vaccines = records.get('immunization.vaccination')?.fields['vaccine']?.values
  const [chosen, setChosen] = useState('')
  const [site, setSite] = useState('')
  const [done, setDone] = useState<string[]>([])
  const [vaccinator, setVaccinator] = useState(account.name)
  const again = () => {
    setChosen('')
    setDone([])
  }
  const act = useAct(again)
  const dose = station.wanted.find((each) => each.dose === chosen)
  const faults = act.error ? asProblem(act.error).fields : {}
  const elsewhere = Object.keys(faults).every((name) => !isPoint(name) && name !== 'vaccinator')
  const sites = Object.fromEntries(
    Object.entries(valuesOf(inputs['site'])).filter(
      ([name]) => !dose || dose.sites.length === 0 || dose.sites.includes(name),
    ),
  )
  return (
    <Panel title={t.wanted}>
      {station.given.length > 0 && (
        <p>
          {t.given}：
          {station.given
            .map(({ vaccine, lotNumber }) => `${say(vaccines?.[vaccine])}（${lotNumber ?? ''}）`)
            .join('、')}
        </p>
      )}
      {station.wanted.length === 0 ? (
        <p className="quiet">{t.nothingWanted}</p>
      ) : (
        <form
          className="form vaccination-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!dose?.lot) return
            const points = Object.fromEntries(
              Object.keys(inputs)
                .filter(isPoint)
                .map((name) => [name, done.includes(name)]),
            )
            act.mutate({
              action: 'vaccination.give',
              input: {
                ...{ person: station.visit.person, visit: station.visit.id, lot: dose.lot.id },
                ...{ site, route: dose.route ?? 'intramuscular', vaccinator, ...points },
              },
            })
          }}
        >
          <DoseChoice
            wanted={station.wanted}
            chosen={chosen}
            onChoose={(next) => {
              setChosen(next)
              setDone([])
              setSite(station.wanted.find((each) => each.dose === next)?.sites[0] ?? 'left-arm')
            }}
          />
          {dose && (
            <>
              <Options
                name="site"
                label={t.site}
                values={sites}
                chosen={[site]}
                onChange={([next]) => setSite(next ?? '')}
              />
              <Points dose={dose} station={station} site={site} done={done} onDone={setDone} faults={faults} />
              <Labelled id="vaccinator" label={t.vaccinator} fault={faults['vaccinator']}>
                <input
                  id="vaccinator"
                  className="field"
                  value={vaccinator}
                  onChange={(event) => setVaccinator(event.target.value)}
                />
              </Labelled>
              {act.error && elsewhere && <Failure error={act.error} />}
              <div className="form-actions">
                <Button type="submit" look="main" busy={act.isPending}>
                  {t.give}
                </Button>
              </div>
            </>
          )}
        </form>
      )}
    </Panel>
  )
}
