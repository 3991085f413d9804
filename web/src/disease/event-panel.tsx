import { useMutation, useQuery } from '@tanstack/react-query'
import { download, get } from '../api/client.ts'
import type { RecordRow } from '../api/types.ts'
import { useWords } from '../language/words.ts'
import { Button } from '../parts/button.tsx'
import { Panel } from '../parts/page.tsx'
import { Failure, Ready } from '../parts/states.tsx'
import { TileMap } from '../parts/tile-map.tsx'
import { words } from './event-words.ts'
import './disease.css'

interface EventMap {
  townships: { code: string; name: string; x: number | null; y: number | null; cases: number; resources: number }[]
}

/** The county itself is among the places, for what its own institutions sent. */
const isTownship = ({ code }: { code: string }) => code.length > 6

/** Where an event has its cases, where its resources came from, and its after-action report. */
export default function EventPanel({ row }: { row: RecordRow }) {
  const t = useWords(words)
  // The key begins as that of a board, so that the map is read again when somebody writes there.
  const query = useQuery({
    queryKey: ['board', 'event-map', row.id],
    queryFn: ({ signal }) => get<EventMap>(`/api/emergency/events/${row.id}/map`, {}, signal),
  })
  const save = useMutation({
    mutationFn: () => download(`/api/emergency/events/${row.id}/file`, { name: `${String(row['title'])}.docx` }),
  })
  const tiles = ({ townships }: EventMap, what: 'cases' | 'resources') =>
    townships.filter(isTownship).map(({ code, name, x, y, ...counts }) => ({
      ...{ code, name, x, y },
      value: counts[what] === 0 ? null : String(counts[what]),
    }))
  return (
    <Panel
      title={t.title}
      aside={
        <Button busy={save.isPending} onClick={() => save.mutate()}>
          {t.report}
        </Button>
      }
    >
      {save.error && <Failure error={save.error} />}
      <Ready query={query}>
        {(map) => (
          <div className="event-maps">
            <figure>
              <TileMap tiles={tiles(map, 'cases')} unit="" label={t.cases} />
              <figcaption className="quiet small">{t.cases}</figcaption>
            </figure>
            <figure>
              <TileMap tiles={tiles(map, 'resources')} unit="" label={t.resources} />
              <figcaption className="quiet small">
                {t.resources}
                {map.townships
                  .filter((place) => !isTownship(place) && place.resources > 0)
                  .map((county) => t.fromCounty(county.resources))}
              </figcaption>
            </figure>
          </div>
        )}
      </Ready>
    </Panel>
  )
}
