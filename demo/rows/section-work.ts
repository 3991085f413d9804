import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import * as tables from '@kangheng/domains/administration/section-work/tables.ts'
import { RECORD_YEARS, dayOf, isoOf, isoOrNull, TODAY, type Day } from '../days.ts'
import type { Model } from '../model.ts'
import { randomOf } from '../random.ts'
import { recordColumns, rowsFor, type TableRows } from './load-table.ts'
import { placeRow } from './place-row.ts'

type Row = CopyValue[]
const SECTIONS = ['基层卫生健康股', '疾病预防控制股', '妇幼健康股', '规划信息与财务股', '健康扶贫办公室']
const PEOPLE = ['和股长', '杨主任', '木院长', '李副局长']
const OFFICE = '局办公室'
const HEALTH = '爱国卫生运动委员会办公室'
const DECIDED = [
  '核查签约服务进度落后的乡镇并通报',
  '完成村卫生室药品和设备盘点',
  '补齐基本公共卫生服务项目资料',
  '组织秋冬季传染病防控督导',
  '完成孕产妇健康管理质量抽查',
  '落实医疗机构安全生产检查',
]
const ASKED = ['报送半年工作总结', '报送人大建议答复意见', '报送审计整改情况']
/** The ten key projects of the year. */
const PROJECTS = [
  '集镇公厕新建改造',
  '农贸市场提升改造',
  '生活垃圾收集转运体系建设',
  '农村户厕改造',
  '集镇供水消毒设施改造',
  '病媒生物防制设施建设',
  '健康主题公园建设',
  '无烟党政机关建设',
  '健康村示范点建设',
  '国家卫生县城复审整改',
]

/** Meetings of every month with what they decided, documents that asked for something, and the ten key projects. */
export function sectionWorkTables({ county, seed, idOf, population }: Model): TableRows[] {
  const random = randomOf(seed, 'section work')
  const [meetings, matters, notes]: [Row[], Row[], Row[]] = [[], [], []]
  const townships = [...Map.groupBy(population.villages, ({ code }) => code.slice(0, 9))]

  function set(
    origin: string,
    title: string,
    {
      on,
      days,
      setBy,
      ...more
    }: {
      on: Day
      days: number
      setBy: string
      meeting?: string
      number?: string
      sender?: string
      programme?: string
      township?: number
    },
  ): void {
    const place = more.township === undefined ? undefined : townships[more.township % townships.length]
    const owner = place
      ? [place[0], place[1][0]!.townshipName]
      : (() => {
          const name = random.pick(SECTIONS)
          return [name, name]
        })()
    const division = place ? place[0] : county
    const id = idOf('matter', matters.length)
    const due = on + days
    const finished =
      on + Math.round(days * (random.chance(0.84) ? random.int(60, 100) / 100 : random.int(104, 150) / 100))
    const done = finished <= TODAY
    const confirmed = done && finished + 4 <= TODAY
    const told: [Day, number][] = []
    if (origin === 'key-task')
      for (let day = on + 30; day < Math.min(finished, TODAY); day += 31)
        told.push([day, Math.min(95, Math.round((100 * (day - on)) / (finished - on)))])
    for (const [day, progress] of told)
      notes.push([
        ...placeRow(county, idOf('matter-note', notes.length), { division }, day, 'noted'),
        ...[id, title, owner[1]!, progress, '按计划推进，本月完成阶段任务', random.chance(0.2) ? '资金拨付较慢' : null],
      ])
    const last = told.at(-1)
    matters.push([
      ...placeRow(county, id, { division }, on, confirmed ? 'done' : done ? 'reported' : 'open'),
      ...[origin, more.meeting ?? null, more.number ?? null, more.sender ?? null, more.programme ?? null, title, setBy],
      ...[owner[0]!, owner[1]!, random.pick(PEOPLE), isoOf(due), done ? 100 : (last?.[1] ?? 0)],
      ...[last ? '按计划推进，本月完成阶段任务' : null, isoOrNull(last?.[0] ?? null)],
      ...[done ? '已完成，附验收单和照片' : null, isoOrNull(done ? finished : null)],
      ...[isoOrNull(confirmed ? finished + 4 : null), confirmed ? '现场查看属实' : null],
    ])
  }

  for (let number = 1; number <= 12 * RECORD_YEARS.length; number += 1) {
    const [year, month] = [RECORD_YEARS[0]! + Math.floor((number - 1) / 12), ((number - 1) % 12) + 1]
    const on = dayOf(`${year}-${String(month).padStart(2, '0')}-08`)
    const meeting = idOf('meeting', meetings.length)
    meetings.push([
      ...placeRow(county, meeting, { division: county }, on, 'held'),
      ...['director', `${year}年第${month}次局长办公会议`, '局长', OFFICE, '局会议室', random.int(9, 16)],
    ])
    for (let index = 0; index < 2; index += 1)
      set('meeting', DECIDED[(number + index * 3) % DECIDED.length]!, {
        ...{ on, days: random.int(20, 60), setBy: OFFICE, meeting },
        ...(index === 1 ? { township: number } : {}),
      })
    if (number % 4 === 0)
      set('document', ASKED[number % ASKED.length]!, {
        ...{ on: on + 5, days: 15, setBy: OFFICE, number: `玉政办函〔${year}〕${number}号`, sender: '县政府办公室' },
      })
  }
  for (const [index, title] of PROJECTS.entries())
    set('key-task', title, {
      ...{
        on: dayOf('2025-02-10'),
        days: 230 + index * 14,
        setBy: HEALTH,
        programme: 'patriotic-health',
        township: index * 3,
      },
    })
  // prettier-ignore
  return [
    rowsFor(tables.meetings, [...recordColumns, 'kind', 'subject', 'chair', 'section', 'venue', 'attendance'], meetings.length, meetings),
    rowsFor(tables.matters, [...recordColumns, 'origin', 'meeting', 'number', 'sender', 'programme', 'title', 'setBy', 'owner', 'ownerName', 'responsible', 'dueOn', 'progress', 'lastNote', 'notedOn', 'evidence', 'finishedOn', 'confirmedOn', 'opinion'], matters.length, matters),
    rowsFor(tables.notes, [...recordColumns, 'matter', 'title', 'ownerName', 'progress', 'note', 'obstacle'], notes.length, notes),
  ]
}
