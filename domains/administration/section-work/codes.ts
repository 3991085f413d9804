import type { Text } from '@kangheng/kernel/text/text.ts'

/** Meetings that decide something. */
export const meetingKinds = {
  party: { zh: '党组（党委）会议', en: 'Party group meeting' },
  director: { zh: '局长办公会议', en: 'Director’s meeting' },
  routine: { zh: '工作例会', en: 'Routine meeting' },
  section: { zh: '股室会议', en: 'Section meeting' },
  special: { zh: '专题会议', en: 'Meeting on one subject' },
  county: { zh: '全县工作会议', en: 'Meeting of the whole county' },
  committee: { zh: '爱卫会等议事机构会议', en: 'Meeting of a committee' },
} as const satisfies Record<string, Text>

/** Where a matter comes from. */
export const origins = {
  meeting: { zh: '会议议定', en: 'Decided by a meeting' },
  document: { zh: '公文交办', en: 'Asked for by a document' },
  'key-task': { zh: '重点工作', en: 'Key task' },
} as const satisfies Record<string, Text>
export type Origin = keyof typeof origins

/** Programmes that key tasks belong to. */
export const programmes = {
  'patriotic-health': { zh: '爱国卫生重点工程', en: 'Key projects of patriotic health' },
  'healthy-county': { zh: '健康县建设', en: 'Healthy county' },
  livelihood: { zh: '民生实事', en: 'Promises to the people' },
  other: { zh: '其他重点工作', en: 'Other key tasks' },
} as const satisfies Record<string, Text>
export type Programme = keyof typeof programmes
