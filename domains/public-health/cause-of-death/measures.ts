import { eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { ageBandOf, ageBandStarts, ageBandTitle } from '../../population/resident/index.ts'
import { causeGroups, type CauseGroupId } from './groups.ts'
import { certificate } from './records.ts'
import { certificates as c } from './tables.ts'

const certified = (id: string, zh: string, en: string, where?: SQL) =>
  flow(certificate, {
    id: `cause-of-death.${id}`,
    title: { zh, en },
    when: c.happenedOn,
    ...(where ? { where } : {}),
  })

export const all = certified('certificates', '死亡医学证明书', 'Certificates')
export const inTime = certified('in-time', '及时报告的证明书', 'Certificates in time', eq(c.inTime, true))
export const codedAll = certified('coded', '已编码的证明书', 'Certificates coded', isNotNull(c.underlying))
export const vague = certified('vague', '死因编码不准确', 'Vague codes', isNotNull(c.vague))
export const illDefined = certified('ill-defined', '死因诊断不明', 'Ill-defined causes', eq(c.vague, 'ill-defined'))
export const reviewed = certified('reviewed', '已审核的证明书', 'Certificates reviewed', eq(c.state, 'reviewed'))

/** Groups with a rate of their own. */
export const leadingGroups = [
  ...(['heart-disease', 'cerebrovascular-disease', 'malignant-neoplasm', 'respiratory-disease', 'injury'] as const),
  ...(['endocrine', 'digestive'] as const),
] as const satisfies readonly CauseGroupId[]

export const ofGroup = Object.fromEntries(
  leadingGroups.map((group) => {
    const { zh, en } = causeGroups[group].title
    return [group, certified(`of-${group}`, `${zh}死亡`, `Deaths of ${en.toLowerCase()}`, eq(c.causeGroup, group))]
  }),
) as Record<(typeof leadingGroups)[number], ReturnType<typeof certified>>

const ofBand = (name: string, zh: string, en: string, index: number, where: SQL) => {
  const title = ageBandTitle(index)
  return certified(
    `${name}-from-${ageBandStarts[index]!}`,
    `${zh}死亡${title.zh}`,
    `${en}, ${title.en}`,
    sql`${where} and ${ageBandOf(sql`${c.age}`)} = ${index}::int`,
  )
}

/** Deaths of each age group by cause, in the order of `ageBandStarts`. */
export const chronicByAge = ageBandStarts.map((_, index) =>
  ofBand('chronic', '四类慢性病', 'Four chronic diseases', index, sql`${c.majorChronic}`),
)
export const circulatoryByAge = ageBandStarts.map((_, index) =>
  ofBand(
    'circulatory',
    '心脑血管病',
    'Cardio- and cerebrovascular diseases',
    index,
    sql`${c.causeGroup} in ('heart-disease', 'cerebrovascular-disease')`,
  ),
)

export const chronicFrom30 = certified(
  'chronic-30-69',
  '四类慢性病死亡30—69岁',
  'Four chronic diseases, 30–69',
  sql`${c.majorChronic} and ${c.age} between 30 and 69`,
)
