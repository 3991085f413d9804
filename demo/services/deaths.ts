import { chainWords, deceasedOf, selected } from '@kangheng/domains/public-health/cause-of-death/reading.ts'
import { intervalDays, type Condition } from '@kangheng/domains/public-health/cause-of-death/chain.ts'
import { codeFault } from '@kangheng/domains/public-health/cause-of-death/plausibility.ts'
import { isoOf, RECORDS_FROM, TODAY, type Day } from '../days.ts'
import type { Population, Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'

/** Part I in short: a code and its interval for each line, (a) first. */
type Sequence = readonly (readonly [code: string, interval: string])[]
type Choice = readonly [weight: number, sequence: Sequence, partTwo?: string]

/** What people die of here, by age from so many years on; the lowest line is the underlying cause unless a rule says otherwise. */
const causes: readonly (readonly [from: number, choices: readonly Choice[]])[] = [
  [
    65,
    [
      [
        13,
        [
          ['G93.5', '2天'],
          ['I61.9', '5天'],
          ['I10', '10年'],
        ],
      ],
      [
        15,
        [
          ['J18.9', '7天'],
          ['I63.9', '3年'],
        ],
        'I10',
      ],
      [6, [['I64', '6天']]],
      [11, [['I21.9', '12小时']], 'I10'],
      [
        10,
        [
          ['I50.9', '2周'],
          ['I25.9', '8年'],
        ],
      ],
      [
        6,
        [
          ['I50.9', '3周'],
          ['I10', '15年'],
        ],
      ],
      [
        15,
        [
          ['J96.9', '3天'],
          ['J44.1', '2周'],
          ['J44.9', '12年'],
        ],
      ],
      [
        4,
        [
          ['I50.9', '1周'],
          ['I27.9', '5年'],
          ['J44.9', '15年'],
        ],
      ],
      [7, [['C34.9', '10个月']]],
      [5, [['C16.9', '1年']]],
      [
        5,
        [
          ['K72.9', '5天'],
          ['C22.0', '6个月'],
        ],
      ],
      [2, [['C18.9', '2年']]],
      [2, [['C15.9', '1年']]],
      [4, [['E11.9', '12年']], 'I25.9'],
      [3, [['N18.9', '4年']]],
      [2, [['G30.9', '6年']]],
      [
        3,
        [
          ['S06.9', '2天'],
          ['W19', '2天'],
        ],
      ],
      [
        2,
        [
          ['S06.9', '1天'],
          ['V03.1', '1天'],
        ],
      ],
      [2, [['J18.9', '10天']]],
      [
        2,
        [
          ['K92.2', '1天'],
          ['K74.6', '5年'],
        ],
      ],
      [2, [['R54', '不详']]],
      [1.4, [['I50.9', '1周']]],
      [1, [['C80', '8个月']]],
      [
        1,
        [
          ['C34.9', '1年'],
          ['I64', '3年'],
        ],
      ],
    ],
  ],
  [
    40,
    [
      [
        9,
        [
          ['G93.5', '1天'],
          ['I61.9', '3天'],
          ['I10', '6年'],
        ],
      ],
      [6, [['I63.9', '1年']], 'I10'],
      [11, [['I21.9', '6小时']]],
      [
        4,
        [
          ['I50.9', '2周'],
          ['I25.9', '4年'],
        ],
      ],
      [11, [['C34.9', '1年']]],
      [
        10,
        [
          ['K72.9', '3天'],
          ['C22.0', '8个月'],
          ['B18.1', '20年'],
        ],
      ],
      [6, [['C16.9', '1年']]],
      [3, [['C53.9', '2年']]],
      [3, [['C50.9', '3年']]],
      [
        6,
        [
          ['K92.2', '1天'],
          ['K74.6', '4年'],
        ],
      ],
      [
        5,
        [
          ['J96.9', '3天'],
          ['J44.9', '8年'],
        ],
      ],
      [4, [['E11.9', '9年']]],
      [
        9,
        [
          ['S06.9', '1天'],
          ['V29.4', '1天'],
        ],
      ],
      [
        4,
        [
          ['S06.9', '1天'],
          ['W13', '1天'],
        ],
      ],
      [
        4,
        [
          ['T60.0', '1天'],
          ['X68', '1天'],
        ],
      ],
      [3, [['A16.2', '2年']]],
      [1.5, [['R96', '1小时']]],
      [1, [['Y34', '不详']]],
    ],
  ],
  [
    15,
    [
      [
        30,
        [
          ['S06.9', '1天'],
          ['V29.4', '1天'],
        ],
      ],
      [
        10,
        [
          ['T60.0', '1天'],
          ['X68', '1天'],
        ],
      ],
      [8, [['X70', '不详']]],
      [6, [['W74', '不详']]],
      [8, [['C22.0', '6个月']]],
      [6, [['C95.9', '1年']]],
      [6, [['I21.9', '6小时']]],
      [4, [['N18.9', '3年']]],
    ],
  ],
  [
    1,
    [
      [4, [['W74', '不详']]],
      [
        3,
        [
          ['S06.9', '1天'],
          ['V03.1', '1天'],
        ],
      ],
      [3, [['Q24.9', '不详']]],
      [2, [['J18.9', '7天']]],
    ],
  ],
  [
    0,
    [
      [
        4,
        [
          ['P22.0', '2天'],
          ['P07.3', '5天'],
        ],
      ],
      [3, [['P21.0', '1天']]],
      [3, [['Q24.9', '不详']]],
      [2, [['J18.9', '5天']]],
    ],
  ],
]

/** A death with its certificate. */
export interface Death {
  readonly person: Resident
  readonly on: Day
  readonly place: 'institution' | 'home' | 'way' | 'elsewhere'
  /** Null where nobody has certified it yet. */
  readonly reportedOn: Day | null
  readonly reviewedOn: Day | null
  readonly chain: readonly Condition[]
  readonly partOne: string
  readonly partTwo: string | null
  readonly deceased: ReturnType<typeof deceasedOf>
  readonly found: ReturnType<typeof selected>
}

function causeOf(random: Random, deceased: Death['deceased']): Choice {
  const [, choices] = causes.find(([from]) => deceased.age >= from)!
  const fitting = choices.filter(([, sequence]) =>
    sequence.every(([code, interval]) => !codeFault(code, deceased) && (intervalDays(interval) ?? 0) <= deceased.days),
  )
  return fitting[random.weighted(fitting.map(([weight]) => weight))]!
}

/** The deaths of the years of the records, each with the causes that age and sex let expect, reported and reviewed as a county does it. */
export function planDeaths(population: Population, seed: number): Death[] {
  const random = randomOf(seed, 'deaths')
  return population.people.flatMap((person): Death[] => {
    const { leftBy, leftOn: on, sex, birth } = person
    if (leftBy !== 'death' || on === null || on < RECORDS_FROM) return []
    const deceased = deceasedOf({ sex, birth: isoOf(birth) }, isoOf(on))
    const [, sequence, partTwo] = causeOf(random, deceased)
    const chain = sequence.map(([code, interval]) => ({ code, days: intervalDays(interval) ?? null }))
    const words = Object.fromEntries(sequence.map(([, interval], index) => [`${'abcd'[index]!}Interval`, interval]))
    const reported = on + (random.chance(0.965) ? random.int(0, 7) : random.int(8, 40))
    const forgotten = random.chance(0.012)
    const reportedOn = forgotten || reported > TODAY ? null : reported
    const found = selected(chain, partTwo ? [partTwo] : [])
    const reviewed = reported + random.int(1, 6)
    const waits = found.state === 'to-code' && reported > TODAY - 9
    return [
      {
        ...{ person, on, deceased, chain, found, reportedOn, partTwo: partTwo ?? null },
        place: (['institution', 'home', 'way', 'elsewhere'] as const)[random.weighted([22, 72, 3, 3])]!,
        reviewedOn: reportedOn === null || reviewed > TODAY || waits ? null : reviewed,
        partOne: chainWords(chain, { a: chain[0]!.code, aInterval: '不详', ...words }),
      },
    ]
  })
}
