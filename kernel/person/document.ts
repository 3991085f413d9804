import type { Text } from '../text/text.ts'
import type { DocumentKind } from './identity-number.ts'

/** Kinds of identity documents a resident may be registered with; `NONE` for newborns whose number has not been given yet. */
export const documentKinds = {
  ID18: { zh: '居民身份证', en: 'Resident identity card' },
  HMT_RESIDENCE: { zh: '港澳台居民居住证', en: 'Residence permit for Hong Kong, Macao and Taiwan residents' },
  FOREIGN_PR: { zh: '外国人永久居留身份证', en: "Foreigner's permanent residence card" },
  HM_PERMIT: { zh: '港澳居民来往内地通行证', en: 'Mainland travel permit for Hong Kong and Macao residents' },
  TW_PERMIT: { zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit for Taiwan residents' },
  PASSPORT: { zh: '护照', en: 'Passport' },
  NONE: { zh: '暂无证件', en: 'No document yet' },
} as const satisfies Record<DocumentKind | 'NONE', Text>

/** What stands in `person.document_kind`. */
export type RegisteredDocumentKind = keyof typeof documentKinds

/** Kinds that have a number. */
export const numberedKinds = Object.keys(documentKinds).filter((kind) => kind !== 'NONE') as DocumentKind[]
