import { readFigures } from '@kangheng/kernel/indicator/read-figures.ts'
import { LEADER, SECTION, type Stage } from './stage.ts'

/** What every letter of 2025 has: targets that the county has set, and one task. */
const TOWNSHIP_INDICATORS = [
  'family-doctor.coverage',
  'family-doctor.key-coverage',
  'health-record.coverage',
  'family-doctor.services',
]
const SECTIONS: Readonly<Record<string, readonly [task: string, dueOn: string][]>> = {
  基层卫生健康股: [
    ['完成家庭医生签约服务质量抽查并通报', '2025-06-30'],
    ['组织乡镇卫生院绩效考核', '2025-12-20'],
  ],
  疾病预防控制股: [['完成重点传染病监测预警培训', '2025-09-30']],
}

async function signed(
  stage: Stage,
  letter: object,
  indicators: readonly string[],
  tasks: readonly (readonly [string, string])[],
  signer = LEADER,
): Promise<string> {
  const id = await stage.act(SECTION, '2025-01-22', 'target-letters.letter.draft', { year: 2025, ...letter })
  for (const indicator of indicators)
    await stage.act(SECTION, '2025-01-22', 'target-letters.item.add-indicator', { letter: id, indicator })
  for (const [title, dueOn] of tasks)
    await stage.act(SECTION, '2025-01-22', 'target-letters.item.add-task', { letter: id, title, dueOn })
  await stage.act(LEADER, '2025-01-23', 'target-letters.letter.issue', {}, id)
  await stage.act(signer, '2025-01-26', 'target-letters.letter.sign', {}, id)
  return id
}

const report = async (stage: Stage, letter: string, day: string, evidence: string, checker = LEADER) => {
  const [task] = await stage.database.query<{ id: string }>(
    `select id from target_letter_item where letter = $1 and kind = 'task' order by number limit 1`,
    [letter],
  )
  await stage.act(SECTION, day, 'target-letters.item.report', { evidence }, task!.id)
  await stage.act(checker, day, 'target-letters.item.check', { done: true, opinion: '情况属实' }, task!.id)
}

/** A township hands its contract services down to its villages by their residents; the village doctors sign. */
async function handDown(stage: Stage, township: string, letter: string): Promise<void> {
  const centre = 'township-centre'
  const villages = await stage.database.query<{ code: string; username: string | null }>(
    `select d.code, a.username from division d left join account a on a.division = d.code and a.role = 'village-doctor' where d.parent = $1 order by d.code`,
    [township],
  )
  const letters: string[] = []
  for (const { code } of villages)
    letters.push(
      await stage.act(centre, '2025-01-28', 'target-letters.letter.draft', {
        ...{ year: 2025, level: 'village', place: code, responsible: '村卫生室负责人' },
      }),
    )
  const [item] = await stage.database.query<{ id: string }>(
    `select id from target_letter_item where letter = $1 and indicator = 'family-doctor.services'`,
    [letter],
  )
  await stage.act(centre, '2025-01-28', 'target-letters.item.divide', { method: 'even' }, item!.id)
  for (const [index, id] of letters.entries()) {
    const doctor = villages[index]!.username
    if (doctor)
      await stage.act(centre, '2025-01-28', 'target-letters.item.add-task', {
        ...{ letter: id, title: '核对本村65岁及以上老年人名单', dueOn: '2025-03-31' },
      })
    await stage.act(centre, '2025-01-29', 'target-letters.letter.issue', {}, id)
    await stage.act(doctor ?? centre, '2025-02-05', 'target-letters.letter.sign', {}, id)
    if (doctor) await report(stage, id, '2025-03-20', '名单已逐户核对', centre)
  }
}

/** The target letters of 2025: the county's own, one for each township and one township's villages, a hospital, two sections. */
export async function playTargetLetters(stage: Stage): Promise<void> {
  const { county, database } = stage
  await signed(stage, { level: 'county', responsible: '局长' }, TOWNSHIP_INDICATORS, [
    ['通过国家卫生县城复审', '2025-11-30'],
  ])
  const townships = await database.query<{ code: string; name: string }>(
    `select code, name from division where parent = $1 order by code`,
    [county],
  )
  for (const { code } of townships) {
    const letter = await signed(
      stage,
      { level: 'township', place: code, responsible: '卫生院院长' },
      TOWNSHIP_INDICATORS,
      [['完成65岁及以上老年人年度体检', '2025-11-30']],
    )
    if (code === '530721102') await handDown(stage, code, letter)
    // Two townships have not reported; their task is overdue.
    if (code !== '530721209' && code !== '530721106')
      await report(stage, letter, '2025-11-26', '体检名单和汇总表已上报')
  }
  const hospital = await signed(
    stage,
    { level: 'institution', institution: `H${county}001`, responsible: '院长' },
    [],
    [['完成县域医共体检验结果互认', '2025-10-31']],
    'county-institution',
  )
  await report(stage, hospital, '2025-10-24', '互认项目清单和运行报告')
  for (const [section, tasks] of Object.entries(SECTIONS)) {
    const letter = await signed(
      stage,
      { level: 'section', section, responsible: '股长' },
      ['family-doctor.coverage'],
      tasks,
    )
    await report(stage, letter, '2025-06-27', '通报已印发')
  }
}

/** The indicator and township furthest behind what is due at a month's end. */
async function furthestBehind({ database, county, house }: Stage, month: string, townships: readonly string[]) {
  const figures = await readFigures(database, {
    county,
    indicators: TOWNSHIP_INDICATORS.filter((id) => house.indicators.get(id)!.better === 'higher'),
    places: townships,
    periods: [`${month}-ytd`],
  })
  const behind = figures
    .filter((figure) => figure.value !== null && Number(figure.due) > 0)
    .sort((one, other) => Number(one.value) / Number(one.due) - Number(other.value) / Number(other.due))
  const worst = behind[0]!
  return { place: worst.place, indicator: house.indicators.get(worst.indicator)!, period: worst.period }
}

/** Two supervision letters about what lags most: one was answered, the other is overdue. */
export async function playSupervision(stage: Stage): Promise<void> {
  const townships = await stage.database.query<{ code: string }>(
    'select code from division where parent = $1 order by code',
    [stage.county],
  )
  const others = townships.map(({ code }) => code).filter((code) => code !== '530721209')
  const send = async (day: string, month: string, places: readonly string[], facts: string, demands: string) => {
    const { place, indicator, period } = await furthestBehind(stage, month, places)
    return stage.act(SECTION, day, 'supervision-letters.letter.issue', {
      ...{ place, gravity: 'yellow', cause: 'figure', indicator: indicator.id, period, facts, demands },
      title: `${indicator.title.zh}进度滞后`,
    })
  }
  const answered = await send(
    '2025-10-12',
    '2025-09',
    ['530721209'],
    '进度低于序时目标，3个村未按计划开展工作。',
    '逐村排出工作日程。\n10月底前完成一次全面核对。',
  )
  await stage.act(
    'township-centre-2',
    '2025-10-22',
    'supervision-letters.letter.answer',
    {
      measures: '已抽调6人组成两个工作组，逐村入户，每周通报进度。',
      evidence: '工作日程表、周报3期',
      answeredBy: '宝山卫生院院长',
    },
    answered,
  )
  await send(
    '2025-12-05',
    '2025-11',
    others,
    '连续两个月低于序时进度，服务记录上传不及时。',
    '说明进度滞后的原因。\n12月底前补齐服务记录，达到年度目标。',
  )
}
