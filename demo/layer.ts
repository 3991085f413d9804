import { RECORD_YEARS } from './days.ts'
import { published } from './truth.ts'

/**
 * A part of a county that is too large for memory: a population of its own in the same villages, made from a seed of its own. What exists once in a place
 * (teams, packages, equipment, targets, accounts …) belongs to the first layer, and speaks for all of them.
 */
export interface Layer {
  /** 0 is the first. */
  readonly index: number
  /** How many layers the county has. */
  readonly of: number
  /** Usual residents of the largest layer. */
  readonly largest: number
}

/** A county of one layer, as the ordinary demo is. */
export const onlyLayer = (residents: number): Layer => ({ index: 0, of: 1, largest: residents })

/** Usual residents of a layer at most: what is planned of them takes some 500 MB. */
const MOST_IN_LAYER = 100_000

/** Layers of about equal size, each with its residents. */
export function planLayers(residents: number, most = MOST_IN_LAYER): { layer: Layer; residents: number }[] {
  const of = Math.ceil(residents / most)
  const largest = Math.ceil(residents / of)
  const larger = residents - (largest - 1) * of
  return Array.from({ length: of }, (_, index) => ({
    layer: { index, of, largest },
    residents: index < larger ? largest : largest - 1,
  }))
}

/** The part of the published county that so many residents are. */
export const scaleOf = (residents: number): number => residents / published.residents

/** The seed of a layer: the given one for the first, and no two alike among four thousand millions. */
export const seedOf = (seed: number, { index }: Layer): number => (seed + index * 0x01000193) | 0

/** Numbers of a kind that a layer may give out: certificates, cards, samples. */
const SERIES = 1_000_000

/** The number of a county's series for the n-th of a layer, from 0; that of the first layer is n itself. */
export const serialIn = ({ index }: Layer, number: number): number => index * SERIES + number

/**
 * Where a layer's numbers begin in a village, for households and health records: each layer has as many as the village of the largest layer has people, with
 * those who died or left (a fourteenth more in two years).
 */
export const serialsFrom = ({ index }: Layer, residentsOfLargest: number): number =>
  index * (Math.ceil(residentsOfLargest * (1.08 + 0.0205 * (RECORD_YEARS.length - 2))) + 8)
