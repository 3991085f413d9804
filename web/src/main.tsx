import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import './theme/tokens.css'
import './theme/base.css'
import { queries } from './api/queries.ts'
import { LanguageProvider } from './language/language.tsx'
import { router } from './shell/router.tsx'
import { Theme } from './theme/theme.tsx'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LanguageProvider>
      <Theme>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Theme>
    </LanguageProvider>
  </StrictMode>,
)
