import { centreCode } from '@kangheng/kernel/place/institution-plan.ts'
import { addMonths } from '@kangheng/kernel/period/date.ts'
import { judgeDay } from '@kangheng/domains/public-health/communicable-disease/syndromic/judge.ts'
import {
  counsellingVisits,
  interventions,
} from '@kangheng/domains/public-health/communicable-disease/sexual-health/tables.ts'
import { syndromeCounts } from '@kangheng/domains/public-health/communicable-disease/syndromic/tables.ts'
import {
  fluorideWithin,
  fluorosisControlled,
} from '@kangheng/domains/public-health/communicable-disease/endemic/rules.ts'
import { fluorosisSurveys, snailSurveys } from '@kangheng/domains/public-health/communicable-disease/endemic/tables.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { RECORD_YEARS, isoOf, RECORDS_FROM, TODAY } from '../days.ts'
import type { Model } from '../model.ts'
import { randomOf } from '../random.ts'
import { NOROVIRUS_FROM } from '../services/planted-outbreaks.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'
import { rabiesTables } from './rabies.ts'

/** Villages with snails on record, and with endemic fluorosis, of the county. */
const [SNAIL_VILLAGES, FLUOROSIS_VILLAGES] = [24, 10]

/** Surveys of snails and of fluorosis in the villages concerned, each spring and autumn of the years. */
function endemicTables({ county, population, seed, idOf }: Model): TableRows[] {
  const random = randomOf(seed, 'endemic disease')
  const villages = random.shuffle([...population.villages])
  const years = RECORD_YEARS
  const head = (kind: 'snail-survey' | 'fluorosis-survey', number: number, code: string, on: string) => [
    ...[county, idOf(kind, number), code, centreCode(code.slice(0, 9)), null, on, 'recorded', evening(on)],
  ]
  const snails: CopyValue[][] = []
  for (const { code } of villages.slice(0, SNAIL_VILLAGES)) {
    const area = random.int(20, 260) * 1000
    let withSnails = random.int(2, 30) * 100
    for (const year of years) {
      const examined = random.int(40, 220)
      const on = addMonths(`${year}-03-20`, random.int(0, 2))
      snails.push([
        ...head('snail-survey', snails.length, code, on),
        ...[year, area, withSnails, 0, withSnails + random.int(2, 20) * 100, examined, 0, random.int(20, 120)],
      ])
      withSnails = Math.round(withSnails * 0.08) * 10
    }
  }
  const fluorosis: CopyValue[][] = []
  for (const { code } of villages.slice(-FLUOROSIS_VILLAGES)) {
    const fluoride = random.int(40, 130) / 100
    for (const year of years) {
      const children = random.int(18, 60)
      const found = { fluoride, smallSupply: true, children, affected: Math.floor(children * random.next() * 0.32) }
      fluorosis.push([
        ...head('fluorosis-survey', fluorosis.length, code, `${year}-10-${random.int(10, 28)}`),
        ...[year, fluoride.toFixed(2), true, children, found.affected],
        ...[fluorideWithin(fluoride, true), fluorosisControlled(found)],
      ])
    }
  }
  return [
    rowsFor(
      snailSurveys,
      [
        ...recordColumns,
        ...(['year', 'surveyedArea', 'snailArea', 'newSnailArea', 'controlledArea'] as const),
        ...(['snailsExamined', 'infectedSnails', 'workers'] as const),
      ],
      snails.length,
      snails,
    ),
    rowsFor(
      fluorosisSurveys,
      [
        ...recordColumns,
        ...(['year', 'fluoride', 'smallSupply', 'children', 'affected', 'waterWithin', 'controlled'] as const),
      ],
      fluorosis.length,
      fluorosis,
    ),
  ]
}

/** Days of which the places of syndromic surveillance have reported. */
const SYNDROME_DAYS = 120

/** What the norovirus of the primary school adds from its first day on: to absence there, and to visits for diarrhoea. */
const NOROVIRUS_ADDS: Readonly<Record<string, readonly number[]>> = {
  'school-absence': [4, 14, 22, 15, 9],
  diarrhoea: [0, 5, 11, 9, 4, 3],
}

/** Daily counts of fever and diarrhoea clinics, influenza-like illness, a pharmacy and a school; the school is silent on weekends. */
function syndromeTables({ county, population, seed, idOf, layer }: Model): TableRows[] {
  const random = randomOf(seed, 'syndromic surveillance')
  const { code } = population.villages[0]!
  const township = code.slice(0, 9)
  const places = [
    { syndrome: 'fever-clinic', unit: '县人民医院发热门诊', division: county, usual: 14, total: null },
    { syndrome: 'influenza-like', unit: '县人民医院内儿科门诊', division: county, usual: 22, total: 380 },
    { syndrome: 'diarrhoea', unit: '县人民医院肠道门诊', division: county, usual: 8, total: null },
    { syndrome: 'pharmacy-sales', unit: '惠民大药房（演示）', division: township, usual: 35, total: null },
    { syndrome: 'school-absence', unit: '中心小学（演示）', division: code, usual: 5, total: 620 },
  ] as const
  const rows: CopyValue[][] = []
  // The county has one hospital and one school of that name, however many layers it is made in.
  for (const { syndrome, unit, division, usual, total } of layer.index === 0 ? places : []) {
    const institution = division === county ? `H${county}001` : centreCode(township)
    const before: { on: string; count: number }[] = []
    for (let day = TODAY - SYNDROME_DAYS; day < TODAY; day += 1) {
      const on = isoOf(day)
      const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
      if (syndrome === 'school-absence' && (weekday === 0 || weekday === 6)) continue
      const ordinary = Math.max(0, Math.round(usual * (0.75 + 0.5 * random.next()) * (weekday === 1 ? 1.15 : 1)))
      const count = ordinary + (NOROVIRUS_ADDS[syndrome]?.[day - NOROVIRUS_FROM] ?? 0)
      const { alarm, upper } = judgeDay(before, { on, count })
      before.push({ on, count })
      rows.push([
        ...[county, idOf('syndrome-count', rows.length), division, institution, null, on, 'reported', evening(on)],
        ...[syndrome, unit, count, total, upper === null ? null : Math.floor(upper), alarm],
      ])
    }
  }
  return [
    rowsFor(
      syndromeCounts,
      [...recordColumns, 'syndrome', 'unit', 'count', 'total', 'upper', 'alarm'],
      rows.length,
      rows,
    ),
  ]
}

/** Visits for counselling a year for each thousand residents. */
const VISITS_PER_THOUSAND = 9

/** Counselling, testing and outreach of the two years of the records; nobody is named, so nobody of the model is meant. */
function sexualHealthTables({ county, population, seed, idOf }: Model): TableRows[] {
  const random = randomOf(seed, 'counselling and outreach')
  const visits: CopyValue[][] = []
  const count = Math.round((population.residents.length / 1000) * VISITS_PER_THOUSAND * 2)
  for (let number = 0; number < count; number += 1) {
    const on = isoOf(random.int(RECORDS_FROM, TODAY - 1))
    const tested = random.chance(0.94)
    const reactive = tested && random.chance(0.006)
    visits.push([
      ...[county, idOf('counselling-visit', number), county, `H${county}004`, null, on, 'recorded', evening(on)],
      ...[random.pick(['general', 'general', 'pregnant', 'sexually-transmitted', 'partner', 'older-man'])],
      ...[random.chance(0.52) ? 'male' : 'female', random.pick(['15-24', '25-49', '25-49', '50-59', 'over-60'])],
      ...[tested, !tested ? 'not-tested' : reactive ? 'reactive' : 'negative', tested && random.chance(0.97), reactive],
    ])
  }
  const outreach: CopyValue[][] = []
  for (const township of new Set(population.villages.map(({ code }) => code.slice(0, 9))))
    for (let on = RECORDS_FROM + random.int(5, 40); on < TODAY; on += random.int(60, 120)) {
      const reached = random.int(20, 160)
      outreach.push([
        ...[county, idOf('outreach', outreach.length), township, centreCode(township), null, isoOf(on), 'recorded'],
        ...[evening(isoOf(on)), random.pick(['young-student', 'general', 'older-man', 'sex-work'])],
        ...[random.pick(['school', 'community', 'worksite', 'entertainment']), reached, random.int(0, 3) * 50],
        ...[random.int(0, reached), Math.floor(reached * 0.06)],
      ])
    }
  return [
    rowsFor(
      counsellingVisits,
      [...recordColumns, 'clientGroup', 'sex', 'ageBand', 'tested', 'result', 'resultTold', 'referred'],
      visits.length,
      visits,
    ),
    rowsFor(
      interventions,
      [...recordColumns, 'clientGroup', 'venue', 'reached', 'condoms', 'leaflets', 'toTesting'],
      outreach.length,
      outreach,
    ),
  ]
}

/** The rabies clinics, the surveys of endemic disease, syndromic surveillance, counselling and outreach. */
export function diseaseProgrammeTables(model: Model): TableRows[] {
  return [...rabiesTables(model), ...endemicTables(model), ...syndromeTables(model), ...sexualHealthTables(model)]
}
