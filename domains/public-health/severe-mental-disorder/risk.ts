import type { Text } from '@kangheng/kernel/text/text.ts'
import { inForce, THIRD_EDITION, type RuleVersion } from '../chronic-follow-up/index.ts'

/** What was seen or told of the patient since the last contact, by how dangerous it is. */
export const behaviours = {
  threats: { zh: '口头威胁、喊叫，没有打砸行为', en: 'Threats or shouting, no smashing' },
  'smashing-at-home': {
    zh: '打砸行为，局限在家里，针对财物，能被劝说制止',
    en: 'Smashing, only at home, property, can be talked down',
  },
  'smashing-anywhere': {
    zh: '明显打砸行为，不分场合，针对财物，不能接受劝说而停止',
    en: 'Smashing anywhere, property, cannot be talked down',
  },
  'smashing-on': {
    zh: '持续的打砸行为，不分场合，针对财物或人，不能接受劝说而停止',
    en: 'Continuous smashing anywhere, property or people, cannot be stopped',
  },
  'self-harm': { zh: '自伤、自杀', en: 'Self-harm, suicide' },
  armed: { zh: '持管制性危险武器的针对人的任何暴力行为', en: 'Any violence against people with a dangerous weapon' },
  arson: { zh: '纵火、爆炸等行为', en: 'Arson, explosion' },
} as const satisfies Record<string, Text>
export type Behaviour = keyof typeof behaviours

/** Titles of the grades 0 to 5. */
export const riskGrades = {
  0: { zh: '0级', en: '0' },
  1: { zh: '1级', en: '1' },
  2: { zh: '2级', en: '2' },
  3: { zh: '3级', en: '3' },
  4: { zh: '4级', en: '4' },
  5: { zh: '5级', en: '5' },
} as const satisfies Record<number, Text>

/** Source: third edition, 严重精神障碍患者管理, 危险性评估: six grades. */
const gradeOfBehaviour: readonly [
  RuleVersion<Readonly<Record<Behaviour, number>>>,
  ...RuleVersion<Readonly<Record<Behaviour, number>>>[],
] = [
  {
    ...THIRD_EDITION,
    value: {
      threats: 1,
      'smashing-at-home': 2,
      'smashing-anywhere': 3,
      'smashing-on': 4,
      'self-harm': 4,
      armed: 5,
      arson: 5,
    },
  },
]

/** The risk grade of a contact: that of the gravest behaviour seen, 0 where there was none. */
export function riskOf(seen: readonly string[], on: string): number {
  const grades = inForce(gradeOfBehaviour, on)
  return Math.max(0, ...seen.map((each) => grades[each as Behaviour]))
}

/** From this grade on the patient is unstable, the police are told when needed, and county and police look at the case together. */
export const HIGH_RISK = 3

/** What the class of a patient depends on. */
export interface Condition {
  readonly risk: number
  readonly symptomState: 'gone' | 'some' | 'marked'
  readonly insight: 'full' | 'partial' | 'none'
  readonly socialFunction: 'good' | 'fair' | 'poor'
  readonly reaction: 'none' | 'present' | 'severe' | 'no-medicine'
  readonly somatic: 'none' | 'stable' | 'severe'
}

export const patientClasses = {
  stable: { zh: '病情稳定', en: 'Stable' },
  'basically-stable': { zh: '病情基本稳定', en: 'Basically stable' },
  unstable: { zh: '病情不稳定', en: 'Unstable' },
} as const satisfies Record<string, Text>
export type PatientClass = keyof typeof patientClasses

/** The class of a contact. Source: third edition, 严重精神障碍患者管理, 分类干预. */
export function classOf(found: Condition): PatientClass {
  const { risk, symptomState, insight, socialFunction, reaction, somatic } = found
  const grave = symptomState === 'marked' || insight === 'none' || reaction === 'severe' || somatic === 'severe'
  if (risk >= HIGH_RISK || grave) return 'unstable'
  const poor = symptomState === 'some' || insight === 'partial' || socialFunction === 'poor'
  return risk >= 1 || poor ? 'basically-stable' : 'stable'
}
