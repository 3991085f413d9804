import { useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import { useWords } from '../language/words.ts'
import { Moment } from '../parts/moment.tsx'
import { Panel } from '../parts/page.tsx'
import { Ready } from '../parts/states.tsx'
import { words } from './words.ts'

interface Attachment {
  id: string
  caption: string | null
  attachedAt: string
}

/** The photos of a record, small; each opens in full. */
export function Attachments({ record, id, version }: { record: string; id: string; version: number }) {
  const t = useWords(words)
  const query = useQuery({
    queryKey: ['attachments', record, id, version],
    queryFn: () => get<{ attachments: Attachment[] }>(`/api/records/${record}/${id}/attachments`),
  })
  return (
    <Panel title={t.photos}>
      {query.isError ? (
        <p className="quiet">{t.photosLater}</p>
      ) : (
        <Ready query={query}>
          {({ attachments }) =>
            attachments.length === 0 ? (
              <p className="quiet">{t.noPhotos}</p>
            ) : (
              <ul className="photos">
                {attachments.map((each) => (
                  <li key={each.id}>
                    <a href={`/api/records/${record}/attachments/${each.id}`} target="_blank" rel="noreferrer">
                      <img
                        src={`/api/records/${record}/attachments/${each.id}`}
                        alt={each.caption ?? t.photos}
                        loading="lazy"
                      />
                    </a>
                    <span className="small">
                      {each.caption} <Moment at={each.attachedAt} />
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Ready>
      )}
    </Panel>
  )
}
