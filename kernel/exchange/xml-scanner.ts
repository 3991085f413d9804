import { damaged, tooLarge } from './unreadable-file.ts'

/**
 * A pull scanner for the XML parts of a workbook. It knows tags, attributes, texts, entities, CDATA, comments and namespace
 * prefixes (names are local names: `x:row` is `row`), and nothing else of XML: that is what makes it several times faster than a
 * general parser on the tens of megabytes of a sheet. Document types are not expanded, so there is no entity bomb.
 */
export interface XmlScanner {
  /** Moves to the next tag: its local name, or undefined at the end. Texts in between are passed over. */
  next(): string | undefined
  /** Whether the present tag is a closing one (`</row>`). */
  isClosing(): boolean
  /** Whether the present tag closes itself (`<row/>`). */
  isEmpty(): boolean
  /** The value of an attribute of the present tag, by local name. */
  attribute(name: string): string | undefined
  /** The offset behind what was read, for a reader of special forms; `moveTo` goes on behind what that has read. */
  offset(): number
  moveTo(offset: number): void
  /** The text from the present opening tag to the next tag; the scanner stands before that tag. */
  text(): string
}

const [LT, GT, SLASH, COLON, EQUALS, QUOTE, APOSTROPHE, BANG, QUESTION, AMPERSAND] = [
  60, 62, 47, 58, 61, 34, 39, 33, 63, 38,
]

/** Scans a piece of XML. `part` names it in the error about a damaged file. */
export function scanXml(xml: string, part: string): XmlScanner {
  let position = 0
  let closing = false
  let empty = false
  // Attributes of the present tag as offsets, four each: name from, name to, value from, value to.
  const attributes: number[] = []
  let attributeCount = 0

  function next(): string | undefined {
    for (;;) {
      // In the dense XML of sheets the next tag mostly begins right here.
      const open = xml.charCodeAt(position) === LT ? position : xml.indexOf('<', position)
      if (open < 0) {
        position = xml.length
        return undefined
      }
      const first = xml.charCodeAt(open + 1)
      if (first !== BANG && first !== QUESTION) return readTag(open, first)
      position = skipMarkup(open, first)
    }
  }

  function skipMarkup(open: number, first: number): number {
    if (first === QUESTION) return after('?>', open)
    if (xml.startsWith('<!--', open)) return after('-->', open)
    if (xml.startsWith('<![CDATA[', open)) return after(']]>', open)
    return after('>', open)
  }

  function after(mark: string, from: number): number {
    const at = xml.indexOf(mark, from)
    if (at < 0) throw damaged(part)
    return at + mark.length
  }

  function readTag(open: number, first: number): string {
    closing = first === SLASH
    empty = false
    attributeCount = 0
    let from = closing ? open + 2 : open + 1
    let at = from
    let code = xml.charCodeAt(at)
    while (code > 32 && code !== GT && code !== SLASH) {
      if (code === COLON) from = at + 1
      code = xml.charCodeAt(++at)
    }
    const nameEnd = at
    while (code !== GT) {
      if (code <= 32) code = xml.charCodeAt(++at)
      else if (code === SLASH) {
        empty = !closing
        code = xml.charCodeAt(++at)
      } else {
        at = readAttribute(at)
        code = xml.charCodeAt(at)
      }
    }
    position = at + 1
    return nameEnd - from === 1 ? xml[from]! : xml.slice(from, nameEnd)
  }

  /** Notes the attribute beginning at an offset and returns the offset after it. */
  function readAttribute(start: number): number {
    let from = start
    let at = start
    let code = xml.charCodeAt(at)
    while (code > 32 && code !== EQUALS && code !== GT && code !== LT) {
      if (code === COLON) from = at + 1
      code = xml.charCodeAt(++at)
    }
    const to = at
    while (code <= 32) code = xml.charCodeAt(++at)
    if (code !== EQUALS) throw damaged(part)
    do code = xml.charCodeAt(++at)
    while (code <= 32)
    if (code !== QUOTE && code !== APOSTROPHE) throw damaged(part)
    const [quote, valueFrom] = [code, at + 1]
    do code = xml.charCodeAt(++at)
    while (code !== quote && at < xml.length)
    if (code !== quote) throw damaged(part)
    const slot = attributeCount++ * 4
    attributes[slot] = from
    attributes[slot + 1] = to
    attributes[slot + 2] = valueFrom
    attributes[slot + 3] = at
    return at + 1
  }

  function attribute(name: string): string | undefined {
    for (let slot = 0; slot < attributeCount * 4; slot += 4) {
      const from = attributes[slot]!
      if (attributes[slot + 1]! - from !== name.length || !xml.startsWith(name, from)) continue
      return decodeEntities(xml.slice(attributes[slot + 2]!, attributes[slot + 3]!))
    }
    return undefined
  }

  function text(): string {
    if (empty) return ''
    const from = position
    let code = xml.charCodeAt(position)
    let entities = false
    while (code !== LT && position < xml.length) {
      if (code === AMPERSAND) entities = true
      code = xml.charCodeAt(++position)
    }
    if (code !== LT) throw damaged(part)
    const piece = xml.slice(from, position)
    const simple = entities ? decodeEntities(piece) : piece
    return xml.charCodeAt(position + 1) === BANG ? simple + restOfText() : simple
  }

  /** After a first piece of text: CDATA sections belong to the text, comments do not. */
  function restOfText(): string {
    let rest = ''
    while (xml.charCodeAt(position + 1) === BANG) {
      const to = skipMarkup(position, BANG)
      if (xml.startsWith('<![CDATA[', position)) rest += xml.slice(position + 9, to - 3)
      const open = xml.indexOf('<', to)
      if (open < 0) throw damaged(part)
      rest += decodeEntities(xml.slice(to, open))
      position = open
    }
    return rest
  }

  return {
    next,
    isClosing: () => closing,
    isEmpty: () => empty,
    attribute,
    offset: () => position,
    moveTo: (offset) => void (position = offset),
    text,
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Replaces the five named and all numeric character references; an unknown one is left as it stands. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Undoes the `_xHHHH_` escapes by which a workbook holds characters that XML cannot. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

/** The bytes of a part as UTF-8: parts in UTF-16 or with another declared encoding are converted, a byte order mark is dropped. */
export function xmlBytes(bytes: Buffer, part: string): Buffer {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3)
  const encoding = declaredEncoding(bytes)
  if (encoding === 'utf-8' || encoding === 'us-ascii') return bytes
  try {
    return Buffer.from(new TextDecoder(encoding).decode(bytes))
  } catch {
    throw damaged(part)
  }
}

function declaredEncoding(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const declaration = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(bytes.toString('latin1', 0, 200))
  return declaration?.[1]?.toLowerCase() ?? 'utf-8'
}

const PIECE = 4 * 1024 * 1024
/** No text of a part is longer than this; well below what one string can hold. */
const LONGEST_TEXT = 256 * 1024 * 1024

/** A stretch of a part as text. Throws UnreadableFile when it is longer than any honest one. */
export function xmlText(bytes: Buffer, from = 0, to = bytes.length): string {
  if (to - from > LONGEST_TEXT) throw tooLarge(LONGEST_TEXT)
  return bytes.toString('utf8', from, to)
}

/**
 * Cuts the bytes from `from` to `to` into texts of a few megabytes, each ending after a closing tag of that name, so that a part of any
 * size is read in constant memory. `closingTag` is written with its prefix: `</x:row>`.
 */
export function* xmlPieces(bytes: Buffer, from: number, to: number, closingTag: string): Generator<string> {
  for (let start = from; start < to;) {
    let end = to
    if (to - start > PIECE) {
      const last = bytes.lastIndexOf(closingTag, start + PIECE, 'latin1')
      const cut = last >= start ? last : bytes.indexOf(closingTag, start + PIECE, 'latin1')
      if (cut >= start && cut < to) end = cut + closingTag.length
    }
    yield xmlText(bytes, start, end)
    start = end
  }
}
