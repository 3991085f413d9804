import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { dashboards, dashboardSubscriptions, figureNotes } from './tables.ts'

export const dashboard = defineRecord({
  id: 'dashboards.dashboard',
  title: { zh: '数据看板', en: 'Dashboards' },
  description: {
    zh: '由若干指标视图拼成的一页，可按角色共享、投屏、定期发送',
    en: 'A page composed of views of figures: shared with roles, projected, sent regularly',
  },
  table: dashboards,
  happenedOn: { zh: '建立日期', en: 'Made on' },
  states: { active: { zh: '使用中', en: 'In use' }, withdrawn: { zh: '已撤下', en: 'Withdrawn' } },
  fields: {
    titleZh: { title: { zh: '名称', en: 'Title' } },
    titleEn: { title: { zh: '英文名称', en: 'English title' } },
    ownerName: { title: { zh: '编制人', en: 'Owner' } },
  },
  list: ['titleZh', 'ownerName', 'happenedOn', 'state'],
})

export const figureNote = defineRecord({
  id: 'dashboards.note',
  title: { zh: '数据批注', en: 'Notes on figures' },
  description: {
    zh: '对某地某期某项指标数据的说明，随数据一起显示',
    en: 'What was noted about an indicator at a place in a period; shown wherever the figure is',
  },
  table: figureNotes,
  happenedOn: { zh: '批注日期', en: 'Noted on' },
  states: { active: { zh: '有效', en: 'In force' }, withdrawn: { zh: '已撤销', en: 'Withdrawn' } },
  fields: {
    indicator: { title: { zh: '指标编号', en: 'Id of the indicator' } },
    place: { title: { zh: '地区或机构', en: 'Place' } },
    period: { title: { zh: '时期', en: 'Period' } },
    note: { title: { zh: '批注', en: 'Note' } },
    authorName: { title: { zh: '批注人', en: 'Author' } },
  },
  list: ['indicator', 'place', 'period', 'note', 'authorName', 'happenedOn', 'state'],
})

export const formats = { pdf: { zh: 'PDF', en: 'PDF' }, png: { zh: '图片（PNG）', en: 'Picture (PNG)' } }
export const rhythms = { weekly: { zh: '每周', en: 'Every week' }, monthly: { zh: '每月', en: 'Every month' } }
export const languages = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } }

export const subscription = defineRecord({
  id: 'dashboards.subscription',
  title: { zh: '看板订阅', en: 'Subscriptions' },
  description: {
    zh: '定期把一个看板按订阅人的权限发到其邮箱',
    en: 'A dashboard sent to the subscriber’s address, read with the subscriber’s rights',
  },
  table: dashboardSubscriptions,
  happenedOn: { zh: '订阅日期', en: 'Since' },
  states: { active: { zh: '订阅中', en: 'In force' }, ended: { zh: '已退订', en: 'Ended' } },
  fields: {
    dashboardTitle: { title: { zh: '看板', en: 'Dashboard' } },
    format: { title: { zh: '格式', en: 'Format' }, values: formats },
    rhythm: { title: { zh: '周期', en: 'Rhythm' }, values: rhythms },
    onDay: { title: { zh: '日', en: 'Day' } },
    hour: { title: { zh: '时', en: 'Hour' } },
    language: { title: { zh: '语言', en: 'Language' }, values: languages },
  },
  list: ['dashboardTitle', 'format', 'rhythm', 'onDay', 'hour', 'happenedOn', 'state'],
})
