import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import type { ExaminedGroup } from '@kangheng/domains/public-health/physical-examination/groups.ts'
import { isQualitative, items, type ItemId } from '@kangheng/domains/public-health/physical-examination/items.ts'
import { isCritical, judgeResult } from '@kangheng/domains/public-health/physical-examination/ranges.ts'
import { notifyLimit } from '@kangheng/domains/public-health/physical-examination/result-actions.ts'
import * as tables from '@kangheng/domains/public-health/physical-examination/tables.ts'
import { addMinutes, momentOf } from '@kangheng/kernel/period/moment.ts'
import { dayOf, isoOf, TODAY, yearsBetween } from '../days.ts'
import { serialIn } from '../layer.ts'
import type { Model } from '../model.ts'
import { randomOf } from '../random.ts'
import { ARRIVALS_FROM, planCampaigns, type PlannedAttendance } from '../services/examination-campaigns.ts'
import { examinationColumns, type MadeForms } from './examinations.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

/** Laboratory results are kept of the last weeks: enough for every page to have life. */
const RESULTS_FROM = dayOf('2025-12-08')

const head = (
  county: string,
  id: string,
  division: string,
  institution: string,
  person: string | null,
  on: number,
  state: string,
) => {
  const day = isoOf(on)
  return [county, id, division, institution, person, day, state, evening(day)]
}

/** What stands on the samples of an arrival. */
const barcodeOf = ({ layer }: Model, index: number) => `T25${String(serialIn(layer, index)).padStart(6, '0')}`

const columnOf = new Map(examinationColumns.map((name, place) => [name as string, place]))

function* attendanceRows(
  model: Model,
  planned: ReturnType<typeof planCampaigns>,
  forms: MadeForms,
): Generator<CopyValue[]> {
  const { county, seed, idOf, checkUps, key } = model
  const random = randomOf(seed, 'arrivals')
  for (const [index, { checkUp, stop }] of planned.attendances.entries()) {
    const reportedAfter = random.int(3, 25)
    const form = forms.get(checkUp)
    if (!form) continue
    const { person, on, older } = checkUps[checkUp]!
    const village = person.household.village.code
    const known = key.groupsOf(person)
    const groups: ExaminedGroup[] = [
      ...(older ? (['older'] as const) : []),
      ...(['hypertension', 'diabetes'] as const).filter((each) => known.includes(each)),
    ]
    const told = on + reportedAfter <= TODAY
    const finding = known.includes('hypertension') || known.includes('diabetes') ? 'known-patient' : 'recheck'
    yield [
      ...head(
        county,
        idOf('examination-arrival', index),
        village,
        centreCode(village.slice(0, 9)),
        person.id,
        on,
        told ? 'reported' : 'arrived',
      ),
      ...[
        idOf('examination-stop', stop),
        idOf('examination-campaign', planned.stops[stop]!.campaign),
        person.household.headName,
      ],
      ...[JSON.stringify(groups), barcodeOf(model, index), '["general","blood","urine","ecg","ultrasound"]'],
      ...[idOf('check-up', checkUp), told ? finding : null, told ? isoOf(on + reportedAfter) : null],
    ]
  }
}

function* resultRows(
  model: Model,
  attendances: readonly PlannedAttendance[],
  forms: MadeForms,
): Generator<CopyValue[]> {
  const { county, idOf, checkUps } = model
  let serial = 0
  for (const [index, { checkUp }] of attendances.entries()) {
    const form = forms.get(checkUp)
    const { person, on } = checkUps[checkUp]!
    if (!form || on < RESULTS_FROM) continue
    const village = person.household.village.code
    const whom = { sex: person.sex, age: yearsBetween(person.birth, on), on: isoOf(on) }
    const measuredAt = momentOf(whom.on, '10:20')
    for (const item of Object.keys(items) as ItemId[]) {
      const place = columnOf.get(item)
      const found = place === undefined ? null : form[place]
      if (found === null || found === undefined) continue
      const degree = isQualitative(item) ? String(found) : null
      const value = degree === null ? Number(found) : null
      const { flag, low, high } = judgeResult(item, { value, degree }, whom)
      const critical = isCritical(flag)
      const told = critical && on < TODAY - 1
      yield [
        ...head(
          county,
          idOf('examination-result', serial++),
          village,
          centreCode(village.slice(0, 9)),
          person.id,
          on,
          told ? 'notified' : critical ? 'to-notify' : 'judged',
        ),
        ...[
          idOf('examination-arrival', index),
          barcodeOf(model, index),
          item,
          value,
          degree,
          low,
          high,
          flag,
          measuredAt,
        ],
        ...[`${String(found)} ${items[item].unit}`.trim(), critical ? notifyLimit(measuredAt) : null],
        ...(told
          ? [addMinutes(measuredAt, 40 + (serial % 9) * 200), '本人', '电话通知，当日到县医院就诊']
          : [null, null, null]),
      ]
    }
  }
}

/** Campaigns and stops of the year, arrivals and laboratory results of its last weeks; `forms` are filled while the examinations are made. */
export function campaignTables(model: Model, forms: MadeForms): TableRows[] {
  const { county, idOf } = model
  const planned = planCampaigns(model.population, model.checkUps)
  const late = planned.attendances.filter(({ checkUp }) => model.checkUps[checkUp]!.on >= RESULTS_FROM).length
  return [
    rowsFor(
      tables.campaigns,
      [...recordColumns, 'title', 'vehicle', 'startsOn', 'endsOn', 'groups'],
      planned.campaigns.length,
      planned.campaigns.map(({ township, title, from, to }, index) => [
        ...head(
          county,
          idOf('examination-campaign', index),
          township,
          centreCode(township),
          null,
          from - 20,
          to < TODAY ? 'closed' : 'open',
        ),
        ...[title, '健康体检车', isoOf(from), isoOf(to), '["older","hypertension","diabetes"]'],
      ]),
    ),
    rowsFor(
      tables.stops,
      [...recordColumns, 'campaign', 'visitsOn', 'village', 'meetingPlace'],
      planned.stops.length,
      planned.stops.map(({ campaign, village, on }, index) => [
        ...head(
          county,
          idOf('examination-stop', index),
          village,
          centreCode(village.slice(0, 9)),
          null,
          planned.campaigns[campaign]!.from - 15,
          on < ARRIVALS_FROM ? 'done' : 'listed',
        ),
        ...[idOf('examination-campaign', campaign), isoOf(on), village, '村卫生室'],
      ]),
    ),
    rowsFor(
      tables.attendances,
      [
        ...recordColumns,
        'stop',
        'campaign',
        'household',
        'groups',
        'barcode',
        'stations',
        'examination',
        'finding',
        'reportedOn',
      ],
      planned.attendances.length,
      attendanceRows(model, planned, forms),
    ),
    rowsFor(
      tables.results,
      // prettier-ignore
      [...recordColumns, 'attendance', 'sample', 'item', 'value', 'degree', 'low', 'high', 'flag', 'measuredAt', 'original', 'notifyBy', 'notifiedAt', 'notifiedWhom', 'handling'],
      late * 12,
      resultRows(model, planned.attendances, forms),
    ),
  ]
}
