import { useLanguage, useText } from '../language/language.tsx'
import { defineWords, useWords } from '../language/words.ts'
import { endMonth, kindOf, periodOf, periodsBack, periodTitle, type PeriodKind } from './period.ts'
import { Icon } from './icon.tsx'

const words = defineWords({
  month: { zh: '当月', en: 'Month' },
  ytd: { zh: '年初至今', en: 'Year to date' },
  quarter: { zh: '季度', en: 'Quarter' },
  year: { zh: '全年', en: 'Year' },
  kind: { zh: '统计时段', en: 'Kind of period' },
  period: { zh: '时期', en: 'Period' },
  earlier: { zh: '上一期', en: 'Earlier' },
  later: { zh: '下一期', en: 'Later' },
})

/** Chooses one period: its kind, then which; arrows step to the neighbours. */
export function PeriodChoice({
  value,
  latest,
  kinds = ['month', 'ytd', 'quarter', 'year'],
  onChange,
}: {
  value: string
  latest: string
  kinds?: readonly PeriodKind[]
  onChange: (period: string) => void
}) {
  const t = useWords(words)
  const say = useText()
  const { language } = useLanguage()
  const kind = kindOf(value)
  const periods = periodsBack(kind, latest)
  const index = periods.indexOf(value)
  return (
    <div className="period-choice" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      {kinds.length > 1 && (
        <select
          className="field"
          aria-label={t.kind}
          value={kind}
          onChange={(event) =>
            onChange(periodOf(event.target.value as PeriodKind, endMonth(value) > latest ? latest : endMonth(value)))
          }
        >
          {kinds.map((item) => (
            <option key={item} value={item}>
              {t[item]}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        className="bar-button"
        disabled={index < 0 || index >= periods.length - 1}
        onClick={() => onChange(periods[index + 1]!)}
        title={t.earlier}
      >
        <Icon name="left" />
        <span className="unseen">{t.earlier}</span>
      </button>
      <select className="field" aria-label={t.period} value={value} onChange={(event) => onChange(event.target.value)}>
        {(index < 0 ? [value, ...periods] : periods).map((period) => (
          <option key={period} value={period}>
            {say(periodTitle(period))}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="bar-button"
        disabled={index <= 0}
        onClick={() => onChange(periods[index - 1]!)}
        title={t.later}
      >
        <Icon name="right" />
        <span className="unseen">{t.later}</span>
      </button>
    </div>
  )
}
