import {
  administrator,
  bureauLeader,
  bureauSection,
  countyInstitution,
  diseaseControl,
  townshipCentre,
  upperLevel,
  villageDoctor,
} from '@kangheng/domains/roles.ts'
import type { Cell } from '@kangheng/reporting/dashboard/cell.ts'
import { LEADER, SECTION, type Stage } from './stage.ts'

const TOWNSHIP = 'township-centre'
const TO_DATE = { kind: 'this-year-to-date' } as const
const MONTHS = { kind: 'last-12-months' } as const

/** A view with its title; for the reader's own place and this year unless told otherwise. */
function view(
  kind: Cell['view'],
  indicators: readonly string[],
  zh: string,
  en: string,
  more: Partial<Cell> = {},
): Cell {
  const below = kind === 'bar' || kind === 'map'
  return {
    id: '',
    view: kind,
    title: { zh, en },
    indicators: [...indicators],
    places: { kind: below ? 'below-own' : 'own' },
    periods: kind === 'line' ? MONTHS : TO_DATE,
    width: kind === 'number' ? 1 : 2,
    height: kind === 'number' ? 1 : 2,
    ...more,
  }
}
const numbered = (cells: readonly Cell[]) => cells.map((cell, index) => ({ ...cell, id: `v${index + 1}` }))

/** What a leader asks first: where we stand, who lags, which way it goes. */
const leader = numbered([
  view('number', ['family-doctor.coverage'], '签约覆盖率', 'Contract coverage'),
  view('number', ['immunization.coverage'], '国家免疫规划疫苗接种率', 'Vaccination coverage'),
  view('number', ['maternal-health.systematic-rate'], '孕产妇系统管理率', 'Systematic care of mothers'),
  view('number', ['child-health.management-rate'], '0—6岁儿童健康管理率', 'Care of children under 7'),
  view(
    'bullet',
    [
      'family-doctor.coverage',
      'family-doctor.key-coverage',
      'family-doctor.renewal-rate',
      'immunization.coverage',
      'maternal-health.early-booking-rate',
      'child-health.systematic-rate',
    ],
    '责任目标完成情况',
    'Targets of the year',
    { height: 3 },
  ),
  view('bar', ['family-doctor.coverage'], '各地签约覆盖率', 'Contract coverage by place', { height: 3 }),
  view('line', ['family-doctor.coverage', 'family-doctor.key-coverage'], '签约走势', 'Contracts by month'),
  view('map', ['immunization.coverage'], '接种率分布', 'Vaccination coverage on the map'),
])

/** What a township's director looks at each morning: the own township against its targets, and its villages. */
const director = numbered([
  view('number', ['family-doctor.coverage'], '签约覆盖率', 'Contract coverage'),
  view('number', ['family-doctor.fulfilment-rate'], '履约率', 'Services delivered'),
  view('number', ['hypertension.standard-rate'], '高血压规范管理率', 'Hypertension managed by the standard'),
  view('number', ['older-people.management-rate'], '老年人健康管理率', 'Care of older people'),
  view('bar', ['family-doctor.coverage'], '各村签约覆盖率', 'Contract coverage by village', { height: 3 }),
  view(
    'table',
    ['family-doctor.coverage', 'hypertension.standard-rate', 'older-people.management-rate', 'health-record.use-rate'],
    '各村主要指标',
    'Villages at a glance',
    { places: { kind: 'own-and-below' }, height: 3 },
  ),
  view(
    'line',
    ['hypertension.standard-rate', 'diabetes.standard-rate'],
    '慢病规范管理走势',
    'Chronic disease by month',
  ),
  view(
    'bullet',
    [
      'family-doctor.coverage',
      'family-doctor.key-coverage',
      'child-health.management-rate',
      'maternal-health.systematic-rate',
    ],
    '对照责任目标',
    'Against target',
  ),
])

/** What the chief of the section for basic public health works by: every township in one table, the course, the ranking. */
const chief = numbered([
  view(
    'table',
    [
      'health-record.electronic-coverage',
      'hypertension.standard-rate',
      'diabetes.standard-rate',
      'older-people.management-rate',
      'child-health.management-rate',
    ],
    '各乡镇基本公共卫生服务',
    'Basic public health by township',
    { places: { kind: 'own-and-below' }, width: 4, height: 3 },
  ),
  view(
    'line',
    ['hypertension.standard-rate', 'diabetes.standard-rate', 'older-people.management-rate'],
    '规范管理走势',
    'Management by month',
  ),
  view('bar', ['hypertension.standard-rate'], '高血压规范管理率排名', 'Hypertension by place'),
  view('map', ['older-people.management-rate'], '老年人健康管理率分布', 'Care of older people on the map'),
  view('line', ['family-doctor.coverage'], '签约覆盖率与上年', 'Contract coverage and last year'),
])

const everybody = [
  bureauLeader,
  bureauSection,
  townshipCentre,
  villageDoctor,
  countyInstitution,
  diseaseControl,
  upperLevel,
  administrator,
].map((role) => role.id)

/** Dashboards ready to be looked at, one for each who leads, and two notes on figures. */
export async function playDashboards({ act }: Stage): Promise<void> {
  await act(LEADER, '2025-12-01', 'dashboards.dashboard.compose', {
    titleZh: '全县卫生健康一览',
    titleEn: 'The county at a glance',
    sharedWith: [bureauLeader.id, bureauSection.id, upperLevel.id],
    cells: leader,
  })
  await act(TOWNSHIP, '2025-12-02', 'dashboards.dashboard.compose', {
    titleZh: '卫生院院长晨会',
    titleEn: 'The director’s morning',
    sharedWith: [townshipCentre.id, villageDoctor.id],
    cells: director,
  })
  await act(SECTION, '2025-12-03', 'dashboards.dashboard.compose', {
    titleZh: '基本公共卫生服务进度',
    titleEn: 'Basic public health services',
    sharedWith: everybody,
    cells: chief,
  })
  await act(SECTION, '2025-12-05', 'dashboards.note.annotate', {
    indicator: 'family-doctor.coverage',
    place: '530721209',
    period: '2025-12-ytd',
    note: '该乡下半年两个签约团队重组，部分协议待续签',
  })
  await act(SECTION, '2025-12-05', 'dashboards.note.annotate', {
    indicator: 'hypertension.standard-rate',
    place: '530721',
    period: '2025-11',
    note: '11月集中补录此前漏登的面对面随访，与前几个月不完全可比',
  })
}
