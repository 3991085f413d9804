import { Link } from '@tanstack/react-router'
import type { RecordRow } from '../api/types.ts'
import { useWords } from '../language/words.ts'
import { Panel } from '../parts/page.tsx'
import { certificateWords } from './certificate-words.ts'

/** From the record of a certificate to the certificate itself, and to where one is verified. */
export default function CertificatePanel({ row }: { row: RecordRow }) {
  const t = useWords(certificateWords)
  if (row.state !== 'valid' || !row.person) return null
  return (
    <Panel>
      <p className="section-ways">
        <Link to="/certificates/$id" params={{ id: row.person } as never}>
          {t.open}
        </Link>{' '}
        <Link to="/certificates/verify">{t.verifyTitle}</Link>
      </p>
    </Panel>
  )
}
