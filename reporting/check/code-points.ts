/**
 * Maps offsets in UTF-16 units to offsets in Unicode code points. Texts without characters beyond the basic plane, which is
 * nearly all of them, need no table.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (offset) => offset
  const table = new Uint32Array(text.length + 1)
  let points = 0
  for (let at = 0; at < text.length; at++) {
    table[at] = points
    const code = text.charCodeAt(at)
    const leads =
      code >= 0xd800 && code < 0xdc00 && at + 1 < text.length && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    if (!leads) points++
  }
  table[text.length] = points
  return (offset) => table[offset] ?? points
}
