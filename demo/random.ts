/** A stream of pseudo-random numbers: the same seed and label always give the same stream. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  /** True with the given probability. */
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** The index of one of the weights, with a probability in proportion to it. */
  weighted(weights: readonly number[]): number
  /** About normally distributed. */
  normal(mean: number, deviation: number): number
  shuffle<Item>(items: Item[]): Item[]
}

/** 32-bit FNV-1a of a label. */
function hash(label: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < label.length; index += 1)
    value = Math.imul(value ^ label.charCodeAt(index), 0x01000193) >>> 0
  return value
}

/** A stream of its own for each label, so that a change in one part of the demo does not shift all others. */
export function randomOf(seed: number, label: string): Random {
  let state = (hash(label) ^ Math.imul(seed, 0x9e3779b1)) >>> 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    weighted(weights) {
      let sum = 0
      for (const weight of weights) sum += weight
      let left = next() * sum
      for (let index = 0; index < weights.length; index += 1) {
        left -= weights[index]!
        if (left < 0) return index
      }
      return weights.length - 1
    },
    normal: (mean, deviation) => mean + deviation * (next() + next() + next() + next() - 2) * 1.7320508,
    shuffle(items) {
      for (let index = items.length - 1; index > 0; index -= 1) {
        const other = Math.floor(next() * (index + 1))
        ;[items[index], items[other]] = [items[other]!, items[index]!]
      }
      return items
    },
  }
}
