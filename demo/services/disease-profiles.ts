/** What is assumed of a disease in the demo county. */
export interface DiseaseProfile {
  readonly disease: string
  readonly subtypes?: readonly (readonly [id: string, weight: number])[]
  /** Cases in a year of the whole county. */
  readonly yearly: number
  /** What a year has of that; 1 where it is not named. */
  readonly years?: Readonly<Record<number, number>>
  /** Weight of each month, January first; even when left out. */
  readonly months?: readonly number[]
  /** Completed years of age of most patients. */
  readonly ages: readonly [from: number, to: number]
  /** Longest time from onset to diagnosis, in days. */
  readonly delay: number
  /** Share that is confirmed in the laboratory. */
  readonly confirmed: number
  readonly deadly?: number
}

const winter = [3, 2.2, 1.2, 0.6, 0.3, 0.2, 0.2, 0.2, 0.3, 0.5, 1.1, 2.4]
const summer = [0.2, 0.2, 0.4, 1, 2.2, 2.6, 1.8, 1.1, 1.2, 0.9, 0.5, 0.3]
const spring = [0.8, 0.7, 1.1, 1.5, 1.7, 1.4, 0.8, 0.5, 0.6, 0.8, 1, 1.1]
const autumn = [1.3, 0.8, 0.5, 0.5, 0.6, 0.7, 0.7, 0.7, 0.9, 1.4, 2, 1.9]

/** The diseases of a county in the mountains, none of it anybody’s data: numbers chosen to give a class B incidence of about 150 per 100,000. */
export const diseaseProfiles: readonly DiseaseProfile[] = [
  {
    disease: 'tuberculosis',
    subtypes: [
      ['tb-positive', 50],
      ['tb-negative', 42],
      ['tb-no-result', 7],
      ['tb-resistant', 1],
    ],
    yearly: 105,
    years: { 2021: 1.16, 2022: 1.1, 2023: 1.06, 2025: 0.92 },
    ages: [18, 85],
    delay: 30,
    confirmed: 0.5,
    deadly: 0.006,
  },
  {
    disease: 'viral-hepatitis',
    subtypes: [
      ['hepatitis-b', 78],
      ['hepatitis-c', 16],
      ['hepatitis-e', 4],
      ['hepatitis-a', 2],
    ],
    yearly: 88,
    years: { 2025: 0.86 },
    ages: [20, 75],
    delay: 12,
    confirmed: 0.8,
  },
  {
    disease: 'syphilis',
    subtypes: [
      ['syphilis-latent', 80],
      ['syphilis-primary', 12],
      ['syphilis-secondary', 8],
    ],
    yearly: 42,
    ages: [18, 80],
    delay: 8,
    confirmed: 0.9,
  },
  {
    disease: 'aids',
    subtypes: [
      ['hiv', 65],
      ['aids', 35],
    ],
    yearly: 14,
    ages: [18, 80],
    delay: 10,
    confirmed: 1,
    deadly: 0.05,
  },
  { disease: 'gonorrhoea', yearly: 7, ages: [18, 55], delay: 5, confirmed: 0.9 },
  {
    disease: 'covid-19',
    yearly: 60,
    years: { 2021: 0, 2022: 0.5, 2024: 1.1, 2025: 0.2 },
    months: winter,
    ages: [1, 85],
    delay: 3,
    confirmed: 0.9,
  },
  {
    disease: 'dysentery',
    subtypes: [
      ['dysentery-bacillary', 98],
      ['dysentery-amoebic', 2],
    ],
    yearly: 12,
    months: summer,
    ages: [1, 70],
    delay: 3,
    confirmed: 0.4,
  },
  { disease: 'scarlet-fever', yearly: 13, months: spring, ages: [3, 9], delay: 3, confirmed: 0.1 },
  { disease: 'pertussis', yearly: 9, months: spring, ages: [0, 8], delay: 8, confirmed: 0.6 },
  { disease: 'brucellosis', yearly: 5, months: spring, ages: [25, 70], delay: 20, confirmed: 0.9 },
  {
    disease: 'typhoid',
    subtypes: [
      ['typhoid', 70],
      ['paratyphoid', 30],
    ],
    yearly: 3,
    months: summer,
    ages: [5, 60],
    delay: 6,
    confirmed: 0.7,
  },
  {
    disease: 'influenza',
    yearly: 410,
    years: { 2021: 0.3, 2022: 0.6, 2023: 1.4 },
    months: winter,
    ages: [2, 60],
    delay: 2,
    confirmed: 0.6,
  },
  {
    disease: 'hand-foot-mouth',
    yearly: 360,
    years: { 2022: 0.6, 2023: 1.2 },
    months: summer,
    ages: [0, 6],
    delay: 2,
    confirmed: 0.1,
  },
  { disease: 'infectious-diarrhoea', yearly: 250, months: autumn, ages: [0, 60], delay: 2, confirmed: 0.3 },
  { disease: 'mumps', yearly: 44, months: spring, ages: [4, 15], delay: 3, confirmed: 0.05 },
  { disease: 'typhus', yearly: 11, months: summer, ages: [10, 75], delay: 6, confirmed: 0.5 },
  { disease: 'hemorrhagic-conjunctivitis', yearly: 9, months: summer, ages: [6, 50], delay: 2, confirmed: 0.1 },
  { disease: 'rubella', yearly: 1.5, months: spring, ages: [6, 20], delay: 3, confirmed: 0.5 },
]
