import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import {
  investigationClock,
  investigationPeriods,
} from '@kangheng/domains/public-health/communicable-disease/investigation/investigate-actions.ts'
import { courseOf, questionnaireOf } from '@kangheng/domains/public-health/communicable-disease/investigation/course.ts'
import { quietUntil } from '@kangheng/domains/public-health/communicable-disease/investigation/spread.ts'
import * as tables from '@kangheng/domains/public-health/communicable-disease/investigation/tables.ts'
import { findDisease } from '@kangheng/domains/public-health/communicable-disease/notifiable/list.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { ratio, text, whole } from '@kangheng/kernel/wording/decimal.ts'
import { dayOf, isoOf, isoOrNull } from '../days.ts'
import type { Model } from '../model.ts'
import type { DemoCase } from '../services/notifiable-cases.ts'
import { planOutbreakWork, type DemoCluster, type OutbreakWork } from '../services/outbreak-work.ts'
import { diseasesOf } from './communicable-disease.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

const NORMAL_TEMPERATURE = '36.5'
const EXPOSURES = {
  respiratory: '发病前与类似症状者有过近距离接触',
  enteric: '同班同学有呕吐、腹泻者，在校就餐',
  zoonotic: '家中饲养牛羊，接羔、清圈时未戴手套口罩',
  'blood-sexual': '已按规定由专人询问',
} as const

function investigationRows({ county, idOf }: Model, cases: readonly DemoCase[], work: OutbreakWork): TableRows {
  const rows = work.investigations.map(({ case: number, at }, index): CopyValue[] => {
    const { disease, subtype, person, on, reportedAt, outbreak, diedOn } = cases[number]!
    const { code } = person.household.village
    const questionnaire = questionnaireOf(disease, subtype)
    const clock = investigationClock(reportedAt, at)
    const periods = investigationPeriods(disease, subtype, isoOf(on))
    const first = number === work.clusters.find((cluster) => cluster.outbreak === 'measles')?.cases[0]
    return [
      ...[county, idOf('case-investigation', index), code, `H${county}004`, person.id, at.slice(0, 10), 'done'],
      ...[`${at}:00+08`, idOf('notifiable-case', number), disease, findDisease(disease)!.confidential === true],
      ...[questionnaire, clock.investigatedAt, clock.dueAt, clock.inTime, isoOf(on), diedOn ? 'dead' : 'mild'],
      ...[periods.exposedFrom, periods.exposedUntil, periods.infectiousFrom, periods.infectiousUntil],
      ...[first ? 'imported' : outbreak === 'measles' ? 'import-related' : 'local'],
      ...[first ? '发病前12天在外省务工，同宿舍有发热出疹者' : EXPOSURES[questionnaire], 'unknown'],
      ...[questionnaire === 'respiratory' || questionnaire === 'enteric' ? '有，已登记' : null],
      ...[questionnaire === 'enteric' ? '学校食堂' : null, questionnaire === 'enteric' ? '学校直饮水' : null],
      questionnaire === 'zoonotic' ? '饲养牛羊' : null,
    ]
  })
  return rowsFor(
    tables.caseInvestigations,
    [
      ...recordColumns,
      ...(['case', 'disease', 'confidential', 'questionnaire', 'investigatedAt', 'dueAt', 'inTime'] as const),
      ...(['onsetOn', 'severity', 'exposedFrom', 'exposedUntil', 'infectiousFrom', 'infectiousUntil'] as const),
      ...(['infectedWhere', 'exposure', 'vaccinated', 'similarIllness', 'food', 'water', 'animals'] as const),
    ],
    rows.length,
    rows,
  )
}

function contactRows({ county, idOf }: Model, cases: readonly DemoCase[], work: OutbreakWork): TableRows[] {
  const observations: CopyValue[][] = []
  const rows = work.contacts.map((each, index): CopyValue[] => {
    const { code } = each.person.household.village
    const id = idOf('case-contact', index)
    const head = (day: number) => [code, centreCode(code.slice(0, 9)), each.person.id, isoOf(day)] as const
    for (let day = each.registeredOn; day <= each.observedUntil; day += 1) {
      const ill = each.state === 'case' && day === each.observedUntil
      observations.push([
        ...[county, idOf('contact-observation', observations.length), ...head(day), 'recorded', evening(isoOf(day))],
        ...[id, ill ? '38.6' : NORMAL_TEMPERATURE, ill, ill ? '发热、皮疹' : null],
      ])
    }
    const observed = each.observedUntil >= each.registeredOn
    const ended = each.state === 'observing' ? null : each.state === 'case' ? each.observedUntil : each.until
    return [
      ...[county, id, ...head(each.registeredOn), each.state, evening(isoOf(each.registeredOn))],
      ...[idOf('notifiable-case', each.case), cases[each.case]!.disease, each.person.name, each.relation, 'home'],
      ...[isoOf(each.lastContactOn), isoOf(each.until)],
      ...(observed ? [isoOf(each.registeredOn), isoOf(each.observedUntil)] : [null, null]),
      ...[observed ? each.observedUntil - each.registeredOn + 1 : 0],
      ...[each.becameCase === null ? null : idOf('notifiable-case', each.becameCase), isoOrNull(ended)],
    ]
  })
  return [
    rowsFor(
      tables.caseContacts,
      [
        ...recordColumns,
        ...(['case', 'disease', 'name', 'relation', 'site', 'lastContactOn', 'observeUntil'] as const),
        ...(['firstObservedOn', 'lastObservedOn', 'observedDays', 'becameCase', 'endedOn'] as const),
      ],
      rows.length,
      rows,
    ),
    rowsFor(
      tables.contactObservations,
      [...recordColumns, 'contact', 'temperature', 'symptomatic', 'symptoms'],
      observations.length,
      observations,
    ),
  ]
}

function linkRows({ county, idOf }: Model, cases: readonly DemoCase[], { links }: OutbreakWork): TableRows {
  const rows = links.map(({ infector, infectee }, index): CopyValue[] => {
    const [source, own] = [cases[infector]!, cases[infectee]!]
    const on = own.reviewedAt!.slice(0, 10)
    return [
      ...[county, idOf('transmission-link', index), own.person.household.village.code, `H${county}004`, own.person.id],
      ...[on, 'established', evening(on), idOf('notifiable-case', infector), idOf('notifiable-case', infectee)],
      ...[own.disease, 'epidemiological', own.on - source.on],
    ]
  })
  return rowsFor(
    tables.transmissionLinks,
    [...recordColumns, 'infector', 'infectee', 'disease', 'basis', 'interval'],
    rows.length,
    rows,
  )
}

function clusterRows(model: Model, cases: readonly DemoCase[], { clusters }: OutbreakWork): TableRows[] {
  const { county, idOf } = model
  const signals = diseasesOf(model).signals
  const members = clusters.flatMap((cluster, at) => cluster.cases.map((number) => ({ at, number })))
  const rowOf = (cluster: DemoCluster, at: number): CopyValue[] => {
    const onsets = cluster.cases.map((number) => cases[number]!.on).sort((one, other) => one - other)
    const [first, last] = [isoOf(onsets[0]!), isoOf(onsets.at(-1)!)]
    const quiet = quietUntil(courseOf(cluster.disease, null, last)!, last)
    const signal = signals.findIndex((each) => each.outbreak === cluster.outbreak && each.state === 'event')
    const openedOn = signal < 0 ? first : signals[signal]!.raisedAt.slice(0, 10)
    const { conclusion, exposed } = cluster
    return [
      ...[county, idOf('disease-cluster', at), cluster.division, `H${county}004`, null, openedOn],
      ...[
        conclusion ? 'closed' : 'open',
        evening(openedOn),
        cluster.disease,
        cluster.title,
        cluster.kind,
        cluster.site,
      ],
      ...[
        cluster.definition,
        first,
        conclusion ? last : null,
        exposed,
        signal < 0 ? null : idOf('disease-signal', signal),
      ],
      ...[cluster.cases.length, first, last, quiet],
      ...[conclusion && exposed ? text(ratio(whole(cluster.cases.length), whole(exposed), 100, 2)) : null],
      ...[
        conclusion?.source ?? null,
        conclusion?.route ?? null,
        conclusion?.text ?? null,
        conclusion?.measures ?? null,
      ],
      conclusion ? isoOf(dayOf(quiet) + 1) : null,
    ]
  }
  return [
    rowsFor(
      tables.clusters,
      [
        ...recordColumns,
        ...(['disease', 'title', 'kind', 'site', 'definition', 'fromOn', 'untilOn', 'exposed', 'signal'] as const),
        ...(['cases', 'firstOnsetOn', 'lastOnsetOn', 'quietUntil', 'attackRate'] as const),
        ...(['source', 'route', 'conclusion', 'measures', 'closedOn'] as const),
      ],
      clusters.length,
      clusters.map(rowOf),
    ),
    rowsFor(
      tables.clusterCases,
      [...recordColumns, 'cluster', 'case'],
      members.length,
      members.map(({ at, number }, index): CopyValue[] => {
        const { person, on, reviewedAt } = cases[number]!
        return [
          ...[county, idOf('disease-cluster-case', index), person.household.village.code, `H${county}004`, person.id],
          ...[
            isoOf(on),
            'included',
            `${reviewedAt}:00+08`,
            idOf('disease-cluster', at),
            idOf('notifiable-case', number),
          ],
        ]
      }),
    ),
  ]
}

/** Investigations, contacts under observation, chains and clusters. */
export function outbreakWorkTables(model: Model): TableRows[] {
  const { cases } = diseasesOf(model)
  const work = planOutbreakWork(model.population, cases, model.seed)
  return [
    investigationRows(model, cases, work),
    ...contactRows(model, cases, work),
    linkRows(model, cases, work),
    ...clusterRows(model, cases, work),
  ]
}
