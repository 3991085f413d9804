import {
  entryKinds,
  eventKinds,
  levels,
  readEvent,
  reportKinds,
  type EventFile,
} from '@kangheng/domains/emergency/command/index.ts'
import { grades } from '@kangheng/domains/public-health/communicable-disease/index.ts'
import { getPeriod, monthOf, periodTitle } from '@kangheng/kernel/period/period.ts'
import { getPlace } from '@kangheng/kernel/place/find.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { bind } from '@kangheng/kernel/wording/bound.ts'
import type {
  Block,
  Inline,
  PeriodRef,
  PlaceRef,
  ReportDocument,
  TableBlock,
  TableCell,
} from '@kangheng/kernel/wording/model.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { countFigure } from '../disease/count-figure.ts'
import { shortCountyName } from '../report/document.ts'

const BASIS: Text = { zh: '本事件的记录', en: 'the records of this event' }
const PEOPLE = { zh: '人', en: 'people' }
const paragraph = (...parts: Inline[]): Block => ({ kind: 'paragraph', parts })
const words = (text: string): TableCell & Inline => ({ kind: 'text', text })
const titleOf = (titles: Readonly<Record<string, Text>>, key: string | null) => (key && titles[key]?.zh) || '未定'
/** 2025年4月18日10时20分, as official documents write a moment. */
const momentText = (moment: string) =>
  `${Number(moment.slice(0, 4))}年${Number(moment.slice(5, 7))}月${Number(moment.slice(8, 10))}日${moment.slice(11, 13)}时${moment.slice(14, 16)}分`

/** Text that an author wrote, one paragraph a line. */
const told = (text: string | null, otherwise: string): Block[] =>
  (text?.trim() || otherwise)
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => paragraph(words(line.trim())))

/** Figures of an event lead to its page. */
function counterOf(file: EventFile, place: PlaceRef, period: PeriodRef) {
  return (id: string, title: string, value: number, unit: Text = { zh: '项', en: '' }) =>
    bind(
      countFigure({
        id: `emergency.event-${id}`,
        title: { zh: title, en: id },
        place,
        period,
        value,
        unit,
        basis: BASIS,
        link: `/records/emergency.event/${file.event.id}`,
      }),
    )
}

const column = (title: string, width?: number): TableBlock['columns'][number] => ({
  title,
  kind: 'text',
  ...(width ? { width } : {}),
})

/**
 * The after-action report of an event, made from its log, reports, tasks and resources: what happened, when it was reported and answered, who did what in which
 * time, what was sent and came back, causes and lessons. Before the event is closed it says that it is a draft.
 */
export async function afterActionReport(
  connection: Connection,
  request: { readonly county: string; readonly id: string; readonly today: string; readonly synthetic: boolean },
): Promise<ReportDocument> {
  const { county, today } = request
  const file = await readEvent(connection, county, request.id)
  const { event, reports, tasks, dispatches, entries } = file
  const countyName = (await getPlace(connection, county, county)).name
  const at = await getPlace(connection, county, event.division)
  const place = { code: at.code, title: { zh: at.name, en: at.englishName } }
  const month = getPeriod(monthOf(event.happenedOn))
  const period = { id: month.id, title: periodTitle(month) }
  const count = counterOf(file, place, period)
  const finished = tasks.filter((task) => task.state === 'done')
  const inTime = tasks.filter((task) => task.inTime)
  const out = dispatches.filter((each) => each.state === 'out')
  const table = (title: string, columns: TableBlock['columns'], rows: readonly (readonly string[])[]): Block[] =>
    rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            title,
            place,
            period,
            basis: BASIS,
            asOf: today,
            columns,
            rows: rows.map((cells) => ({ kind: 'body', cells: cells.map(words) })),
          },
        ]
  const response = event.respondedAt
    ? `${momentText(event.respondedAt)}启动${titleOf(levels, event.level)}${event.endedAt ? `，${momentText(event.endedAt)}终止` : '，响应仍在进行'}。`
    : '未启动应急响应。'
  const section = (id: string, title: string, blocks: readonly Block[]) => ({ id, title, blocks })
  return {
    kind: 'summary',
    title: `${event.title}\n处置总结报告`,
    organisation: `${shortCountyName(countyName)}卫生健康局`,
    issuedOn: event.closedOn ?? today,
    place,
    period,
    status: event.state === 'closed' ? 'compiled' : 'draft',
    synthetic: request.synthetic,
    opening: [
      {
        kind: 'paragraph',
        parts: zh`${momentText(event.discoveredAt)}，${at.name}${event.address ?? ''}发现${titleOf(eventKinds, event.kind)}事件，发病（伤）${count('cases', '发病（伤）人数', event.cases, PEOPLE)}，其中危重${count('critical', '危重人数', event.critical, PEOPLE)}、死亡${count('deaths', '死亡人数', event.deaths, PEOPLE)}。事件分级为${titleOf(grades, event.grade)}${event.gradeSource ? `（依据：${event.gradeSource}）` : ''}。`,
      },
    ],
    sections: [
      section('report', '发现和报告', [
        paragraph(
          ...zh`${momentText(event.reportedAt)}接到报告。先后报出${count('reports', '事件报告份数', reports.length, { zh: '份', en: '' })}，其中时限内${count('reports-in-time', '及时报出的报告份数', reports.filter((each) => each.inTime).length, { zh: '份', en: '' })}。`,
        ),
        ...table(
          '报告情况',
          [column('类别'), column('报出时间'), column('时限'), column('是否及时'), column('内容', 14)],
          reports.map((each) => [
            titleOf(reportKinds, each.kind),
            each.sentAt,
            each.dueAt,
            each.inTime ? '及时' : '超时',
            each.content,
          ]),
        ),
      ]),
      section('response', '应急响应', [paragraph(words(response))]),
      section('tasks', '处置任务', [
        paragraph(
          ...zh`下达处置任务${count('tasks', '处置任务数', tasks.length)}，完成${count('tasks-done', '已完成的处置任务数', finished.length)}，其中按时${count('tasks-in-time', '按时完成的处置任务数', inTime.length)}。`,
        ),
        ...table(
          '处置任务完成情况',
          [column('任务', 12), column('承担'), column('时限'), column('完成'), column('结果', 12)],
          tasks.map((each) => [each.duty, each.assignee, each.dueAt, each.doneAt ?? '未完成', each.result ?? '']),
        ),
      ]),
      section('resources', '资源调派', [
        paragraph(
          ...zh`调派队伍和物资${count('dispatches', '调派批次', dispatches.length, { zh: '批', en: '' })}，尚未收回${count('dispatches-out', '未收回批次', out.length, { zh: '批', en: '' })}。`,
        ),
        ...table(
          '资源调派和收回',
          [column('名称', 12), column('数量'), column('派出时间'), column('收回')],
          dispatches.map((each) => [
            each.what,
            `${Number(each.quantity)}${each.unit}`,
            each.sentAt,
            each.returnedAt ? `${Number(each.returned)}${each.unit}（${each.returnedAt}）` : '未收回',
          ]),
        ),
      ]),
      section('log', '处置经过', [
        ...entries.map((each) =>
          paragraph(words(`${momentText(each.at)}（${titleOf(entryKinds, each.kind)}）：${each.content}`)),
        ),
        ...(entries.length === 0 ? [paragraph(words('没有处置记录。'))] : []),
      ]),
      section('causes', '原因和结论', told(event.causes, '事件尚未结案，结论待补充。')),
      section('lessons', '经验和不足', told(event.lessons, '事件尚未结案，总结待补充。')),
    ],
  }
}
