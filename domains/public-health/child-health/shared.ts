/** Values of a form with those of exact columns as text, in which they travel. */
export function decimals<Values extends Readonly<Record<string, unknown>>>(
  values: Values,
  names: readonly (keyof Values & string)[],
): Record<string, unknown> {
  const written: Record<string, unknown> = { ...values }
  for (const name of names) if (typeof written[name] === 'number') written[name] = String(written[name])
  return written
}
