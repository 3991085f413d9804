import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { management as section } from '../../sections.ts'
import * as i from './indicators.ts'

const figures = { set: i.mattersSet, done: i.mattersDone, inTime: i.inTimeRate, overdue: i.mattersOverdue }

const ofMonth = defineParagraph({
  id: 'section-work.month',
  section,
  documents: ['bulletin'],
  figures,
  say: (f) =>
    zh`交办会议议定、公文和重点工作事项${f.set}，办结${f.done}；到期事项按期办结率${f.inTime}，${f.inTime.previousPeriod}；期末逾期未办结${f.overdue}。`,
})
const ofYear = defineParagraph({
  id: 'section-work.year',
  section,
  documents: ['summary'],
  figures: { ...figures, meetings: i.meetingsHeld },
  say: (f) =>
    zh`全年召开各类会议${f.meetings}，交办事项${f.set}，办结${f.done}，按期办结率${f.inTime}，${f.inTime.change}；年末逾期未办结${f.overdue}。`,
})

/** What section work says in bulletin and summary. */
export const paragraphs = [ofMonth, ofYear]
