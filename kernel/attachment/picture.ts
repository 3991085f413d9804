/** What a picture is, by its first bytes; undefined when it is none of those that are kept. */
export function pictureType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | undefined {
  const starts = (...signature: number[]) => signature.every((byte, place) => bytes[place] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  return starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? 'image/png' : undefined
}

/** Markers of a JPEG that may say where and by whom it was taken: all application data but JFIF, colour profile and Adobe's transform, and comments. */
const tells = (marker: number) =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee)

function bareJpeg(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]!
    // Fill bytes before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return undefined
    if (!tells(marker)) kept.push(bytes.subarray(at, end))
    at = end
    // The picture itself begins; no segments follow that are read before it.
    if (marker === 0xda) {
      const last = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]))
      return last < at ? undefined : Buffer.concat([...kept, bytes.subarray(at, last + 2)])
    }
  }
  return undefined
}

/** Chunks that draw the picture; all others (Exif, texts, times) are left out. */
const DRAWN = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD'])

function barePng(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length) return undefined
    if (DRAWN.has(kind)) kept.push(bytes.subarray(at, end))
    at = end
    if (kind === 'IEND') return Buffer.concat(kept)
  }
  return undefined
}

/**
 * The picture without what else its file tells: position, device, author, time, comments, and anything after its end. Undefined when it is damaged or no JPEG or PNG.
 * Orientation goes as well; whoever sends a picture turns it first. Sources: ITU-T T.81 annex B; W3C PNG 5.
 */
export function barePicture(bytes: Uint8Array): Uint8Array | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (pictureType(bytes)) {
    case 'image/jpeg':
      return bareJpeg(buffer)
    case 'image/png':
      return barePng(buffer)
    case undefined:
      return undefined
  }
}
