import { escapeXml } from './split-runs.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const COMMENTS_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** A comment as Word keeps it. `date` is ISO 8601 with seconds, or null for none. */
export type CommentXml = { id: number; author: string; initials: string; date: string | null; lines: readonly string[] }

/** Adds comments to the comments part, or makes one. */
export function addComments(existing: string | null, comments: readonly CommentXml[]): string {
  const added = comments.map(commentXml).join('')
  if (existing === null)
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${WORD}">${added}</w:comments>`
  const empty = /<(\w+:)?comments\b([^>]*)\/>\s*$/
  if (empty.test(existing))
    return existing.replace(
      empty,
      (_, prefix: string = '', attributes: string) => `<${prefix}comments${attributes}>${added}</${prefix}comments>`,
    )
  const end = existing.lastIndexOf('</')
  return existing.slice(0, end) + added + existing.slice(end)
}

/** The namespace is declared on each comment, so that it stands in any part whatever prefix that uses. */
function commentXml({ id, author, initials, date, lines }: CommentXml): string {
  const dated = date === null ? '' : ` w:date="${escapeXml(date)}"`
  const paragraphs = lines
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`)
    .join('')
  return `<w:comment xmlns:w="${WORD}" w:id="${id}" w:author="${escapeXml(author)}"${dated} w:initials="${escapeXml(initials)}">${paragraphs}</w:comment>`
}

/** The number after the highest comment number in use. */
export function firstFreeId(existing: string | null, body: string): number {
  let highest = -1
  for (const source of [existing ?? '', body]) {
    for (const [, id] of source.matchAll(/<\w*:?comment(?:RangeStart|RangeEnd|Reference)?\s[^>]*?\bid="(\d+)"/g))
      highest = Math.max(highest, Number(id))
  }
  return highest + 1
}

/** Path of the comments part that the relations of the main part name, or null. */
export function commentsTarget(relations: string | null): string | null {
  for (const [relation] of (relations ?? '').matchAll(/<[^<>]*Relationship\s[^<>]*>/g)) {
    if (relation.includes(`"${COMMENTS_RELATION}"`)) return /Target="([^"]*)"/.exec(relation)?.[1] ?? null
  }
  return null
}

export function addRelation(relations: string | null, target: string): string {
  const source =
    relations ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONS}"></Relationships>`
  const taken = new Set([...source.matchAll(/\bId="([^"]*)"/g)].map((match) => match[1]))
  let number = 1
  while (taken.has(`rIdFigureCheck${number}`)) number++
  const relation = `<Relationship xmlns="${RELATIONS}" Id="rIdFigureCheck${number}" Type="${COMMENTS_RELATION}" Target="${target}"/>`
  const opened = source.replace(/<(\w+:)?Relationships\b([^>]*)\/>\s*$/, '<$1Relationships$2></$1Relationships>')
  const end = opened.lastIndexOf('</')
  return opened.slice(0, end) + relation + opened.slice(end)
}

export function addContentType(types: string, part: string): string {
  if (types.includes(`PartName="${part}"`)) return types
  const end = types.lastIndexOf('</')
  return `${types.slice(0, end)}<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="${part}" ContentType="${COMMENTS_TYPE}"/>${types.slice(end)}`
}

/** Prefix that the part uses for WordprocessingML, with its colon; empty for the default namespace. */
export function wordPrefix(body: string): string {
  const match =
    /xmlns(?::(\w+))?="http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)"/.exec(
      body,
    )
  return match === null ? 'w:' : match[1] === undefined ? '' : `${match[1]}:`
}
