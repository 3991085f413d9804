import type { ReactNode } from 'react'
import type { DocumentSection, ReportDocument } from '../api/document-types.ts'
import { useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Blocks } from './blocks.tsx'
import { headingNumber } from './print.ts'
import { words } from './words.ts'
import './document.css'

const officialDay = (iso: string) =>
  `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`

/** A document as it will be printed, with living figures. `sectionBody` may put an editor in a section's place. */
export function DocumentView({
  document,
  sectionBody,
}: {
  document: ReportDocument
  sectionBody?: (section: DocumentSection) => ReactNode
}) {
  const t = useWords(words)
  const say = useText()
  return (
    <article className="paper" lang="zh-CN" aria-label={document.title}>
      {document.synthetic && <p className="paper-synthetic">{t.synthetic}</p>}
      <p className="paper-title" role="heading" aria-level={2}>
        {document.title}
      </p>
      <p className="paper-meta">
        {document.organisation}
        {document.documentNumber && ` · ${document.documentNumber}`} · {say(document.period.title)}
      </p>
      {document.addressees && <p className="document-addressees">{document.addressees}：</p>}
      <Blocks blocks={document.opening} />
      {document.sections.map((section, index) => (
        <section key={section.id} id={`section-${section.id}`}>
          <p className="document-heading document-heading-1" role="heading" aria-level={2}>
            {headingNumber(1, index + 1)}
            {section.title}
          </p>
          {sectionBody ? sectionBody(section) : <Blocks blocks={section.blocks} />}
        </section>
      ))}
      {(document.issuedOn || document.signedBy) && (
        <p className="document-signature">
          {document.organisation}
          <br />
          {document.issuedOn && officialDay(document.issuedOn)}
        </p>
      )}
      {document.attachments?.map((attachment, index) => (
        <section key={attachment.title} className="paper-attachment">
          <p className="quiet">{t.attachment(index + 1)}</p>
          <p className="document-heading document-heading-1" role="heading" aria-level={2}>
            {attachment.title}
          </p>
          <Blocks blocks={attachment.blocks} />
        </section>
      ))}
      {document.copies && document.copies.length > 0 && (
        <p className="document-copies">
          {t.copies}：{document.copies.join('，')}
        </p>
      )}
    </article>
  )
}
