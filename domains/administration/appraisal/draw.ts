import { createHmac } from 'node:crypto'

/**
 * The rank of an object in a draw: a number that nobody can steer once the seed has been said in public, and anybody can compute again.
 * Source: domain notes G2.3 (double-random draw), the rule by which units of inspection are drawn as well.
 */
export const drawKey = (seed: string, object: string): string =>
  createHmac('sha256', seed).update(`obj|${object}`).digest('hex')

/** Draws `size` of the objects, in the order of their ranks; all of them when there are fewer. The order in which they are given does not matter. */
export function draw(seed: string, objects: readonly string[], size: number): string[] {
  const ranked = [...new Set(objects)].map((object) => ({ object, key: drawKey(seed, object) }))
  ranked.sort((one, other) => (one.key < other.key ? -1 : 1))
  return ranked.slice(0, size).map(({ object }) => object)
}
