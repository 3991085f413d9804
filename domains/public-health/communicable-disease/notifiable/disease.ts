import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** Class of a notifiable disease: 甲类, 乙类, 丙类. */
export type DiseaseClass = 'A' | 'B' | 'C'

/** A card that is filled in besides the report card. */
export type AttachedCard = 'sexually-transmitted' | 'hepatitis-b' | 'tuberculosis'

/** A kind of a disease that the card asks for. */
export interface Subtype {
  readonly id: string
  readonly title: Text
}

/** A disease that must be reported. */
export interface NotifiableDisease {
  readonly id: string
  readonly title: Text
  readonly class: DiseaseClass
  /** First day on which it stood on the list in this class. */
  readonly from: IsoDate
  /** First day on which it no longer did. */
  readonly to?: IsoDate
  readonly subtypes: readonly Subtype[]
  /** Reported within two hours: class A, and what is managed as class A, wholly or in these subtypes. */
  readonly twoHours: boolean | readonly string[]
  readonly attached?: AttachedCard
  /** The card says whether the case is acute or chronic, of the disease or of these subtypes. */
  readonly course?: true | readonly string[]
  /** Only named roles may see who has it. */
  readonly confidential?: boolean
  /** Subtypes that are reported but are no case of the disease in its rates. */
  readonly uncounted?: readonly string[]
}

/** Builds the subtypes of a disease from `id`, Chinese and English name. */
export const kinds = (...list: readonly (readonly [string, string, string])[]): Subtype[] =>
  list.map(([id, zh, en]) => ({ id, title: { zh, en } }))
