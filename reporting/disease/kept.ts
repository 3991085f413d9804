import { comparedSpan } from '@kangheng/domains/public-health/communicable-disease/index.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Block, PlaceRef, ReportDocument } from '@kangheng/kernel/wording/model.ts'
import { numberFigures } from '../document/figures.ts'
import { shortCountyName } from '../report/document.ts'
import type { DraftSection } from '../report/outline.ts'
import type { StoredReport, StoredSection } from '../report/store.ts'
import { diseaseBulletin, type MadeBulletin } from './disease-bulletin.ts'

/** Disease control owns every part of its bulletins. */
const OWNER = { zh: '疾控中心', en: 'Disease control' }

/** A week or a month; refuses other spans. */
export function bulletinSpan(period: string) {
  if (!/^\d{4}-(W\d{2}|\d{2})$/.test(period))
    refuse('period', {
      zh: '请选择一周（如 2025-W47）或一个月（如 2025-11）',
      en: 'Choose a week (such as 2025-W47) or a month (such as 2025-11)',
    })
  return comparedSpan(period)
}

/** What the cards say now about the span of a bulletin. */
export function makeBulletin(
  connection: Connection,
  setting: { county: string; today: IsoDate; synthetic: boolean; indicators: readonly Indicator[] },
  period: string,
): Promise<MadeBulletin> {
  return diseaseBulletin(connection, { ...setting, span: bulletinSpan(period) })
}

/** The sections of a bulletin as they are kept; the opening stands first in the first one. */
export function sectionsToKeep({ opening, sections }: ReportDocument): DraftSection[] {
  return sections.map(({ id, title, blocks }, index) => ({
    id,
    title: { zh: title, en: title },
    owner: OWNER,
    blocks: index === 0 ? [...opening, ...blocks] : blocks,
  }))
}

/** A kept section with its tables as the cards stand now; words are the author's. */
export function withFreshTables(blocks: readonly Block[], { document }: MadeBulletin): Block[] {
  const tables = document.sections.flatMap((section) => section.blocks).filter((block) => block.kind === 'table')
  return blocks.map((block) =>
    block.kind === 'table' ? (tables.find(({ title }) => title === block.title) ?? block) : block,
  )
}

/** Puts a kept bulletin together as a document. */
export function keptDocument(
  report: StoredReport,
  sections: readonly StoredSection[],
  context: { place: PlaceRef; synthetic: boolean; countyName: string },
): ReportDocument {
  const { id, title } = bulletinSpan(report.period)
  return numberFigures({
    kind: 'summary',
    title: report.title,
    organisation: `${shortCountyName(context.countyName)}疾病预防控制中心`,
    ...(report.number ? { documentNumber: report.number } : {}),
    ...(report.issuedOn ? { issuedOn: report.issuedOn } : {}),
    ...(report.signedBy ? { signedBy: report.signedBy } : {}),
    place: context.place,
    period: { id, title },
    status: report.state,
    synthetic: context.synthetic,
    opening: [],
    sections: sections.map((section) => ({ id: section.id, title: section.title.zh, blocks: section.blocks })),
  })
}
