import type { ReactNode } from 'react'
import ConfigProvider from 'antd/es/config-provider'
import defaultAlgorithm from 'antd/es/theme/themes/default'
import darkAlgorithm from 'antd/es/theme/themes/dark'
import zhCN from 'antd/es/locale/zh_CN'
import enUS from 'antd/es/locale/en_US'
import { useLanguage } from '../language/language.tsx'
import { useAppearance } from './appearance.ts'

const inks = {
  light: {
    colorPrimary: '#0d5c63',
    colorLink: '#0d5c63',
    colorText: '#1c2429',
    colorTextPlaceholder: '#5f6b73',
    colorSuccess: '#1c6a3a',
    colorWarning: '#855400',
    colorError: '#a6211b',
    colorBgContainer: '#ffffff',
    colorBorder: '#b9c1c3',
  },
  dark: {
    colorPrimary: '#3f9fa4',
    colorLink: '#64c4c8',
    colorText: '#e7ebec',
    colorTextPlaceholder: '#98a4ab',
    colorSuccess: '#74c893',
    colorWarning: '#e3b553',
    colorError: '#f28f87',
    colorBgContainer: '#182125',
    colorBgElevated: '#182125',
    colorBorder: '#4a585f',
  },
} as const

/** Gives the Ant Design parts the same inks, type and language as our own. */
export function Theme({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  const { theme, type } = useAppearance()
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: theme === 'dark' ? darkAlgorithm : defaultAlgorithm,
        token: {
          ...inks[theme],
          fontFamily: 'var(--font)',
          fontSize: type === 'large' ? 17 : 14,
          controlHeight: type === 'large' ? 42 : 34,
          borderRadius: 5,
          motion: false,
        },
      }}
    >
      {children}
    </ConfigProvider>
  )
}
