import DatePicker from 'antd/es/date-picker'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useWords } from '../language/words.ts'
import { words } from './words.ts'

/** A day as `YYYY-MM-DD`. */
export function DateField({
  id,
  value,
  onChange,
  label,
  invalid = false,
  describedBy,
  placeholder,
}: {
  id?: string
  value: string | undefined
  onChange: (day: string | undefined) => void
  label?: string
  invalid?: boolean
  describedBy?: string
  placeholder?: string
}) {
  const t = useWords(words)
  return (
    <DatePicker
      {...(id ? { id } : {})}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : undefined)}
      placeholder={placeholder ?? t.dateHint}
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      {...(invalid ? { status: 'error' as const } : {})}
      format="YYYY-MM-DD"
      classNames={{ root: 'date-field' }}
    />
  )
}
