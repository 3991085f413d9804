import { addHours, addMinutes, dayOfMoment, momentOf, type Moment } from '@kangheng/kernel/period/moment.ts'
import { finalReportDue } from '@kangheng/domains/emergency/command/clocks.ts'
import type { EventKind } from '@kangheng/domains/emergency/command/codes.ts'
import { outbreakPlaces } from './planted-outbreaks.ts'

/** A task of a demo event: what, who, hours after the response within which it is due and after which it was done. */
export interface DemoTask {
  readonly duty: string
  readonly assignee: string
  readonly within: number
  /** Hours after which it was done; not yet when null. */
  readonly doneAfter: number | null
  readonly result: string | null
}

/** An event of the demo. Moments follow from the discovery. */
export interface DemoEvent {
  readonly title: string
  readonly kind: EventKind
  readonly village: string
  readonly address: string
  /** The planted outbreak whose signal it comes from. */
  readonly outbreak?: 'norovirus' | 'measles'
  readonly discoveredAt: Moment
  readonly counts: readonly [cases: number, critical: number, deaths: number, exposed: number]
  readonly grade: string
  readonly gradeSource: string
  readonly level: string
  /** Minutes from the discovery to the first report and to the response, hours from there to its end (null: under way). */
  readonly reportedAfter: number
  readonly respondedAfter: number
  readonly lasted: number | null
  readonly decision: string
  readonly ending: string | null
  readonly causes: string | null
  readonly lessons: string | null
  readonly tasks: readonly DemoTask[]
  readonly field: readonly (readonly [hours: number, content: string, newCases: number])[]
  readonly progress: readonly (readonly [hours: number, cases: number, content: string])[]
  /** Sent: name of the team or lot, quantity, what came back (null: still out). */
  readonly teams: readonly (readonly [name: string, people: number])[]
  readonly stocks: readonly (readonly [name: string, quantity: number, returned: number])[]
}

const COUNTY_PLAN = '县突发公共卫生事件应急预案（演示）'
const done = (duty: string, assignee: string, within: number, doneAfter: number, result: string): DemoTask => ({
  duty,
  assignee,
  within,
  doneAfter,
  result,
})
const open = (duty: string, assignee: string, within: number): DemoTask => ({
  duty,
  assignee,
  within,
  doneAfter: null,
  result: null,
})

/** Events of 2025: two of the planted outbreaks, a flood, and an accident whose response is under way on the demo's day. */
export const demoEvents: readonly DemoEvent[] = [
  {
    title: '两乡镇麻疹输入疫情',
    kind: 'infectious',
    village: outbreakPlaces.measles[0],
    address: '两乡镇共4个村',
    outbreak: 'measles',
    discoveredAt: '2025-04-18 09:20',
    counts: [9, 0, 0, 310],
    grade: 'IV',
    gradeSource: COUNTY_PLAN,
    level: 'IV',
    reportedAfter: 70,
    respondedAfter: 190,
    lasted: 24 * 33,
    decision: '对两乡镇8月龄至14岁儿童开展应急接种，医院预检分诊',
    ending: '末例出疹后21天无新发病例',
    causes: '省外务工返乡人员输入，经家庭和集市接触传播',
    lessons: '流动儿童接种史核查不够及时；应急接种36小时内完成目标人群的97%',
    tasks: [
      done('流行病学调查和密切接触者追踪', '县疾控中心', 24, 20, '追踪密切接触者112人，医学观察21天'),
      done('目标儿童应急接种', '两乡镇卫生院', 72, 36, '应种1,406人，接种1,364人'),
      done('发热出疹病人预检分诊', '县人民医院', 4, 3, '设置独立诊室'),
    ],
    field: [
      [30, '第二代病例4例，均为未接种儿童', 4],
      [250, '新增2例，为首例同村接触者', 2],
    ],
    progress: [[240, 7, '进程报告：应急接种完成，密接观察中']],
    teams: [['县传染病防控队', 8]],
    stocks: [['医用防护服', 60, 12]],
  },
  {
    title: '洪涝灾害卫生防疫',
    kind: 'disaster',
    village: '530721101',
    address: '沿江3个村和1个集中安置点',
    discoveredAt: '2025-08-05 06:40',
    counts: [14, 1, 0, 1860],
    grade: 'IV',
    gradeSource: '县自然灾害卫生应急预案：县防汛指挥部启动Ⅳ级应急响应（演示）',
    level: 'IV',
    reportedAfter: 55,
    respondedAfter: 120,
    lasted: 24 * 12,
    decision: '派出医疗、防疫、监督三支小分队进驻安置点',
    ending: '群众全部返家，连续7天无聚集性疫情',
    causes: '强降雨致沿江村庄被淹',
    lessons: '消毒药品前置储备不足，首日由县级调拨；水质快检当天出结果',
    tasks: [
      done('安置点巡回医疗', '县人民医院', 6, 5, '诊疗386人次'),
      done('饮用水消毒和水质检测', '县卫生监督所', 12, 10, '检测水样42份'),
      done('环境消杀', '县消杀队', 24, 30, '道路冲毁，迟于要求完成'),
    ],
    field: [[8, '安置点已开设临时诊疗点，腹泻病例3例', 3]],
    progress: [[48, 14, '进程报告：无聚集性疫情']],
    teams: [
      ['县消杀队', 10],
      ['县紧急医学救援队', 9],
    ],
    stocks: [
      ['含氯消毒粉', 400, 0],
      ['背负式喷雾器', 12, 12],
    ],
  },
  {
    title: '石鼓镇中心完小诺如病毒聚集性疫情',
    kind: 'infectious',
    village: outbreakPlaces.school.township,
    address: outbreakPlaces.school.name,
    outbreak: 'norovirus',
    discoveredAt: '2025-11-12 10:30',
    counts: [28, 0, 0, 642],
    grade: 'IV',
    gradeSource: COUNTY_PLAN,
    level: 'IV',
    reportedAfter: 80,
    respondedAfter: 210,
    lasted: 24 * 9,
    decision: '患病学生居家休息，学校每日消毒，暂停集体活动',
    ending: '末例康复后72小时无新发病例',
    causes: '诺如病毒GII型，经共用教室和厕所接触传播',
    lessons: '晨检发现及时；呕吐物处置培训需覆盖全部教职工',
    tasks: [
      done('流行病学调查', '县疾控中心', 6, 5, '调查病例28例，绘制流行曲线'),
      done('采样检测', '县疾控中心', 12, 9, '采集标本11份，诺如病毒阳性8份'),
      done('校园消毒指导', '石鼓镇中心卫生院', 8, 6, '指导终末消毒3次'),
      done('食堂和饮水检查', '县卫生监督所', 24, 20, '未发现共同食物暴露'),
    ],
    field: [
      [5, '新增9例，集中在三、四年级', 9],
      [48, '新增3例，均为轻症', 3],
      [96, '无新增病例', 0],
    ],
    progress: [
      [24, 24, '进程报告：实验室检出诺如病毒'],
      [72, 28, '进程报告：疫情得到控制'],
    ],
    teams: [
      ['县传染病防控队', 6],
      ['县消杀队', 4],
    ],
    stocks: [
      ['采样箱', 2, 2],
      ['含氯消毒粉', 80, 15],
    ],
  },
  {
    title: '旅游客车侧翻伤员救援',
    kind: 'mass-casualty',
    village: '530721106',
    address: '国道214线',
    discoveredAt: '2025-12-31 07:10',
    counts: [17, 3, 0, 31],
    grade: 'IV',
    gradeSource: '国家突发公共事件医疗卫生救援应急预案（2006）第1.3条',
    level: 'IV',
    reportedAfter: 35,
    respondedAfter: 25,
    lasted: null,
    decision: '县医院开通绿色通道，调派3辆救护车',
    ending: null,
    causes: null,
    lessons: null,
    tasks: [
      done('现场检伤分类', '县紧急医学救援队', 1, 0.8, '红标3人、黄标6人、绿标8人'),
      done('伤员转运', '120急救中心', 2, 1.6, '9名伤员送县医院'),
      open('危重伤员多学科会诊', '县人民医院', 6),
      open('心理援助', '县心理援助队', 24),
      open('血液保障', '市中心血站玉龙储血点', 8),
    ],
    field: [
      [0.8, '检伤分类完成，3名危重伤员已转运', 0],
      [1.7, '轻伤员在镇卫生院留观', 0],
    ],
    progress: [],
    teams: [['县紧急医学救援队', 9]],
    stocks: [['急救背囊', 6, 0]],
  },
]

/** The moments of an event. */
export function clockOf(event: DemoEvent) {
  const reportedAt = addMinutes(event.discoveredAt, event.reportedAfter)
  const respondedAt = addMinutes(event.discoveredAt, event.respondedAfter)
  const endedAt = event.lasted === null ? null : addHours(respondedAt, event.lasted)
  const closedOn = endedAt ? dayOfMoment(addHours(endedAt, 24 * 6)) : null
  return {
    reportedAt,
    respondedAt,
    endedAt,
    closedOn,
    finalDue: endedAt ? finalReportDue(endedAt).nextReportDueAt! : null,
  }
}

/** Teams: name, kind, owner, leader, members, formed, trained. Five teams of seventy people and the experts. */
export const demoTeams = [
  ['县传染病防控队', 'epidemic', '004', '和建军', 18, '2019-03-01', '2025-09-16'],
  ['县紧急医学救援队', 'rescue', '001', '杨丽华', 20, '2018-06-10', '2025-10-21'],
  ['县消杀队', 'disinfection', '004', '木正兴', 12, '2020-02-05', '2025-07-08'],
  ['县食物中毒处置队', 'poisoning', '004', '李玉梅', 12, '2019-03-01', '2025-05-22'],
  ['县心理援助队', 'mental', '001', '和秀英', 8, '2021-11-12', '2025-11-04'],
  ['县卫生应急专家组', 'experts', '004', '赵文斌', 15, '2019-01-20', '2025-03-14'],
] as const

/** Stocks: name, kind, unit, received, least, received on, expires on. */
export const demoStocks = [
  ['医用防护服', 'protection', '套', 800, 300, '2024-02-20', '2027-02-19'],
  ['N95口罩', 'protection', '只', 12000, 5000, '2024-06-11', '2026-06-10'],
  ['医用外科口罩', 'protection', '只', 30000, 10000, '2024-06-11', '2026-06-10'],
  ['一次性手套', 'protection', '副', 15000, 5000, '2023-03-02', '2026-03-01'],
  ['含氯消毒粉', 'disinfectant', '公斤', 1500, 500, '2025-03-10', '2026-09-09'],
  ['过氧乙酸', 'disinfectant', '公斤', 200, 80, '2025-02-12', '2026-02-11'],
  ['背负式喷雾器', 'disinfectant', '台', 36, 20, '2021-05-06', null],
  ['采样箱', 'test', '个', 24, 10, '2023-04-18', null],
  ['病毒保存液采样管', 'test', '支', 4000, 2000, '2024-11-25', '2026-05-24'],
  ['水质快检试剂', 'test', '份', 260, 300, '2025-01-08', '2026-07-07'],
  ['抗蛇毒血清', 'medicine', '支', 20, 12, '2024-08-15', '2026-01-31'],
  ['人用狂犬病疫苗', 'medicine', '人份', 150, 60, '2025-04-03', '2026-10-02'],
  ['急救背囊', 'equipment', '个', 30, 15, '2022-07-19', null],
  ['移动发电机', 'equipment', '台', 3, 2, '2020-10-27', null],
  ['负压救护车', 'vehicle', '辆', 2, 1, '2022-12-01', null],
] as const

/** Plans: title, kind, issued on, what is done from which level on. */
export const demoPlans = [
  ['传染病疫情应急预案', 'infectious', '2024-03-12'],
  ['群体性不明原因疾病应急预案', 'unexplained', '2024-03-12'],
  ['食物中毒事件卫生应急预案', 'food-poisoning', '2024-03-12'],
  ['急性职业中毒事件应急预案', 'occupational-poisoning', '2023-02-08'],
  ['预防接种异常反应处置预案', 'vaccination-reaction', '2024-08-20'],
  ['自然灾害卫生应急预案', 'disaster', '2024-05-30'],
  ['突发事件紧急医学救援预案', 'mass-casualty', '2024-05-30'],
] as const
export const demoDuties = [
  { level: 'IV', duty: '现场流行病学调查或检伤分类', team: '县级专业队伍', withinHours: 2 },
  { level: 'IV', duty: '采样检测或伤员转运', team: '县疾控中心、120急救中心', withinHours: 6 },
  { level: 'IV', duty: '环境消毒和卫生监督', team: '县消杀队、县卫生监督所', withinHours: 24 },
  { level: 'III', duty: '召集专家组研判，请求市级支援', team: '卫生应急办公室', withinHours: 2 },
  { level: 'II', duty: '县人民政府统一指挥，部门联动', team: '县应急指挥部', withinHours: 1 },
] as const

/** Drills: title, kind, day, participants, score, findings; the last one is still to be improved upon. */
export const demoDrills = [
  ['呼吸道传染病疫情处置演练', 'infectious', '2025-03-26', 84, 91, '转运交接记录不完整', '统一交接单并培训'],
  ['食物中毒事件处置演练', 'food-poisoning', '2025-05-15', 62, 88, '采样顺序不规范', '修订采样流程'],
  ['矿山事故伤员救援演练', 'mass-casualty', '2025-06-20', 120, 90, '检伤标识不统一', '配发四色腕带'],
  ['地质灾害医学救援演练', 'disaster', '2025-09-11', 145, 86, '山区通信中断时无备用手段', '配备卫星电话2部'],
  ['冬春季流感应对桌面推演', 'infectious', '2025-12-10', 40, 93, '医疗物资调度流程衔接不畅', null],
] as const

/** Big events: title, kind, venue, first and last day, expected, vehicles, staff, inspectors, treated. */
export const demoSupport = [
  ['三多节文化活动', 'festival', '玉水寨', '2025-03-07', '2025-03-08', 8000, 2, 12, 2, 23],
  ['全国普通高等学校招生考试', 'examination', '玉龙县第一中学', '2025-06-07', '2025-06-09', 1600, 2, 8, 4, 9],
  ['玉龙雪山登山徒步大会', 'sport', '玉龙雪山景区', '2025-05-18', '2025-05-18', 3000, 4, 22, 1, 41],
  ['县人民代表大会', 'congress', '县会议中心', '2025-02-18', '2025-02-21', 320, 1, 4, 2, 6],
  ['火把节群众活动', 'festival', '白沙古镇', '2025-07-19', '2025-07-21', 12000, 3, 18, 2, 37],
  ['初中学业水平考试', 'examination', '全县3个考点', '2025-06-25', '2025-06-27', 2400, 3, 9, 3, 12],
  ['国际民间艺术节', 'festival', '县文化广场', '2025-10-02', '2025-10-05', 15000, 3, 20, 3, 52],
  ['长江源生态论坛', 'visit', '县会议中心', '2025-09-23', '2025-09-24', 260, 1, 5, 2, 3],
  ['迎新年长跑', 'sport', '县城', '2025-12-28', '2025-12-28', 2200, 2, 14, 0, 11],
  ['新春游园活动', 'festival', '县文化广场', '2026-01-15', '2026-01-17', 9000, 2, 12, 2, null],
] as const

/** Relief after the flood: day, area, samples, passed, food checks, shelters, treated, staff. */
export const demoRelief = [
  ['2025-08-05', 6200, 6, 4, 3, 1, 62, 19],
  ['2025-08-06', 11800, 8, 7, 6, 1, 88, 24],
  ['2025-08-07', 15400, 10, 10, 9, 1, 74, 24],
  ['2025-08-09', 9800, 8, 8, 7, 1, 91, 18],
  ['2025-08-12', 4300, 10, 10, 5, 1, 71, 12],
] as const

/** Duty of the last days of the year at the bureau's office. */
export const demoDutyDays = [
  '2025-12-28',
  '2025-12-29',
  '2025-12-30',
  '2025-12-31',
  '2026-01-01',
  '2026-01-02',
] as const
export const eight = (day: string): Moment => momentOf(day, '08:00')
