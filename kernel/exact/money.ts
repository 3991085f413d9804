/** Fen as yuan with two decimals: `-12.05`. */
export function yuanOf(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Yuan as the database keeps them, in fen. @throws SyntaxError for anything but a decimal number of at most two places. */
export function fenOf(yuan: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(yuan)
  if (!match) throw new SyntaxError(`${yuan} is no amount of money`)
  const fen = BigInt(match[2]! + (match[3] ?? '').padEnd(2, '0'))
  return match[1] ? -fen : fen
}
