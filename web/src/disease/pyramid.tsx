import { useWords } from '../language/words.ts'
import { DataTable } from '../parts/table.tsx'
import type { AnalysisAnswer } from './analysis-types.ts'
import { words } from './analysis-words.ts'

type Group = AnalysisAnswer['ages'][number]

function Bar({ count, of, side }: { count: number; of: number; side: 'male' | 'female' }) {
  return (
    <span className={`pyramid-bar pyramid-${side}`}>
      <span style={{ width: `${(count / of) * 100}%` }} />
      <span className="number">{count}</span>
    </span>
  )
}

/** Cases by age and sex: a table whose bars make the pyramid. */
export function Pyramid({ ages }: { ages: readonly Group[] }) {
  const t = useWords(words)
  const most = Math.max(1, ...ages.flatMap((group) => [group.male, group.female]))
  const name = ({ from, to }: Group) => (to === null ? `${from}${t.upward}` : to === from ? `${from}` : `${from}—${to}`)
  return (
    <DataTable
      caption={t.ages}
      quietCaption
      cards={false}
      rows={ages}
      rowKey={(group) => String(group.from)}
      columns={[
        {
          key: 'male',
          title: t.male,
          align: 'right',
          render: (group) => <Bar count={group.male} of={most} side="male" />,
        },
        { key: 'age', title: t.age, head: true, align: 'center', render: name },
        { key: 'female', title: t.female, render: (group) => <Bar count={group.female} of={most} side="female" /> },
        { key: 'both', title: t.both, align: 'right', render: (group) => group.male + group.female },
      ]}
    />
  )
}
