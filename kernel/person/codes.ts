import type { Text } from '../text/text.ts'

/** Sex, GB/T 2261.1 (1 male, 2 female, 0 unknown) by name. */
export const sexes = {
  male: { zh: '男', en: 'Male' },
  female: { zh: '女', en: 'Female' },
  unknown: { zh: '未知', en: 'Unknown' },
} as const satisfies Record<string, Text>

/** Kind of household registration. */
export const registrationKinds = {
  rural: { zh: '农业户口', en: 'Rural' },
  urban: { zh: '非农业户口', en: 'Urban' },
  resident: { zh: '居民户口', en: 'Resident' },
  collective: { zh: '集体户口', en: 'Collective' },
} as const satisfies Record<string, Text>
