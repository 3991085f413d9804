import { eq, sql } from 'drizzle-orm'
import { quantity, ratio, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { fulfilledBy, kinds, quotaKinds, type Kind, type QuotaKind } from './codes.ts'
import { activity, literacy } from './records.ts'
import { due, dueRelation } from './relations.ts'
import { activities as a, literacySurveys as l } from './tables.ts'

const NORM = '国家基本公共卫生服务规范（第三版）健康教育服务规范'
const title = (zh: string, en: string) => ({ zh, en })
const place = 'institution' as const

const done = (id: string, kind: Kind, count?: { sum: typeof a.participants }) =>
  flow(activity, {
    id: `health-education.${id}`,
    title: kinds[kind],
    when: a.happenedOn,
    where: eq(a.kind, kind),
    place,
    ...(count ? { count } : {}),
  })

const quotaRate = (kind: QuotaKind) => {
  const does = fulfilledBy[kind]
  const asked = flow(dueRelation, {
    id: `health-education.due-${does}`,
    title: title(`应完成：${kinds[does].zh}`, `Due: ${kinds[does].en}`),
    when: due.dueOn,
    count: { sum: due[kind] },
    place,
  })
  return ratio(done(`done-${does}`, does), asked, {
    id: `health-education.${does}-completion`,
    title: title(`${kinds[does].zh}任务完成率`, `${kinds[does].en}: done of what is due`),
    unit: '%',
    basis: title('登记次（种）数／按计划到期次（种）数，按机构', 'recorded / due by the plans, by institution'),
    source: NORM,
  })
}
/** One rate for each quota, in the order of the norm. */
const completion = Object.fromEntries(quotaKinds.map((kind) => [kind, quotaRate(kind)])) as Record<
  QuotaKind,
  ReturnType<typeof quotaRate>
>

const counted = (kind: Kind, unit: { zh: string; en: string }) =>
  quantity(done(`count-${kind}`, kind), {
    id: `health-education.${kind}`,
    title: title(`${kinds[kind].zh}次（种）数`, kinds[kind].en),
    unit,
    better: 'higher',
    basis: title('按举办机构', 'by institution'),
    source: NORM,
  })
const times = title('次', 'times')
export const lectures = counted('lecture', times)
export const consultations = counted('consultation', times)
export const boards = counted('board', times)
const prints = counted('print', title('种', 'kinds'))
const audioVideos = counted('audio-video', title('种', 'kinds'))
const individuals = counted('individual', times)
export const media = counted('media', title('条（次）', 'items'))

export const copies = quantity(
  flow(activity, {
    id: 'health-education.copies',
    title: title('印刷资料发放', 'Printed matter handed out'),
    when: a.happenedOn,
    where: eq(a.kind, 'print'),
    count: { sum: a.quantity },
    place,
  }),
  {
    id: 'health-education.copies-handed-out',
    title: title('印刷资料发放份数', 'Copies handed out'),
    unit: title('份', 'copies'),
    better: 'higher',
    basis: title('按发放机构', 'by institution'),
    source: NORM,
  },
)
export const trained = quantity(done('trained-people', 'first-aid', { sum: a.participants }), {
  id: 'health-education.first-aid-trained',
  title: title('急救知识培训人次', 'Trained in first aid'),
  unit: title('人次', 'people'),
  better: 'higher',
  basis: title('按培训机构', 'by institution'),
  source: '县级口径；健康中国行动（2019—2030年）健康知识普及行动',
})

const surveyed = (id: string, name: { zh: string; en: string }, where?: ReturnType<typeof sql>) =>
  flow(literacy, { id: `health-education.${id}`, title: name, when: l.happenedOn, ...(where ? { where } : {}) })
export const literacyRate = ratio(
  surveyed('literate', title('具备健康素养', 'Literate'), sql`${l.literate}`),
  surveyed('surveyed', title('调查人数', 'Asked')),
  {
    id: 'health-education.literacy-rate',
    title: title('居民健康素养水平', 'Health literacy'),
    unit: '%',
    headline: true,
    basis: title(
      '得分达到满分80%及以上的人数／调查人数，未加权',
      'with 80 % of the marks or more / asked, not weighted',
    ),
    source: '全国居民健康素养监测方案（2012年起）',
    synonyms: ['健康素养水平', '健康素养率'],
  },
)

export const { lecture: lectureCompletion, board: boardCompletion, consultation: consultationCompletion } = completion

export const indicators: readonly Indicator[] = [
  literacyRate,
  ...quotaKinds.map((kind) => completion[kind]),
  lectures,
  consultations,
  boards,
  prints,
  copies,
  audioVideos,
  individuals,
  media,
  trained,
]
