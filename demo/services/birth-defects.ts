import type { DefectId } from '@kangheng/domains/public-health/birth-defects/defects.ts'
import {
  ASK_AFTER,
  DIAGNOSIS_WITHIN,
  screenings,
  type ScreeningId,
} from '@kangheng/domains/public-health/birth-defects/surveillance.ts'
import { RECORDS_FROM, TODAY, type Day } from '../days.ts'
import { livesHere } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import type { Model } from '../model.ts'
import type { Pregnancy } from './maternal-health.ts'

/** A child born with a defect, as reported. */
export interface DefectCase {
  readonly pregnancy: Pregnancy
  readonly defects: readonly DefectId[]
  readonly diagnosedOn: Day
  readonly reportedOn: Day
  readonly reviewedOn: Day | null
}

export interface FolicAcidIssue {
  readonly pregnancy: Pregnancy
  readonly on: Day
  readonly stage: 'before' | 'early'
  readonly bottles: number
  readonly askedOn: Day | null
  readonly taking: string | null
}

export interface PrenatalOffer {
  readonly pregnancy: Pregnancy
  readonly kind: ScreeningId
  readonly on: Day
  readonly weeks: number
  readonly accepted: boolean
  readonly testedOn: Day | null
  readonly result: 'low' | 'critical' | 'high' | null
  readonly diagnosed: { readonly on: Day; readonly abnormal: boolean } | 'declined' | null
}

export interface BirthDefectPlan {
  readonly cases: readonly DefectCase[]
  readonly issues: readonly FolicAcidIssue[]
  readonly offers: readonly PrenatalOffer[]
}

/** Children with a defect among those born in an institution, as surveillance of hospitals finds it. */
const RATE = 0.0128
/** How often each defect comes. */
const shares: readonly (readonly [DefectId, number])[] = [
  ['heart', 34],
  ['polydactyly', 17],
  ['microtia', 4],
  ['ear', 6],
  ['cleft-lip-palate', 4],
  ['cleft-lip', 3],
  ['cleft-palate', 3],
  ['syndactyly', 6],
  ['clubfoot', 4],
  ['hypospadias', 5],
  ['hydrocephalus', 3],
  ['anus', 3],
  ['down-syndrome', 2],
  ['spina-bifida', 1],
  ['limb-reduction', 1],
]
const SHARE_OF_FOLIC_ACID = 0.62
const SHARE_OF_OFFERS = 0.86
/** Those who accept a screening. */
const ACCEPTS = 0.9

function caseOf(random: Random, pregnancy: Pregnancy): DefectCase | null {
  const { born } = pregnancy
  if (!born || born.place === 'elsewhere' || !random.chance(RATE)) return null
  const draw = () => shares[random.weighted(shares.map(([, share]) => share))]![0]
  const defects = [...new Set([draw(), ...(random.chance(0.06) ? [draw()] : [])])]
  const { birth } = born.child
  const prenatal = random.chance(0.42)
  const diagnosedOn = prenatal ? birth - random.int(20, 110) : birth + random.int(0, 5)
  const from = Math.max(birth, diagnosedOn)
  const reportedOn = from + (random.chance(0.94) ? random.int(0, 6) : random.int(8, 15))
  if (reportedOn > TODAY) return null
  const reviewedOn = reportedOn + random.int(2, 14)
  return { pregnancy, defects, diagnosedOn, reportedOn, reviewedOn: reviewedOn <= TODAY ? reviewedOn : null }
}

function issueOf(random: Random, pregnancy: Pregnancy): FolicAcidIssue | null {
  const stage = random.chance(0.55) ? 'before' : 'early'
  const given = random.chance(SHARE_OF_FOLIC_ACID)
  const on = stage === 'before' ? pregnancy.lastPeriodOn - random.int(20, 80) : pregnancy.bookedOn
  if (!given || on < RECORDS_FROM || on > TODAY || !livesHere(pregnancy.woman, on)) return null
  const asked = on + ASK_AFTER + random.int(-5, 10)
  const answers = asked <= TODAY && random.chance(0.93)
  const taking = answers ? ['regular', 'irregular', 'none'][random.weighted([88, 10, 2])]! : null
  return { pregnancy, on, stage, bottles: 3, askedOn: answers ? asked : null, taking }
}

function offerOf(random: Random, pregnancy: Pregnancy): PrenatalOffer | null {
  const kind = (['serum-mid', 'nipt', 'serum-early'] as const)[random.weighted([52, 40, 8])]!
  const [from, to] = screenings[kind].weeks
  const visit = pregnancy.visits.find(({ weeks }) => weeks <= to)
  if (!visit || visit.on < RECORDS_FROM || !random.chance(SHARE_OF_OFFERS)) return null
  const on = visit.on
  const accepted = random.chance(ACCEPTS)
  const testedOn = Math.max(on, pregnancy.lastPeriodOn + 7 * from) + random.int(0, 6)
  const until = Math.min(TODAY, (pregnancy.born?.child.birth ?? pregnancy.endedOn ?? TODAY + 1) - 1)
  if (!accepted || testedOn > until)
    return { pregnancy, kind, on, weeks: visit.weeks, accepted, testedOn: null, result: null, diagnosed: null }
  const result = (['low', 'critical', 'high'] as const)[random.weighted(kind === 'nipt' ? [98.5, 0.5, 1] : [92, 4, 4])]!
  const diagnosedOn = testedOn + random.int(4, DIAGNOSIS_WITHIN)
  const diagnosed =
    result === 'low' || diagnosedOn > until
      ? null
      : random.chance(0.12)
        ? 'declined'
        : { on: diagnosedOn, abnormal: random.chance(0.06) }
  return { pregnancy, kind, on, weeks: visit.weeks, accepted, testedOn, result, diagnosed }
}

const present = <Item>(item: Item | null): item is Item => item !== null

/** Defects, folic acid and prenatal screening of the pregnancies of these years. */
export function planBirthDefects({ pregnancies, seed }: Pick<Model, 'pregnancies' | 'seed'>): BirthDefectPlan {
  const random = randomOf(seed, 'birth defects')
  return {
    cases: pregnancies.map((each) => caseOf(random, each)).filter(present),
    issues: pregnancies.map((each) => issueOf(random, each)).filter(present),
    offers: pregnancies.map((each) => offerOf(random, each)).filter(present),
  }
}
