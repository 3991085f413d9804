import type { Text } from '@kangheng/kernel/text/text.ts'
import type { DocumentStatus, ReportDocument } from '@kangheng/kernel/wording/model.ts'

/** Stands on every page of a document whose people and records are invented. */
const SYNTHETIC_MARK: Text = {
  zh: '演示数据：人员与记录均为虚构',
  en: 'Demo data: all people and records are invented',
}

/** How far a document has come; a document that is not finished says so on every page. */
export const DOCUMENT_STATUS_TITLES: Record<DocumentStatus, Text> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '送审稿', en: 'Submitted for review' },
  compiled: { zh: '汇总稿', en: 'Compiled, not signed' },
  closed: { zh: '定稿，待签发', en: 'Closed, not yet issued' },
  signed: { zh: '已签发', en: 'Signed' },
  issued: { zh: '已印发', en: 'Issued' },
}

/** Whether the document is finished and in force. */
function isFinal(status: DocumentStatus): boolean {
  return status === 'signed' || status === 'issued'
}

/** What is printed at the head of every page; nothing for a finished document with real data. */
export function pageMarks(document: ReportDocument): Text[] {
  return [
    ...(document.synthetic ? [SYNTHETIC_MARK] : []),
    ...(isFinal(document.status) ? [] : [DOCUMENT_STATUS_TITLES[document.status]]),
  ]
}
