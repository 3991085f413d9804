import {
  courseOf,
  investigatedDiseases,
} from '@kangheng/domains/public-health/communicable-disease/investigation/course.ts'
import {
  infectiousPeriod,
  observeUntil,
  possibleExposure,
} from '@kangheng/domains/public-health/communicable-disease/investigation/spread.ts'
import { addMinutes, type Moment } from '@kangheng/kernel/period/moment.ts'
import { dayOf, isoOf, RECORDS_FROM, TODAY, type Day } from '../days.ts'
import { livesHere, type Population, type Resident } from '../people/model.ts'
import { randomOf, type Random } from '../random.ts'
import type { DemoCase } from './notifiable-cases.ts'
import { outbreakPlaces } from './planted-outbreaks.ts'

/** The investigation of a case; cases are named by their number in the list of cases. */
export interface DemoInvestigation {
  readonly case: number
  readonly at: Moment
}

export interface DemoLink {
  readonly infector: number
  readonly infectee: number
}

/** A contact with its days of observation, the first to the last. */
export interface DemoContact {
  readonly case: number
  readonly person: Resident
  readonly relation: 'household' | 'classmate' | 'other'
  readonly registeredOn: Day
  readonly lastContactOn: Day
  readonly until: Day
  readonly observedUntil: Day
  readonly state: 'observing' | 'case' | 'released'
  readonly becameCase: number | null
}

export interface DemoCluster {
  readonly outbreak: NonNullable<DemoCase['outbreak']>
  readonly title: string
  readonly disease: string
  readonly kind: 'school' | 'area'
  readonly division: string
  readonly site: string | null
  readonly definition: string
  readonly exposed: number | null
  readonly cases: readonly number[]
  readonly conclusion: {
    readonly source: string
    readonly route: string
    readonly text: string
    readonly measures: string
  } | null
}

/** How disease control worked on the cases of the demo. */
export interface OutbreakWork {
  readonly investigations: readonly DemoInvestigation[]
  readonly links: readonly DemoLink[]
  readonly contacts: readonly DemoContact[]
  readonly clusters: readonly DemoCluster[]
}

const [NOT_INVESTIGATED, LATE] = [0.04, 0.05]
const CONTACTS_OF_A_CASE = 5
/** Diseases whose newest cases have contacts under observation on the demo's day. */
const OBSERVED_NOW = ['scarlet-fever', 'mumps', 'hand-foot-mouth', 'pertussis', 'influenza']
const CASES_OBSERVED_NOW = 3

function investigate(random: Random, cases: readonly DemoCase[]): DemoInvestigation[] {
  return cases.flatMap((each, number): DemoInvestigation[] => {
    const needed = each.outbreak !== null || (investigatedDiseases.includes(each.disease) && each.on >= RECORDS_FROM)
    if (!needed || !each.reviewedAt || random.chance(NOT_INVESTIGATED)) return []
    const at = addMinutes(each.reportedAt, random.chance(LATE) ? random.int(1500, 4000) : random.int(60, 1380))
    return at.slice(0, 10) > isoOf(TODAY) ? [] : [{ case: number, at }]
  })
}

/** Each case of measles is linked to the latest earlier one that can have infected it, of its own township where there is one. */
function linkMeasles(cases: readonly DemoCase[], members: readonly number[]): DemoLink[] {
  return members.flatMap((infectee, index): DemoLink[] => {
    const own = cases[infectee]!
    const possible = members.slice(0, index).filter((infector) => {
      const onset = isoOf(cases[infector]!.on)
      return possibleExposure(courseOf('measles', null, onset)!, onset, isoOf(own.on)) !== undefined
    })
    const township = (number: number) => cases[number]!.person.household.village.code.slice(0, 9)
    const infector = possible.findLast((each) => township(each) === township(infectee)) ?? possible.at(-1)
    return infector === undefined ? [] : [{ infector, infectee }]
  })
}

/** Neighbours and members of the household of a case who did not fall ill. */
function contactsOf(
  population: Population,
  cases: readonly DemoCase[],
  number: number,
  taken: Set<Resident>,
): DemoContact[] {
  const { disease, subtype, person, on, reportedAt } = cases[number]!
  const onset = isoOf(on)
  const course = courseOf(disease, subtype, onset)
  const infectious = course && infectiousPeriod(course, onset)
  if (!infectious) return []
  const registeredOn = Math.max(on, dayOf(reportedAt.slice(0, 10)))
  const lastContactOn = Math.min(registeredOn, dayOf(infectious.until))
  const near = population.residents
    .filter(
      (each) =>
        each.household.village === person.household.village && !taken.has(each) && livesHere(each, registeredOn),
    )
    .sort((one, other) => Number(other.household === person.household) - Number(one.household === person.household))
    .slice(0, CONTACTS_OF_A_CASE)
  const until = dayOf(observeUntil(course, isoOf(lastContactOn)))
  return near.map((each): DemoContact => {
    taken.add(each)
    return {
      case: number,
      person: each,
      relation: each.household === person.household ? 'household' : 'other',
      registeredOn,
      lastContactOn,
      until,
      observedUntil: Math.min(until, TODAY - 1),
      state: until < TODAY ? 'released' : 'observing',
      becameCase: null,
    }
  })
}

/** Who was infected was a contact of the source before. */
function infectedContacts(cases: readonly DemoCase[], links: readonly DemoLink[]): DemoContact[] {
  return links.map(({ infector, infectee }): DemoContact => {
    const [source, own] = [cases[infector]!, cases[infectee]!]
    const lastContactOn = Math.min(source.on + 2, own.on - 7)
    const until = dayOf(observeUntil(courseOf('measles', null, isoOf(source.on))!, isoOf(lastContactOn)))
    return {
      case: infector,
      person: own.person,
      relation: own.person.household === source.person.household ? 'household' : 'other',
      registeredOn: source.on + 2,
      lastContactOn,
      until,
      observedUntil: Math.min(own.on, until),
      state: 'case',
      becameCase: infectee,
    }
  })
}

function clustersOf(cases: readonly DemoCase[]): DemoCluster[] {
  const members = (outbreak: DemoCase['outbreak']) =>
    cases.flatMap((each, number) => (each.outbreak === outbreak && each.reviewedAt ? [number] : []))
  const { school, measles } = outbreakPlaces
  const clusters: DemoCluster[] = [
    {
      outbreak: 'norovirus',
      title: `${school.name}诺如病毒感染聚集性疫情`,
      disease: 'infectious-diarrhoea',
      kind: 'school',
      division: school.township,
      site: school.name,
      definition:
        '2025年11月10日起，该校师生中24小时内呕吐2次以上或腹泻3次以上且伴有性状改变者；诺如病毒核酸阳性为确诊病例',
      exposed: 486,
      cases: members('norovirus'),
      conclusion: {
        source: '首发学生在教室内呕吐，呕吐物未规范消毒',
        route: 'contact',
        text: '诺如病毒GⅡ型引起的聚集性疫情，以班级内人传人为主；饮用水、留样食品和从业人员肛拭子均为阴性',
        measures: '病例居家隔离至症状消失后72小时，教室、厕所按规程消毒，停用直饮水，每日晨午检并因病缺课追踪',
      },
    },
    {
      outbreak: 'measles',
      title: '输入性麻疹及二代传播疫情',
      disease: 'measles',
      kind: 'area',
      division: measles[0].slice(0, 6),
      site: null,
      definition: '2025年4月起，两乡镇发热、出疹并伴咳嗽、卡他或结膜炎之一者；麻疹IgM阳性或核酸阳性为确诊病例',
      exposed: 1_240,
      cases: members('measles'),
      conclusion: {
        source: '外省返乡人员输入',
        route: 'droplet',
        text: '外省输入病例引起本地传播，波及两个乡镇；续发病例多为未接种或免疫史不详者',
        measures: '病例隔离至出疹后4天，密接医学观察21天，8月龄至14岁儿童查漏补种，重点人群应急接种',
      },
    },
    {
      outbreak: 'brucellosis',
      title: '布鲁氏菌病持续上升疫情',
      disease: 'brucellosis',
      kind: 'area',
      division: measles[0].slice(0, 6),
      site: null,
      definition: '2025年3月起，有牛羊接触史，发热、多汗、关节痛并经血清学试管凝集试验阳性者',
      exposed: null,
      cases: members('brucellosis'),
      conclusion: null,
    },
  ]
  return clusters.filter((cluster) => cluster.cases.length > 0)
}

/** What was done about the cases of the demo: investigations of two years, and the work on its outbreaks. */
export function planOutbreakWork(population: Population, cases: readonly DemoCase[], seed: number): OutbreakWork {
  const random = randomOf(seed, 'outbreak work')
  const clusters = clustersOf(cases)
  const measles = clusters.find((cluster) => cluster.outbreak === 'measles')?.cases ?? []
  const links = linkMeasles(cases, measles)
  const taken = new Set(measles.map((number) => cases[number]!.person))
  const newest = cases
    .flatMap((each, number) =>
      each.reviewedAt && each.on < TODAY && OBSERVED_NOW.includes(each.disease) ? [number] : [],
    )
    .slice(-CASES_OBSERVED_NOW)
  return {
    investigations: investigate(random, cases),
    links,
    contacts: [
      ...infectedContacts(cases, links),
      ...[...measles, ...newest].flatMap((number) => contactsOf(population, cases, number, taken)),
    ],
    clusters,
  }
}
