import type { Text } from '../text/text.ts'

/** Who acts: an account, or the system's own jobs and imports. */
export interface Actor {
  readonly account: string
  readonly name: string
  readonly role: string
  /** The scope: what lies within this division is seen; a village, a township, the county. */
  readonly division: string
  readonly institution: string | null
  /** For a resident's own account: the one person whose data are seen. */
  readonly person: string | null
  /** Children whom the holder of a resident's own account has the care of: their data are seen as well. */
  readonly wards?: readonly string[]
}

/** What a role is allowed across the house; verbs and record types come from the domains' grants. */
export interface RoleDefinition {
  readonly id: string
  readonly title: Text
  readonly description: Text
  /** Sees names, numbers, phones and addresses in full; others see them masked. */
  readonly unmasked: boolean
  /** Exists in a city too, where there are no records. */
  readonly aboveCounties?: true
  /** May use the kernel's own functions. */
  readonly rights: readonly KernelRight[]
}

/** Functions of the house that belong to no line of business. */
export const kernelRights = [
  'see-figures',
  'see-persons',
  'see-own-person',
  'import',
  'export',
  'set-targets',
  'close-periods',
  'write-bulletin',
  'write-summary',
  'sign-summary',
  'manage-accounts',
  'configure',
  'see-journal',
  'merge-persons',
  'work-offline',
] as const
export type KernelRight = (typeof kernelRights)[number]

/** Declares a role. */
export function defineRole(definition: RoleDefinition): RoleDefinition {
  return definition
}
