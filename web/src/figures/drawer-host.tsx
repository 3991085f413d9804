import { lazy, Suspense } from 'react'
import { useAddress } from '../shell/address.ts'
import { readFigureName } from '../parts/value.tsx'

const FigureDrawer = lazy(() => import('./figure-drawer.tsx'))

/** Opens the figure named in the address above whatever page is open; going back closes it. */
export function FigureDrawerHost() {
  const [filters, setFilters] = useAddress<'figure'>()
  const figure = readFigureName(filters.figure)
  if (!figure) return null
  return (
    <Suspense>
      <FigureDrawer figure={figure} onClose={() => setFilters({ figure: undefined })} />
    </Suspense>
  )
}
