/* eslint-disable @typescript-eslint/no-explicit-any -- a domain holds records and actions of any row type; each was checked where it was declared */
import type { ActionDefinition } from '../record/define-action.ts'
import type { RecordDefinition } from '../record/define-record.ts'
import type { RoleDefinition } from '../access/actor.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { TaskDefinition } from '../task/define-task.ts'
import type { QualityCheck } from '../quality/define-check.ts'
import type { Text } from '../text/text.ts'
import type { ParagraphDefinition } from '../wording/paragraph.ts'

/** The wings of the house, in the order of the navigation. */
export type Wing =
  | 'population'
  | 'public-health'
  | 'clinical'
  | 'insurance'
  | 'supervision'
  | 'emergency'
  | 'administration'
  | 'portal'
  | 'fixture'

/** A record of whatever row type. */
export type AnyRecord = RecordDefinition<any>

/** An action of whatever record and input. */
export type AnyAction = ActionDefinition<any, any>

/** What one role may do and see in a line of business. */
export interface Grant {
  readonly role: RoleDefinition
  readonly may: readonly AnyAction[]
  readonly sees: readonly AnyRecord[]
}

/** A line of business: everything it contributes, in one object. */
export interface DomainDefinition {
  readonly id: string
  readonly wing: Wing
  readonly title: Text
  /** What this line of business is, in one or two sentences. */
  readonly description: Text
  /** Domains whose exports this one uses. */
  readonly needs: readonly DomainDefinition[]
  readonly records: readonly AnyRecord[]
  readonly actions: readonly AnyAction[]
  readonly tasks: readonly TaskDefinition[]
  readonly indicators: readonly Indicator[]
  readonly paragraphs: readonly ParagraphDefinition[]
  readonly grants: readonly Grant[]
  /** What can be wrong with its rows, and how it is put right. */
  readonly quality: readonly QualityCheck[]
  /** What the house does by itself once a day, without input, with the rights of a role: the same actions that people run. */
  readonly daily: readonly { readonly action: AnyAction; readonly as: RoleDefinition }[]
}

type Lists = 'needs' | 'records' | 'actions' | 'tasks' | 'indicators' | 'paragraphs' | 'grants' | 'quality' | 'daily'

/** Declares a line of business; lists that would be empty may be left out. */
export function defineDomain(
  definition: Omit<DomainDefinition, Lists> & Partial<Pick<DomainDefinition, Lists>>,
): DomainDefinition {
  const none = {
    needs: [],
    records: [],
    actions: [],
    tasks: [],
    indicators: [],
    paragraphs: [],
    grants: [],
    quality: [],
    daily: [],
  }
  return { ...none, ...definition }
}

/** What a role may do and see; lists that would be empty may be left out. */
export function grant(
  role: RoleDefinition,
  rights: { may?: readonly AnyAction[]; sees?: readonly AnyRecord[] },
): Grant {
  return { role, may: rights.may ?? [], sees: rights.sees ?? [] }
}
