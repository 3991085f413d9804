import { uuidv7 } from 'uuidv7'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { hasRight, type House } from '@kangheng/kernel/domain/registry.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPeriod, periodTitle } from '@kangheng/kernel/period/period.ts'
import { appendEntry } from '@kangheng/kernel/record/journal.ts'
import type { Connection, Database } from '@kangheng/kernel/store/connection.ts'
import { refuse, Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Block, Inline, ReportDocument } from '@kangheng/kernel/wording/model.ts'
import { type DecidedFinding, withDecisions } from '../check/kept/read.ts'
import { obstaclesToSigning, type Obstacle } from '../document/check.ts'
import { type FigureLookup, paragraphSource, parseParagraph, refreshFigures } from '../document/edit.ts'
import { bulletinSpan, keptDocument, makeBulletin, sectionsToKeep, withFreshTables } from '../disease/kept.ts'
import { writesDiseaseBulletins } from '../disease/writers.ts'
import { openBinder, type Binder } from './binder.ts'
import { checkReport, digestOfReport, refuseContradictions } from './figure-check.ts'
import { composeBulletin, composeSummary } from './compose.ts'
import { shortCountyName, toDocument } from './document.ts'
import {
  findReport,
  getReport,
  insertReport,
  nextVersion,
  sectionsOf,
  staleVersion,
  updateReport,
  updateSection,
  type StoredReport,
  type StoredSection,
} from './store.ts'

/** What writing reports needs of the house. */
export interface Desk {
  readonly database: Database
  readonly house: House
  readonly county: string
  readonly demo: boolean
  today(): IsoDate
  indicators(): Promise<readonly Indicator[]>
}

/** A report as its page shows it. */
export interface OpenReport {
  readonly report: StoredReport
  readonly sections: readonly StoredSection[]
  readonly document: ReportDocument
  readonly obstacles: readonly Obstacle[]
  /** What the figure check finds in the text, with what the reader's office decided about it. */
  readonly findings: readonly DecidedFinding[]
}

const FINAL = new Set<StoredReport['state']>(['issued', 'signed'])

async function countyName(connection: Connection, county: string): Promise<string> {
  const [row] = await connection.query<{ name: string }>('select name from division where code = $1', [county])
  return row?.name ?? county
}

async function placeOf(connection: Connection, code: string) {
  const [row] = await connection.query<{ name: string; english_name: string }>(
    'select name, english_name from division where code = $1',
    [code],
  )
  if (!row)
    return refuse('place', {
      zh: '没有这个区划，或不在您的管辖范围内',
      en: 'There is no such division within your scope',
    })
  return { code, title: { zh: row.name, en: row.english_name } }
}

/** A report with its sections as one document. */
async function assembleText(
  desk: Desk,
  connection: Connection,
  report: StoredReport,
): Promise<Omit<OpenReport, 'findings'>> {
  const sections = await sectionsOf(connection, desk.county, report.id)
  const document = report.frozen ?? (await textOf(desk, connection, report, sections))
  const obstacles = FINAL.has(report.state) ? [] : obstaclesToSigning(document)
  // Counted cards are corrected for as long as there are cards: a disease bulletin says what they were on its day, and waits for no month to be closed.
  const standing =
    report.kind === 'disease-bulletin' ? obstacles.filter(({ kind }) => kind !== 'provisional') : obstacles
  return { report, sections, document, obstacles: standing }
}

async function textOf(
  desk: Desk,
  connection: Connection,
  report: StoredReport,
  sections: readonly StoredSection[],
): Promise<ReportDocument> {
  const about = {
    place: await placeOf(connection, report.place),
    synthetic: desk.demo,
    countyName: await countyName(connection, desk.county),
  }
  const { kind } = report
  if (kind === 'disease-bulletin') return keptDocument(report, sections, about)
  const period = getPeriod(report.period)
  return toDocument({ ...report, kind }, sections, {
    ...about,
    period: { id: period.id, title: periodTitle(period) },
  })
}

/** What may be quoted in a report, and how its parts look when everything is brought up to date. */
interface Sources {
  readonly lookup: FigureLookup
  refreshed(blocks: readonly Block[]): readonly Block[]
}

async function sourcesOf(
  desk: Desk,
  connection: Connection,
  { kind, place, period }: StoredReport,
  indicators: readonly Indicator[],
): Promise<Sources> {
  if (kind !== 'disease-bulletin') {
    const { lookup } = await openBinder(connection, { county: desk.county, indicators, place, period })
    return { lookup: (identity) => lookup(identity), refreshed: (blocks) => blocks }
  }
  const made = await makeBulletin(connection, bulletinSetting(desk, indicators), period)
  return { lookup: (identity) => made.figures.get(identity), refreshed: (blocks) => withFreshTables(blocks, made) }
}

const bulletinSetting = (desk: Desk, indicators: readonly Indicator[]) => ({
  county: desk.county,
  today: desk.today(),
  synthetic: desk.demo,
  indicators,
})

/** The same with what the figure check finds in it. */
async function assemble(desk: Desk, connection: Connection, actor: Actor, report: StoredReport): Promise<OpenReport> {
  const open = await assembleText(desk, connection, report)
  const about = { county: desk.county, division: actor.division, document: digestOfReport(report.id) }
  return { ...open, findings: await withDecisions(connection, desk.house, about, checkReport(open.document)) }
}

/** Every change of a report is journaled like any other write. */
async function note(
  desk: Desk,
  connection: Connection,
  actor: Actor,
  verb: string,
  report: Pick<StoredReport, 'id' | 'kind' | 'place' | 'period'>,
  input: unknown = {},
) {
  await appendEntry(connection, {
    county: desk.county,
    requestId: uuidv7(),
    at: new Date().toISOString(),
    deviceAt: null,
    account: actor.account,
    role: actor.role,
    action: `${report.kind}.${verb}`,
    record: report.kind,
    recordId: report.id,
    person: null,
    division: report.place,
    input,
    changes: [],
    answer: { place: report.place, period: report.period },
  })
}

/** Generates the bulletin of a month (year to date) for a place; an existing one is given back as it is. */
export async function writeBulletin(
  desk: Desk,
  actor: Actor,
  request: { place: string; month: string },
): Promise<OpenReport> {
  const period = getPeriod(request.month)
  if (period.kind !== 'month') refuse('month', { zh: '请填写月份，如 2025-11', en: 'Give a month, such as 2025-11' })
  return write(desk, actor, 'bulletin', request.place, `${period.id}-ytd`, (material, place, county) => ({
    title: `${place === county.code ? shortCountyName(county.name) : place}${periodTitle(period).zh}卫生健康工作进展情况通报`,
    sections: composeBulletin(material),
  }))
}

/** Generates the first draft of a year's summary for a place; an existing one is given back as it is. */
export async function writeSummary(
  desk: Desk,
  actor: Actor,
  request: { place: string; year: number },
): Promise<OpenReport> {
  return write(desk, actor, 'summary', request.place, String(request.year), (material, place, county) => {
    const name = place === county.code ? `${shortCountyName(county.name)}卫生健康局` : place
    return { title: `${name}${request.year}年工作总结`, sections: composeSummary(material, request.year) }
  })
}

type Compose = (
  material: { house: House; indicators: readonly Indicator[]; binder: Binder },
  place: string,
  county: { code: string; name: string },
) => { title: string; sections: ReturnType<typeof composeBulletin> }

async function write(
  desk: Desk,
  actor: Actor,
  kind: StoredReport['kind'],
  place: string,
  period: string,
  compose: Compose,
): Promise<OpenReport> {
  const indicators = await desk.indicators()
  return asActor(desk.database, desk.house, actor, async (connection) => {
    const ref = await placeOf(connection, place)
    if (!place.startsWith(actor.division))
      refuse('place', { zh: '该区划不在您的管辖范围内', en: 'That division is outside your scope' })
    const known = await findReport(connection, desk.county, kind, place, period)
    if (known) return assemble(desk, connection, actor, known)
    const binder = await openBinder(connection, { county: desk.county, indicators, place, period })
    const county = { code: desk.county, name: await countyName(connection, desk.county) }
    const draft = compose(
      { house: desk.house, indicators, binder },
      place === desk.county ? place : ref.title.zh,
      county,
    )
    const report = { id: uuidv7(), kind, place, period, title: draft.title }
    await insertReport(connection, desk.county, report, draft.sections, actor.account)
    await note(desk, connection, actor, 'generate', report)
    return assemble(desk, connection, actor, await getReport(connection, desk.county, report.id))
  })
}

/** Generates the bulletin of communicable disease of a week or month; an existing one is given back as it is. */
export async function writeDiseaseBulletin(desk: Desk, actor: Actor, period: string): Promise<OpenReport> {
  const kind = 'disease-bulletin'
  const { id: span } = bulletinSpan(period)
  const indicators = await desk.indicators()
  return asActor(desk.database, desk.house, actor, async (connection) => {
    const known = await findReport(connection, desk.county, kind, desk.county, span)
    if (known) return assemble(desk, connection, actor, known)
    const { document } = await makeBulletin(connection, bulletinSetting(desk, indicators), span)
    const report = { id: uuidv7(), kind, place: desk.county, period: span, title: document.title } as const
    await insertReport(connection, desk.county, report, sectionsToKeep(document), actor.account)
    await note(desk, connection, actor, 'generate', report)
    return assemble(desk, connection, actor, await getReport(connection, desk.county, report.id))
  })
}

/** Opens a report. Findings are work in progress: whoever only reads what was issued does not get them. */
export function openReport(desk: Desk, actor: Actor, id: string): Promise<OpenReport> {
  const works =
    hasRight(desk.house, actor.role, 'write-summary') ||
    hasRight(desk.house, actor.role, 'write-bulletin') ||
    writesDiseaseBulletins(desk.house, actor)
  return asActor(desk.database, desk.house, actor, async (connection) => {
    const report = await getReport(connection, desk.county, id)
    return works
      ? assemble(desk, connection, actor, report)
      : { ...(await assembleText(desk, connection, report)), findings: [] }
  })
}

/** Changes a report in one transaction: lock, check, write, journal, and back as the page shows it. */
async function changing(
  desk: Desk,
  actor: Actor,
  id: string,
  verb: string,
  work: (connection: Connection, report: StoredReport, sources: () => Promise<Sources>) => Promise<void>,
  seen?: number,
): Promise<OpenReport> {
  // Read before the transaction: the embedded database has one session only.
  const indicators = await desk.indicators()
  return asActor(desk.database, desk.house, actor, async (connection) => {
    const report = await getReport(connection, desk.county, id, true)
    if (FINAL.has(report.state)) {
      throw new Refusal('conflict', {
        zh: '文件已签发，不能再修改',
        en: 'The document has been signed or issued and cannot change',
      })
    }
    if (seen !== undefined && seen !== report.version)
      throw staleVersion({ version: report.version, state: report.state })
    await work(connection, report, () => sourcesOf(desk, connection, report, indicators))
    await nextVersion(connection, desk.county, id)
    await note(desk, connection, actor, verb, report)
    return assemble(desk, connection, actor, await getReport(connection, desk.county, id))
  })
}

function sectionOf(sections: readonly StoredSection[], id: string): StoredSection {
  return (
    sections.find((section) => section.id === id) ??
    refuse('section', { zh: '没有这个部分', en: 'There is no such section' })
  )
}

/**
 * Edited blocks are taken as text and figure names only: every figure is looked up again, so that no number can be typed over
 * and none of another place brought in. Tables stay as they were generated.
 */
function readEdit({ lookup }: Sources, before: readonly Block[], edited: readonly Block[]): Block[] {
  return edited.map((block, index) => {
    if (block.kind === 'table') {
      return (
        before.find((each) => each.kind === 'table' && each.title === block.title) ??
        refuse(`blocks.${index}`, { zh: '表格由系统生成，不能增改', en: 'Tables are generated and cannot be edited' })
      )
    }
    if (block.kind === 'heading') return { kind: 'heading', level: block.level, text: String(block.text).slice(0, 100) }
    const source = paragraphSource(block.parts as readonly Inline[])
    if (source.length > 8000)
      refuse(`blocks.${index}`, { zh: '一段不能超过8000字', en: 'A paragraph may have at most 8,000 characters' })
    const parsed = parseParagraph(source, lookup)
    if (!parsed.ok) {
      const unknown = parsed.unknown.join('、')
      return refuse(`blocks.${index}`, { zh: `文中引用的数据不存在：${unknown}`, en: `Unknown figures: ${unknown}` })
    }
    return { kind: 'paragraph', ...(block.id ? { id: block.id } : {}), parts: parsed.parts }
  })
}

/** Stores the edited blocks of a section that is still being drafted. */
export function editSection(
  desk: Desk,
  actor: Actor,
  id: string,
  section: string,
  edit: { version: number; blocks: readonly Block[] },
): Promise<OpenReport> {
  return changing(desk, actor, id, 'edit', async (connection, _report, openSources) => {
    const stored = sectionOf(await sectionsOf(connection, desk.county, id), section)
    if (stored.state === 'submitted')
      throw new Refusal('conflict', {
        zh: '该部分已提交，需退回后才能修改',
        en: 'The section has been submitted; it must be returned first',
      })
    const sources = await openSources()
    await updateSection(
      connection,
      desk.county,
      id,
      stored,
      { blocks: readEdit(sources, stored.blocks, edit.blocks) },
      actor.account,
      edit.version,
    )
  })
}

/** Stores edited blocks of several sections at once, if the report is still the version that was seen. */
export function editSections(
  desk: Desk,
  actor: Actor,
  id: string,
  edit: { version: number; sections: readonly { id: string; blocks: readonly Block[] }[] },
): Promise<OpenReport> {
  return changing(
    desk,
    actor,
    id,
    'edit',
    async (connection, report, openSources) => {
      if (report.state !== 'draft')
        throw new Refusal('conflict', { zh: '已定稿，不能再修改', en: 'It has been closed and cannot change' })
      const stored = await sectionsOf(connection, desk.county, id)
      const sources = await openSources()
      for (const { id: name, blocks } of edit.sections) {
        const section = sectionOf(stored, name)
        await updateSection(
          connection,
          desk.county,
          id,
          section,
          { blocks: readEdit(sources, section.blocks, blocks) },
          actor.account,
        )
      }
    },
    edit.version,
  )
}

/** A bureau section hands in its part, or the office gives it back. */
export function moveSection(
  desk: Desk,
  actor: Actor,
  id: string,
  section: string,
  to: StoredSection['state'],
  seen?: number,
): Promise<OpenReport> {
  return changing(desk, actor, id, to === 'submitted' ? 'submit' : 'return', async (connection, report) => {
    const stored = sectionOf(await sectionsOf(connection, desk.county, id), section)
    await updateSection(connection, desk.county, id, stored, { state: to }, actor.account, seen)
    if (to === 'drafting' && report.state === 'compiled')
      await updateReport(connection, desk.county, report, { state: 'draft' })
  })
}

/** Brings every figure up to date; free text around the figures stays as written. */
export function refreshReport(desk: Desk, actor: Actor, id: string, seen?: number): Promise<OpenReport> {
  return changing(
    desk,
    actor,
    id,
    'refresh',
    async (connection, report, openSources) => {
      const { lookup, refreshed } = await openSources()
      const open = await assembleText(desk, connection, report)
      for (const section of open.sections) {
        const shell: ReportDocument = {
          ...open.document,
          opening: [],
          sections: [{ id: section.id, title: '', blocks: refreshed(section.blocks) }],
        }
        const { document } = refreshFigures(shell, lookup)
        await updateSection(
          connection,
          desk.county,
          id,
          section,
          { blocks: document.sections[0]!.blocks },
          actor.account,
        )
      }
    },
    seen,
  )
}

/** Puts the submitted parts together; every part must have been handed in. */
export function compileSummary(desk: Desk, actor: Actor, id: string, seen?: number): Promise<OpenReport> {
  return changing(
    desk,
    actor,
    id,
    'compile',
    async (connection, report) => {
      const waiting = (await sectionsOf(connection, desk.county, id)).filter((section) => section.state !== 'submitted')
      if (waiting.length > 0) {
        const names = waiting.map((section) => section.title.zh).join('、')
        throw new Refusal('conflict', {
          zh: `以下部分尚未提交：${names}`,
          en: `Not submitted yet: ${waiting.map((section) => section.title.en).join(', ')}`,
        })
      }
      await updateReport(connection, desk.county, report, { state: 'compiled' })
    },
    seen,
  )
}

/** Refuses to sign what holds provisional figures or contradicts itself. */
function refuseUnready(open: OpenReport): void {
  refuseContradictions(open.findings)
  if (open.obstacles.length === 0) return
  const zh = open.obstacles
    .slice(0, 5)
    .map((each) => each.message.zh)
    .join('；')
  const en = open.obstacles
    .slice(0, 5)
    .map((each) => each.message.en)
    .join('; ')
  throw new Refusal(
    'conflict',
    { zh: `不能签发：${zh}`, en: `Cannot be signed: ${en}` },
    { detail: { obstacles: open.obstacles } },
  )
}

/** Freezes a finished document: from now on it is given out exactly as it stood. */
async function freeze(
  desk: Desk,
  connection: Connection,
  report: StoredReport,
  changes: Partial<StoredReport>,
): Promise<void> {
  const next = { ...report, ...changes }
  const { document } = await assembleText(desk, connection, next)
  await updateReport(connection, desk.county, report, { ...changes, frozen: { ...document, status: next.state } })
}

/** Signs a compiled summary. Refuses while a figure in it is provisional, or a contradiction has not been dismissed. */
export function signSummary(desk: Desk, actor: Actor, id: string, seen?: number): Promise<OpenReport> {
  return changing(
    desk,
    actor,
    id,
    'sign',
    async (connection, report) => {
      if (report.state !== 'compiled')
        throw new Refusal('conflict', { zh: '请先汇总各部分，再签发', en: 'Compile the sections first' })
      refuseUnready(await assemble(desk, connection, actor, report))
      await freeze(desk, connection, report, { state: 'signed', signedBy: actor.name, issuedOn: desk.today() })
    },
    seen,
  )
}

/** Ends the editing of a bulletin. */
export function closeBulletin(desk: Desk, actor: Actor, id: string, seen?: number): Promise<OpenReport> {
  return changing(
    desk,
    actor,
    id,
    'close',
    async (connection, report) => {
      await updateReport(connection, desk.county, report, { state: 'closed' })
    },
    seen,
  )
}

/** The next number of the year: 玉卫通报〔2025〕11号; the county's first character stands for it. */
async function nextNumber(desk: Desk, connection: Connection, kind: StoredReport['kind']): Promise<string> {
  const year = desk.today().slice(0, 4)
  const [row] = await connection.query<{ issued: number }>(
    `select count(*) as issued from report where county = $1 and kind = $3 and state = 'issued' and number like '%〔' || $2 || '〕%'`,
    [desk.county, year, kind],
  )
  const words = kind === 'disease-bulletin' ? '疾控疫情' : '卫通报'
  return `${(await countyName(connection, desk.county)).slice(0, 1)}${words}〔${year}〕${row!.issued + 1}号`
}

/** Issues a closed bulletin under a number (发文字号), the next of the year unless one is given. Refuses while a figure in it is provisional, or a contradiction has not been dismissed. */
export function issueBulletin(
  desk: Desk,
  actor: Actor,
  id: string,
  given?: string,
  seen?: number,
): Promise<OpenReport> {
  return changing(
    desk,
    actor,
    id,
    'issue',
    async (connection, report) => {
      const number = given ?? (await nextNumber(desk, connection, report.kind))
      if (report.state !== 'closed')
        throw new Refusal('conflict', { zh: '请先定稿，再印发', en: 'Close the bulletin first' })
      if (!/〔\d{4}〕\d{1,4}号$/.test(number))
        refuse('number', {
          zh: '发文字号应形如 玉卫通报〔2025〕11号',
          en: 'The number looks like 玉卫通报〔2025〕11号',
        })
      refuseUnready(await assemble(desk, connection, actor, report))
      await freeze(desk, connection, report, {
        state: 'issued',
        number,
        signedBy: actor.name,
        issuedOn: desk.today(),
      })
    },
    seen,
  )
}
