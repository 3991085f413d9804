import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { driveKinds, placeKinds, problemKinds } from './codes.ts'
import * as tables from './tables.ts'
import { editions, grades, vectors } from './vectors.ts'

const title = (zh: string, en: string) => ({ title: { zh, en } })
const count = (zh: string, en: string, unit: string) => ({ ...title(zh, en), unit: { zh: unit, en: '' } })
const ofPlace = { ...title('网格点位', 'Place'), refersTo: 'record:healthy-places.grid-place' } as const

export const vectorPoint = defineRecord({
  id: 'healthy-places.vector-point',
  title: { zh: '病媒监测点', en: 'Point of vector monitoring' },
  description: { zh: '固定的监测点和应监测的病媒', en: 'A fixed point and the vectors surveyed there' },
  table: tables.vectorPoints,
  states: { active: { zh: '在用', en: 'Active' }, closed: { zh: '停用', en: 'Closed' } },
  happenedOn: { zh: '设点日期', en: 'Since' },
  fields: {
    name: title('监测点', 'Point'),
    rodent: { title: vectors.rodent },
    mosquito: { title: vectors.mosquito },
    fly: { title: vectors.fly },
    cockroach: { title: vectors.cockroach },
    closedOn: title('停用日期', 'Closed on'),
  },
  list: ['name', 'division', 'rodent', 'mosquito', 'fly', 'cockroach', 'state'],
  board: ['healthy-places.survey'],
})

export const survey = defineRecord({
  id: 'healthy-places.survey',
  title: { zh: '病媒密度监测', en: 'Vector survey' },
  description: {
    zh: '一个监测点一种病媒的一次密度调查，按GB/T 27770～27773定级',
    en: 'The density of one vector at a point on a day, graded by GB/T 27770 to 27773',
  },
  table: tables.surveys,
  states: { recorded: { zh: '已登记', en: 'Recorded' } },
  happenedOn: { zh: '监测日期', en: 'On' },
  photos: true,
  fields: {
    name: title('监测点', 'Point'),
    point: { ...title('监测点', 'Point'), refersTo: 'record:healthy-places.vector-point' },
    vector: { ...title('病媒', 'Vector'), values: vectors },
    grade: { ...title('控制水平', 'Grade'), values: grades },
    readings: title('密度', 'Density'),
    rooms: count('检查房间', 'Rooms', '间'),
    positiveRooms: count('阳性房间', 'Positive rooms', '间'),
    insects: count('阳性房间内成虫', 'Adults', '只'),
    eggRooms: count('有活卵鞘房间', 'With egg cases', '间'),
    traceRooms: count('有蟑迹房间', 'With traces', '间'),
    metres: count('外环境检查距离', 'Walked', '米'),
    traces: count('鼠迹或阳性积水', 'Traces or positive waters', '处'),
    dips: count('采样勺', 'Dips', '勺'),
    positiveDips: count('阳性勺', 'Positive dips', '勺'),
    larvae: count('幼虫和蛹', 'Larvae', '只'),
    catches: count('停落法人次', 'Catches', '人次'),
    landed: count('停落蚊虫', 'Landed', '只'),
    sites: count('检查孳生地', 'Sites', '处'),
    positiveSites: count('阳性孳生地', 'Positive sites', '处'),
    facilities: count('检查防护设施', 'Facilities', '处'),
    goodFacilities: count('合格防护设施', 'Good facilities', '处'),
    exposedFood: title('直接入口食品场所有蝇或室内有孳生地', 'Flies at food, or breeding indoors'),
    edition: { ...title('定级标准', 'Graded by'), values: editions },
  },
  list: ['happenedOn', 'name', 'division', 'vector', 'readings', 'grade'],
  filters: ['vector', 'grade', 'point'],
})

export const drive = defineRecord({
  id: 'healthy-places.drive',
  title: { zh: '环境卫生整治', en: 'Clean-up' },
  description: { zh: '一次周末卫生日、每月整治或专项活动', en: 'A weekly, monthly or other clean-up' },
  table: tables.drives,
  states: { recorded: { zh: '已登记', en: 'Recorded' } },
  happenedOn: { zh: '日期', en: 'On' },
  photos: true,
  fields: {
    kind: { ...title('类别', 'Kind'), values: driveKinds },
    participants: count('参加人数', 'Took part', '人'),
    refuse: count('清运垃圾', 'Refuse', '吨'),
    corners: count('清理卫生死角', 'Corners', '处'),
    ditches: count('清理沟渠', 'Ditches', '米'),
    breedingSites: count('清除孳生地', 'Breeding sites', '处'),
    note: title('说明', 'Note'),
  },
  list: ['happenedOn', 'division', 'kind', 'participants', 'refuse', 'corners', 'ditches', 'breedingSites'],
  filters: ['kind'],
})

export const sanitation = defineRecord({
  id: 'healthy-places.sanitation',
  title: { zh: '改厕改水年报', en: 'Toilets and water' },
  description: { zh: '一个村年末的卫生厕所和供水情况', en: 'Toilets and water of a village at a year’s end' },
  table: tables.sanitation,
  states: { reported: { zh: '已报', en: 'Reported' } },
  happenedOn: { zh: '截止日期', en: 'As of' },
  fields: {
    year: { ...title('年度', 'Year'), plain: true },
    households: count('农户', 'Households', '户'),
    sanitaryToilets: count('卫生厕所', 'Sanitary toilets', '户'),
    harmlessToilets: count('无害化卫生厕所', 'Harmless toilets', '户'),
    pipedWater: count('通自来水', 'Piped water', '户'),
    publicToilets: count('公共厕所', 'Public toilets', '座'),
    reason: title('更正理由', 'Corrected because'),
  },
  list: ['division', 'year', 'households', 'sanitaryToilets', 'harmlessToilets', 'pipedWater', 'publicToilets'],
  filters: ['year'],
})

export const gridPlace = defineRecord({
  id: 'healthy-places.grid-place',
  title: { zh: '网格点位', en: 'Place of the grid' },
  description: {
    zh: '网格内定期巡查的街巷、市场、商铺、公厕等',
    en: 'A street, market, shop or toilet that is patrolled',
  },
  table: tables.gridPlaces,
  states: { active: { zh: '在册', en: 'Listed' }, closed: { zh: '注销', en: 'Closed' } },
  happenedOn: { zh: '建档日期', en: 'Listed on' },
  photos: true,
  fields: {
    name: title('名称', 'Name'),
    kind: { ...title('类别', 'Kind'), values: placeKinds },
    grid: title('网格编号', 'Grid'),
    warden: title('网格员', 'Warden'),
    everyDays: count('巡查间隔', 'Every', '天'),
    nextPatrolOn: title('下次巡查', 'Next patrol'),
    closedOn: title('注销日期', 'Closed on'),
  },
  list: ['name', 'kind', 'grid', 'division', 'warden', 'nextPatrolOn', 'state'],
  filters: ['kind', 'grid', 'warden'],
  board: ['healthy-places.problem', 'healthy-places.patrol'],
})

export const patrol = defineRecord({
  id: 'healthy-places.patrol',
  title: { zh: '网格巡查', en: 'Patrol' },
  description: { zh: '网格员对一个点位的一次巡查', en: 'A look of a warden at a place' },
  table: tables.patrols,
  states: { recorded: { zh: '已登记', en: 'Recorded' } },
  happenedOn: { zh: '巡查日期', en: 'On' },
  fields: {
    place: ofPlace,
    name: title('点位', 'Place'),
    warden: title('巡查人', 'By'),
    problems: count('发现问题', 'Problems', '处'),
    note: title('情况', 'Note'),
  },
  list: ['happenedOn', 'name', 'division', 'warden', 'problems'],
  filters: ['warden', 'place'],
  board: ['healthy-places.problem'],
})

export const problem = defineRecord({
  id: 'healthy-places.problem',
  title: { zh: '巡查问题', en: 'Problem' },
  description: {
    zh: '巡查发现的问题：限期整改，复查销号',
    en: 'Found on a patrol: put right by a day, looked at again',
  },
  table: tables.problems,
  states: {
    found: { zh: '待整改', en: 'To be put right' },
    corrected: { zh: '待复查', en: 'To be looked at' },
    closed: { zh: '已销号', en: 'Closed' },
  },
  happenedOn: { zh: '发现日期', en: 'Found on' },
  photos: true,
  fields: {
    place: ofPlace,
    patrol: { ...title('巡查', 'Patrol'), refersTo: 'record:healthy-places.patrol' },
    name: title('点位', 'Place'),
    kind: { ...title('问题类别', 'Kind'), values: problemKinds },
    what: title('问题', 'What'),
    mendBy: title('整改期限', 'By'),
    measures: title('整改情况', 'What was done'),
    correctedOn: title('整改日期', 'Put right on'),
    recheckedOn: title('复查日期', 'Looked at on'),
    opinion: title('复查意见', 'Opinion'),
    returned: title('退回次数', 'Sent back'),
  },
  list: ['happenedOn', 'name', 'division', 'kind', 'what', 'mendBy', 'correctedOn', 'state'],
  filters: ['kind', 'place'],
})
