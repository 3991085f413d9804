import type { Random } from '../random.ts'
import type { Sex } from './model.ts'

/** A member to be: age in years (with fraction) on the business date, sex, relation to the head (GB/T 4761). */
export interface MemberPlan {
  readonly age: number
  readonly sex: Sex
  readonly relation: string
  /** Position in the household of the mother, for children. */
  readonly mother?: number
}

const between = (random: Random, from: number, to: number) => from + random.next() * (to - from)
const childSex = (random: Random): Sex => (random.chance(0.515) ? 'male' : 'female')

/** Children of a couple: up to three, born when the mother was 19 to 36; fewer in the last years; most of the grown-up ones live elsewhere. */
function children(random: Random, motherAge: number, mother: number, asGrandchildren = false): MemberPlan[] {
  const count = random.weighted([7, 33, 49, 11])
  const plans: MemberPlan[] = []
  for (let number = 0; number < count; number += 1) {
    const age = motherAge - between(random, 19, 36)
    if (age < 0) continue
    if (age < 7 && random.chance(0.25)) continue
    if (age > 24 && !random.chance(0.42)) continue
    const sex = childSex(random)
    const relation = asGrandchildren ? (sex === 'male' ? '41' : '42') : sex === 'male' ? '20' : '30'
    plans.push({ age, sex, relation, mother })
  }
  return plans
}

function couple(random: Random, headAge: number): MemberPlan[] {
  return [
    { age: headAge, sex: 'male', relation: '02' },
    { age: Math.max(18.5, headAge - between(random, -2, 5)), sex: 'female', relation: '10' },
  ]
}

function parentsOf(random: Random, headAge: number): MemberPlan[] {
  const father = headAge + between(random, 21, 33)
  const mother = father - between(random, -1, 5)
  const plans: MemberPlan[] = []
  const alive = (age: number, sex: Sex) =>
    age < 98 && random.chance(age < 65 ? 0.94 : age < 75 ? 0.8 : sex === 'male' ? 0.42 : 0.55)
  if (alive(father, 'male')) plans.push({ age: father, sex: 'male', relation: '51' })
  if (alive(mother, 'female')) plans.push({ age: mother, sex: 'female', relation: '52' })
  return plans
}

type Maker = (random: Random) => MemberPlan[]

const makers: readonly { readonly weight: number; readonly make: Maker }[] = [
  {
    weight: 33,
    make(random) {
      const plans = couple(random, between(random, 25, 60))
      return [...plans, ...children(random, plans[1]!.age, 1)]
    },
  },
  {
    weight: 33,
    make(random) {
      const head = between(random, 25, 56)
      const plans = couple(random, head)
      return [...plans, ...children(random, plans[1]!.age, 1), ...parentsOf(random, head)]
    },
  },
  {
    // The old head, the married son and grandchildren.
    weight: 7,
    make(random) {
      const son = between(random, 24, 46)
      const head = son + between(random, 22, 30)
      const wife = Math.max(20, son - between(random, -1, 4))
      const plans: MemberPlan[] = [
        { age: head, sex: 'male', relation: '02' },
        { age: head - between(random, -1, 4), sex: 'female', relation: '10' },
        { age: son, sex: 'male', relation: '20' },
        { age: wife, sex: 'female', relation: '38' },
      ]
      return [...plans, ...children(random, wife, 3, true)]
    },
  },
  { weight: 9, make: (random) => couple(random, between(random, 58, 84)) },
  { weight: 6, make: (random) => couple(random, between(random, 44, 60)) },
  {
    weight: 3.5,
    make: (random) => [{ age: between(random, 64, 92), sex: random.chance(0.36) ? 'male' : 'female', relation: '02' }],
  },
  {
    weight: 3.5,
    make: (random) => [{ age: between(random, 26, 60), sex: random.chance(0.72) ? 'male' : 'female', relation: '02' }],
  },
  {
    weight: 3.5,
    make(random) {
      const mother = random.chance(0.6)
      const age = between(random, 29, 56)
      const head: MemberPlan = { age, sex: mother ? 'female' : 'male', relation: '02' }
      return [head, ...children(random, age, 0)]
    },
  },
  {
    // Grandparents with the grandchildren whose parents work elsewhere.
    weight: 2,
    make(random) {
      const plans = couple(random, between(random, 54, 72))
      const sex = childSex(random)
      return [...plans, { age: between(random, 2, 15), sex, relation: sex === 'male' ? '41' : '42' }]
    },
  },
]

/** The members of one household, the head first. */
export function planHousehold(random: Random): MemberPlan[] {
  return makers[random.weighted(makers.map((each) => each.weight))]!.make(random)
}
