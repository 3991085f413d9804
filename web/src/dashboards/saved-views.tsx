import { useQuery } from '@tanstack/react-query'
import Modal from 'antd/es/modal'
import type { SavedView } from '../api/figure-types.ts'
import { getList } from '../api/rows.ts'
import { useWords } from '../language/words.ts'
import { Ready } from '../parts/states.tsx'
import { useAccount } from '../session/session.ts'
import { cellOfView } from './choices.ts'
import type { Cell } from './types.ts'
import { words } from './words.ts'

/** Adds a view that was saved in the explorer. */
export default function SavedViews({
  cells,
  onDone,
  onClose,
}: {
  cells: readonly Cell[]
  onDone: (cells: Cell[]) => void
  onClose: () => void
}) {
  const t = useWords(words)
  const account = useAccount()
  const query = useQuery({ queryKey: ['views'], queryFn: () => getList<SavedView>('/api/views') })
  return (
    <Modal open title={t.addSaved} footer={null} onCancel={onClose}>
      <Ready query={query}>
        {(views) =>
          views.length === 0 ? (
            <p className="quiet">{t.noSaved}</p>
          ) : (
            <ul className="views">
              {views.map((view) => (
                <li key={view.id}>
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => onDone(cellOfView(view, account.division, cells))}
                  >
                    {view.title}
                  </button>
                  <span className="quiet small">{view.accountName}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Ready>
    </Modal>
  )
}
