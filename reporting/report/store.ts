import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { missing, Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Block, ReportDocument } from '@kangheng/kernel/wording/model.ts'
import type { DraftSection } from './outline.ts'

/** A report as stored; its sections stand beside it. */
export interface StoredReport {
  readonly id: string
  readonly kind: 'bulletin' | 'summary' | 'disease-bulletin'
  readonly place: string
  readonly period: string
  readonly title: string
  readonly state: 'draft' | 'compiled' | 'closed' | 'issued' | 'signed'
  readonly number: string | null
  readonly issuedOn: string | null
  readonly signedBy: string | null
  readonly frozen: ReportDocument | null
  readonly version: number
}

/** A section as stored. */
export interface StoredSection {
  readonly id: string
  readonly title: Text
  readonly owner: Text
  readonly state: 'drafting' | 'submitted'
  readonly blocks: readonly Block[]
  readonly version: number
}

const REPORT = `id, kind, place, period, title, state, number, issued_on as "issuedOn", signed_by as "signedBy", frozen, version`

/** A report in a list, with the name of its place and how many sections have not been handed in. */
export interface ListedReport extends Omit<StoredReport, 'frozen'> {
  readonly placeName: string
  readonly waiting: number
}

/** Reports of a kind, newest first. */
export function listReports(
  connection: Connection,
  county: string,
  kind: StoredReport['kind'],
  place?: string,
): Promise<ListedReport[]> {
  return connection.query<ListedReport>(
    `select r.id, r.kind, r.place, coalesce(d.name, r.place) as "placeName", r.period, r.title, r.state, r.number, r.issued_on as "issuedOn", r.signed_by as "signedBy", r.version,
       (select count(*) from report_section s where s.county = r.county and s.report = r.id and s.state <> 'submitted') as waiting
     from report r left join division d on d.code = r.place
     where r.county = $1 and r.kind = $2 and ($3::text is null or r.place = $3) order by r.period desc, r.place limit 500`,
    [county, kind, place ?? null],
  )
}

/** A report; refuses when there is none within the reader's scope. `lock` holds it for the rest of the transaction. */
export async function getReport(
  connection: Connection,
  county: string,
  id: string,
  lock = false,
): Promise<StoredReport> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) missing({ zh: '没有这份文件', en: 'There is no such document' })
  const [report] = await connection.query<StoredReport>(
    `select ${REPORT} from report where county = $1 and id = $2${lock ? ' for update' : ''}`,
    [county, id],
  )
  return report ?? missing({ zh: '没有这份文件，或不在您的管辖范围内', en: 'No such document within your scope' })
}

/** Whether a report of this kind exists already for the place and period. */
export async function findReport(
  connection: Connection,
  county: string,
  kind: StoredReport['kind'],
  place: string,
  period: string,
): Promise<StoredReport | undefined> {
  const [report] = await connection.query<StoredReport>(
    `select ${REPORT} from report where county = $1 and kind = $2 and place = $3 and period = $4`,
    [county, kind, place, period],
  )
  return report
}

/** The sections of a report in order. */
export async function sectionsOf(connection: Connection, county: string, report: string): Promise<StoredSection[]> {
  const rows = await connection.query<Record<string, never>>(
    `select id, title_zh, title_en, owner_zh, owner_en, state, blocks, version from report_section where county = $1 and report = $2 order by position`,
    [county, report],
  )
  return rows.map((row) => ({
    id: row['id']!,
    title: { zh: row['title_zh']!, en: row['title_en']! },
    owner: { zh: row['owner_zh']!, en: row['owner_en']! },
    state: row['state']!,
    blocks: row['blocks']!,
    version: row['version']!,
  }))
}

/** Stores a new report with its first draft. */
export async function insertReport(
  connection: Connection,
  county: string,
  report: Pick<StoredReport, 'id' | 'kind' | 'place' | 'period' | 'title'>,
  sections: readonly DraftSection[],
  account: string,
): Promise<void> {
  await connection.query(
    `insert into report (county, id, kind, place, period, title, state, created_by) values ($1,$2,$3,$4,$5,$6,'draft',$7)`,
    [county, report.id, report.kind, report.place, report.period, report.title, account],
  )
  for (const [position, section] of sections.entries()) {
    await connection.query(
      `insert into report_section (county, report, id, place, position, title_zh, title_en, owner_zh, owner_en, blocks, changed_by)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10::jsonb,$11)`,
      [
        county,
        report.id,
        section.id,
        report.place,
        position,
        section.title.zh,
        section.title.en,
        section.owner.zh,
        section.owner.en,
        JSON.stringify(section.blocks),
        account,
      ],
    )
  }
}

/** The refusal of a change that was made to an older version. */
export const staleVersion = (current: unknown) =>
  new Refusal(
    'conflict',
    {
      zh: '内容已被他人修改，请查看最新内容后再提交',
      en: 'It has changed since you saw it; look at its present state and send again',
    },
    { detail: current },
  )

/** Counts a change of a report or of one of its sections. */
export async function nextVersion(connection: Connection, county: string, id: string): Promise<void> {
  await connection.query('update report set version = version + 1 where county = $1 and id = $2', [county, id])
}

/** Changes a report. */
export async function updateReport(
  connection: Connection,
  county: string,
  report: StoredReport,
  changes: Partial<StoredReport>,
): Promise<StoredReport> {
  const next = { ...report, ...changes }
  await connection.query(
    `update report set title = $3, state = $4, number = $5, issued_on = $6, signed_by = $7, frozen = $8::jsonb where county = $1 and id = $2`,
    [
      county,
      report.id,
      next.title,
      next.state,
      next.number,
      next.issuedOn,
      next.signedBy,
      next.frozen ? JSON.stringify(next.frozen) : null,
    ],
  )
  return getReport(connection, county, report.id)
}

/** Changes a section, if it is still the version that was seen. */
export async function updateSection(
  connection: Connection,
  county: string,
  report: string,
  section: StoredSection,
  changes: Partial<Pick<StoredSection, 'state' | 'blocks'>>,
  account: string,
  seen?: number,
): Promise<void> {
  if (seen !== undefined && seen !== section.version) throw staleVersion(section)
  const next = { ...section, ...changes }
  await connection.query(
    `update report_section set state = $4, blocks = $5::jsonb, version = version + 1, changed_at = now(), changed_by = $6 where county = $1 and report = $2 and id = $3`,
    [county, report, section.id, next.state, JSON.stringify(next.blocks), account],
  )
}
