import { Link } from '@tanstack/react-router'
import { useMutation } from '@tanstack/react-query'
import { remove } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import { common } from '../language/common.ts'
import { useLanguage, useText } from '../language/language.tsx'
import { useWords } from '../language/words.ts'
import { Icon } from '../parts/icon.tsx'
import { useAccount } from '../session/session.ts'
import { setAppearance, useAppearance } from '../theme/appearance.ts'
import { useHouse } from './house.ts'
import { words } from './words.ts'

/** Language, light or dark, size of type: as buttons that say what they change to. */
export function DisplayChoices() {
  const t = useWords(words)
  const { language, setLanguage } = useLanguage()
  const { theme, type } = useAppearance()
  return (
    <div className="display-choices" role="group" aria-label={t.appearance}>
      <button
        type="button"
        className="bar-button"
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        lang={language === 'zh' ? 'en' : 'zh-CN'}
      >
        {language === 'zh' ? 'EN' : '中文'}
        <span className="unseen">{language === 'zh' ? ' English' : ' 切换为中文'}</span>
      </button>
      <button
        type="button"
        className="bar-button"
        onClick={() => setAppearance({ theme: theme === 'dark' ? 'light' : 'dark' })}
        title={theme === 'dark' ? t.light : t.dark}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        <span className="unseen">{theme === 'dark' ? t.light : t.dark}</span>
      </button>
      <button
        type="button"
        className="bar-button"
        aria-pressed={type === 'large'}
        onClick={() => setAppearance({ type: type === 'large' ? 'normal' : 'large' })}
        title={type === 'large' ? t.normalType : t.largeType}
      >
        <Icon name="type" />
        <span className="unseen">{t.largeType}</span>
      </button>
    </div>
  )
}

/** The product's sign and name. */
export function Brand() {
  const t = useWords(common)
  return (
    <span className="brand">
      <Icon name="scale" />
      {t.product}
    </span>
  )
}

/** The bar above every page: whose county, which day, who is signed in. */
export function TopBar() {
  const t = useWords(words)
  const say = useText()
  const house = useHouse()
  const account = useAccount()
  const { language } = useLanguage()
  const leave = useMutation({
    mutationFn: () => remove('/api/session'),
    onSettled: () => {
      queries.clear()
      location.assign('/')
    },
  })
  return (
    <header className="top-bar no-print">
      <Link to="/" className="top-brand">
        <Brand />
      </Link>
      <span className="top-county">{language === 'zh' ? house.county.name : house.county.englishName}</span>
      <span className="top-date">
        {t.today} <time className="number">{house.today}</time>
      </span>
      <span className="top-space" />
      <DisplayChoices />
      <Link to="/account" className="top-account" title={t.account}>
        <Icon name="person" />
        <span className="top-account-words">
          {account.name}
          <span className="quiet small">
            {say(account.roleTitle)} · {account.institutionName ?? account.divisionName}
          </span>
        </span>
      </Link>
      <button type="button" className="bar-button top-leave" onClick={() => leave.mutate()} disabled={leave.isPending}>
        {t.signOut}
      </button>
    </header>
  )
}
