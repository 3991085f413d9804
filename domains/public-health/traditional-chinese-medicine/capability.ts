import type { Text } from '@kangheng/kernel/text/text.ts'

/** The service area of an institution. Source: 社区卫生服务中心 乡镇卫生院中医馆服务能力提升建设标准（试行）, 社区卫生服务站 村卫生室中医阁建设标准（试行）, 2023. */
export const zones = {
  hall: { zh: '中医馆', en: 'Hall (centres)' },
  pavilion: { zh: '中医阁', en: 'Pavilion (stations and clinics)' },
  none: { zh: '尚无', en: 'None yet' },
} as const satisfies Record<string, Text>

/** Kinds of techniques; an institution with six or more of them counts. Source: as above, ten classes of techniques of TCM. */
export const techniqueKinds = {
  needling: { zh: '针刺类', en: 'Needling' },
  moxibustion: { zh: '灸类', en: 'Moxibustion' },
  tuina: { zh: '推拿类', en: 'Tuina' },
  scraping: { zh: '刮痧类', en: 'Scraping' },
  cupping: { zh: '拔罐类', en: 'Cupping' },
  'micro-needling': { zh: '微创类', en: 'Micro-invasive' },
  anorectal: { zh: '肛肠类', en: 'Anorectal' },
  bones: { zh: '骨伤类', en: 'Bones and joints' },
  washing: { zh: '敷熨熏浴类', en: 'Compresses, steam and baths' },
  other: { zh: '其他类', en: 'Other' },
} as const satisfies Record<string, Text>

/** Kinds of techniques of centres, and of stations and clinics. */
export const ENOUGH_KINDS = { hall: 6, pavilion: 4 } as const
