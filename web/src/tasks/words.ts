import { defineWords } from '../language/words.ts'

export const words = defineWords({
  title: { zh: '待办工作', en: 'Work list' },
  about: {
    zh: (day: string) => `到${day}应办和超期的工作，办完自动消失。`,
    en: (day: string) => `Work due or overdue on ${day}; what is done disappears.`,
  },
  all: { zh: '全部', en: 'All' },
  overdueOnly: { zh: '只看超期', en: 'Overdue only' },
  overdueDays: { zh: (days: number) => `超期${days}天`, en: (days: number) => `${days} days overdue` },
  dueToday: { zh: '今天到期', en: 'due today' },
  dueOn: { zh: (day: string) => `${day}到期`, en: (day: string) => `due ${day}` },
  statutory: { zh: '法定时限', en: 'statutory limit' },
  longOverdue: {
    zh: (days: number) => `长期未办（超期${days}天以上）`,
    en: (days: number) => `Overdue for long (more than ${days} days)`,
  },
  doIt: { zh: '去办理', en: 'Do it' },
  open: { zh: '查看', en: 'Open' },
  none: { zh: '没有要办的工作', en: 'Nothing to do' },
  noneHint: { zh: '当前条件下没有到期或超期的工作。', en: 'Nothing is due or overdue under these filters.' },
  more: { zh: '再显示一些', en: 'Show more' },
  counts: { zh: '按种类', en: 'By kind' },
})
