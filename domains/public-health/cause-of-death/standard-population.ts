import type { RuleVersion } from '../chronic-follow-up/index.ts'

/**
 * Standard populations of direct standardisation, in parts of 100 by the age groups 0–4, 5–9 … 85 and over. The county takes another one by a further version:
 * figures of different standards must not be compared.
 */
export const standardPopulation: readonly [RuleVersion<readonly number[]>, ...RuleVersion<readonly number[]>[]] = [
  {
    from: '2001-01-01',
    source:
      'O. Ahmad et al., Age standardization of rates: a new WHO standard (GPE discussion paper 31, 2001): world standard 2000–2025',
    value: [
      ...[8.86, 8.69, 8.6, 8.47, 8.22, 7.93, 7.61, 7.15, 6.59],
      ...[6.04, 5.37, 4.55, 3.72, 2.96, 2.21, 1.52, 0.91, 0.635],
    ],
  },
]
