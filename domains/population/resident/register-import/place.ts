import { isBlankMark, withoutSpaces } from '@kangheng/kernel/exchange/cell-text.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { ReasonCode } from './reasons.ts'

/** Where a row places its resident: a village code, or why there is none. */
export type PlaceReading =
  | { readonly kind: 'village'; readonly code: string }
  | { readonly kind: 'refused'; readonly reasons: readonly ReasonCode[] }

/**
 * Decides township and village together (T of both cells). The township may be blank: then the village says where it is, alone or with a township in
 * front. Source: rules 1.9.
 */
export function readPlace(townshipText: string, villageText: string, gazetteer: Gazetteer): PlaceReading {
  const township = readTownship(withoutSpaces(townshipText), gazetteer)
  const village = withoutSpaces(villageText)
  const reasons: ReasonCode[] = township.kind === 'unknown' ? ['TOWNSHIP_UNKNOWN'] : []
  if (isBlankMark(village)) return { kind: 'refused', reasons: [...reasons, 'VILLAGE_MISSING'] }
  if (township.kind === 'unknown') return { kind: 'refused', reasons }
  return findVillage(village, township.kind === 'known' ? township.code : undefined, gazetteer)
}

type TownshipReading = { kind: 'blank' } | { kind: 'unknown' } | { kind: 'known'; code: string }

function readTownship(text: string, gazetteer: Gazetteer): TownshipReading {
  if (isBlankMark(text)) return { kind: 'blank' }
  const code = gazetteer.findTownship(gazetteer.withoutAncestors(text).replace(/人民政府$/, ''))
  return code === undefined ? { kind: 'unknown' } : { kind: 'known', code }
}

function findVillage(text: string, townshipOfRow: string | undefined, gazetteer: Gazetteer): PlaceReading {
  let name = gazetteer.withoutAncestors(text)
  let township = townshipOfRow
  const leading = gazetteer.leadingTownship(name)
  if (leading && (township === undefined || leading.township === township)) {
    township = leading.township
    name = leading.rest
  }
  const found = gazetteer.findVillages(name)
  const inside = township === undefined ? found : found.filter((village) => village.township === township)
  // Of two villages with one name nobody can tell which is meant without a township.
  if (inside.length === 1) return { kind: 'village', code: inside[0]!.code }
  return {
    kind: 'refused',
    reasons: [found.length > 0 && township !== undefined ? 'VILLAGE_TOWNSHIP_MISMATCH' : 'VILLAGE_UNKNOWN'],
  }
}

/** Remembers decisions: a register writes the same few hundred pairs of texts tens of thousands of times. */
export function createPlaceReader(gazetteer: Gazetteer): (townshipText: string, villageText: string) => PlaceReading {
  const decided = new Map<string, PlaceReading>()
  return (townshipText, villageText) => {
    const key = `${townshipText}\n${villageText}`
    const known = decided.get(key)
    if (known) return known
    const reading = readPlace(townshipText, villageText, gazetteer)
    if (decided.size >= 50_000) decided.clear()
    decided.set(key, reading)
    return reading
  }
}
