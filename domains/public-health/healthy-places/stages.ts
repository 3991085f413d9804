import type { CheckKind } from './codes.ts'

/** Where an application stands. */
export type Stage = 'applied' | 'self-checked' | 'mending' | 'recommended' | 'named' | 'suspended' | 'revoked' | 'ended'

/** What happens to an application. */
export type Step =
  | { readonly kind: 'check'; readonly passed: boolean }
  | { readonly kind: 'mended' | 'name' | 'decline' | 'revoke' | 'withdraw' }

/**
 * Which check an applicant is due in a stage: its own, the county’s once its own was passed, a re-check once it is named; undefined where none is.
 * Source: 国家卫生城镇评审管理办法（2021年版）: 申报、推荐、评估、命名、复审; below the national level LOCAL in the same order.
 */
export function checkOf(stage: Stage): CheckKind | undefined {
  if (stage === 'applied') return 'self'
  if (stage === 'self-checked') return 'county'
  return stage === 'named' || stage === 'suspended' ? 'recheck' : undefined
}

const AFTER_CHECK: Readonly<Record<CheckKind, readonly [passed: Stage, failed: Stage]>> = {
  self: ['self-checked', 'applied'],
  county: ['recommended', 'mending'],
  recheck: ['named', 'suspended'],
}

const AFTER: Readonly<Record<Exclude<Step['kind'], 'check'>, Partial<Record<Stage, Stage>>>> = {
  mended: { mending: 'self-checked' },
  name: { recommended: 'named' },
  decline: { recommended: 'ended' },
  revoke: { named: 'revoked', suspended: 'revoked' },
  withdraw: { applied: 'ended', 'self-checked': 'ended', mending: 'ended' },
}

/** The stage after a step; undefined where it cannot be taken. */
export function stageAfter(stage: Stage, step: Step): Stage | undefined {
  if (step.kind !== 'check') return AFTER[step.kind][stage]
  const check = checkOf(stage)
  return check && AFTER_CHECK[check][step.passed ? 0 : 1]
}
