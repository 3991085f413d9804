import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../api/client.ts'
import type { RecordRow } from '../api/types.ts'
import { useWords } from '../language/words.ts'
import { grouped } from '../parts/number.ts'
import { Facts, Panel } from '../parts/page.tsx'
import { Ready } from '../parts/states.tsx'
import { DataTable } from '../parts/table.tsx'
import { TileMap } from '../parts/tile-map.tsx'
import { Chain } from './chain.tsx'
import type { ClusterPicture, Member } from './cluster-types.ts'
import { EpidemicCurve } from './epidemic-curve.tsx'
import { words } from './words.ts'
import './disease.css'

function Glance({ picture, row }: { picture: ClusterPicture; row: RecordRow }) {
  const t = useWords(words)
  const exposed = row['exposed'] === null ? null : grouped(String(row['exposed']))
  const tally = Object.entries(picture.contacts) as [keyof ClusterPicture['contacts'], number][]
  const total = tally.reduce((sum, [, count]) => sum + count, 0)
  const standing = tally.filter(([, count]) => count > 0).map(([state, count]) => `${t[state]}${count}`)
  return (
    <Facts
      columns={3}
      facts={[
        [t.cases, <strong className="number">{picture.members.length}</strong>],
        [
          t.attackRate,
          picture.attackRate && exposed
            ? `${picture.attackRate}%（${t.attackNote(picture.members.length, exposed)}）`
            : t.noExposed,
        ],
        [
          t.generation,
          picture.generationTime ? `${picture.generationTime}${t.days}（${t.generationNote}）` : t.noLinks,
        ],
        picture.incubation && [t.incubation, `${picture.incubation.join('—')}${t.days}`],
        picture.quietIncubations !== null && [t.over, t.overNote(picture.quietIncubations)],
        [t.contactTally, `${total}${standing.length > 0 ? `（${standing.join('，')}）` : ''}`],
      ]}
    />
  )
}

function Members({ picture }: { picture: ClusterPicture }) {
  const t = useWords(words)
  const numbers = new Map(picture.members.map((member) => [member.id, member.number]))
  const sources = new Map(picture.links.map((link) => [link.infectee, numbers.get(link.infector)]))
  const names = new Map(picture.villages.map((village) => [village.code, village.name]))
  const sourceOf = (member: Member) => {
    const number = sources.get(member.id)
    return number === undefined ? '—' : t.caseNumber(number)
  }
  return (
    <DataTable
      caption={t.list}
      quietCaption
      rows={picture.members}
      rowKey={(member) => member.id}
      columns={[
        {
          key: 'number',
          title: t.number,
          head: true,
          render: (member) => (
            <Link to="/records/$record/$id" params={{ record: 'communicable-disease.case', id: member.id }}>
              {t.caseNumber(member.number)}
            </Link>
          ),
        },
        { key: 'onset', title: t.onset, render: (member) => <span className="number">{member.onset}</span> },
        { key: 'village', title: t.village, render: (member) => names.get(member.division) ?? member.division },
        { key: 'generation', title: t.generationHead, align: 'right', render: (member) => member.generation },
        { key: 'source', title: t.source, render: sourceOf },
        { key: 'investigated', title: t.investigated, render: (member) => (member.investigated ? t.yes : t.no) },
        { key: 'contacts', title: t.contacts, align: 'right', render: (member) => member.contacts },
      ]}
    />
  )
}

/** A cluster as one picture: curve, chain, contacts and villages. */
export default function ClusterPanel({ row }: { row: RecordRow }) {
  const t = useWords(words)
  // Every version of the cluster has a picture of its own: an action on it leads to a new one.
  const query = useQuery({
    queryKey: ['cluster-picture', row.id, row.version],
    queryFn: ({ signal }) => get<ClusterPicture>(`/api/disease/clusters/${row.id}`, {}, signal),
  })
  return (
    <Ready query={query}>
      {(picture) => (
        <>
          <Panel title={t.picture}>
            <Glance picture={picture} row={row} />
            {picture.members.length === 0 && <p className="quiet">{t.noCases}</p>}
          </Panel>
          {picture.members.length > 0 && (
            <>
              <div className="disease-columns">
                <div>
                  <Panel title={t.curve}>
                    <EpidemicCurve picture={picture} />
                    <p className="quiet small">{t.curveNote}</p>
                  </Panel>
                  {picture.links.length > 0 && (
                    <Panel title={t.chain}>
                      <Chain picture={picture} />
                      <p className="quiet small">{t.chainNote}</p>
                    </Panel>
                  )}
                </div>
                <Panel title={t.map}>
                  <TileMap
                    tiles={picture.villages.map(({ cases, ...village }) => ({
                      ...village,
                      value: cases === 0 ? null : String(cases),
                    }))}
                    unit=""
                    label={t.mapNote}
                  />
                  <p className="quiet small">{t.mapNote}</p>
                </Panel>
              </div>
              <Panel title={t.list}>
                <Members picture={picture} />
              </Panel>
            </>
          )}
        </>
      )}
    </Ready>
  )
}
