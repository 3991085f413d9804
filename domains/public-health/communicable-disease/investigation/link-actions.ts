import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { voidedBecause } from '@kangheng/kernel/record/voided.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { linkBases } from './codes.ts'
import { courseOf } from './course.ts'
import { cardInput, type CaseRow, getCase } from './investigate-actions.ts'
import { transmissionLink } from './records.ts'
import { closesCircle, possibleExposure } from './spread.ts'
import { transmissionLinks } from './tables.ts'

type Writing = Pick<ActionContext, 'findAll' | 'createOther' | 'today'>

/**
 * Writes who infected whom. Refuses, naming the field `name`, another disease, days that cannot be (see `possibleExposure`), a second source of one case, and a
 * circle.
 */
export async function createLink(
  { findAll, createOther, today }: Writing,
  infector: CaseRow,
  infectee: CaseRow,
  { name, basis, exposedOn }: { name: string; basis: keyof typeof linkBases; exposedOn?: IsoDate | undefined },
) {
  if (infector.confidential || infectee.confidential)
    return refuse(name, {
      zh: '艾滋病、性病不登记传播关系',
      en: 'No chains are kept of HIV and sexually transmitted diseases',
    })
  if (infector.disease !== infectee.disease || infector.id === infectee.id)
    return refuse(name, { zh: '须是同一病种的两例病例', en: 'Must be two cases of one disease' })
  const course = courseOf(infector.disease, infector.subtype, infector.happenedOn)
  const span = course && possibleExposure(course, infector.happenedOn, infectee.happenedOn)
  if (!span)
    return refuse(name, {
      zh: `按传染期和潜伏期，${infector.happenedOn}发病的病例不可能传染给${infectee.happenedOn}发病的病例`,
      en: `By infectious period and incubation, a case with onset ${infector.happenedOn} cannot have infected one with onset ${infectee.happenedOn}`,
    })
  if (exposedOn && (exposedOn < span.from || exposedOn > span.until))
    return refuse('exposedOn', {
      zh: `暴露只可能发生在${span.from}至${span.until}`,
      en: `The exposure can only have been from ${span.from} until ${span.until}`,
    })
  const links = await findAll(
    transmissionLink,
    and(eq(transmissionLinks.disease, infector.disease), isNull(transmissionLinks.voidedAt)),
  )
  if (links.some((link) => link.infectee === infectee.id))
    return refuse(name, {
      zh: '该病例已有传染源；认定有误请先撤销原传播关系',
      en: 'This case has a source already; take the other link back first if it is wrong',
    })
  if (closesCircle(links, { infector: infector.id, infectee: infectee.id }))
    return refuse(name, { zh: '传播关系成环：被传染者是传染者的来源', en: 'The link would close a circle' })
  return createOther(transmissionLink, {
    state: 'established',
    infector: infector.id,
    infectee: infectee.id,
    disease: infector.disease,
    basis,
    exposedOn: exposedOn ?? null,
    interval: daysBetween(infector.happenedOn, infectee.happenedOn),
    happenedOn: today,
    person: infectee.person,
    division: infectee.division,
  })
}

export const establishLink = defineAction(transmissionLink, {
  name: 'establish',
  title: { zh: '认定传播关系', en: 'Establish a transmission' },
  on: 'new',
  to: 'established',
  input: z.object({
    infector: cardInput('传染源病例', 'Infected by'),
    infectee: cardInput('被传染病例', 'Infected'),
    basis: choice(linkBases, { zh: '认定依据', en: 'Basis' }),
    exposedOn: field(z.iso.date().optional(), { title: { zh: '暴露日期', en: 'Exposed on' } }),
  }),
  async run(context) {
    const { input } = context
    const infector = await getCase(context, input.infector, 'infector')
    const infectee = await getCase(context, input.infectee, 'infectee')
    return createLink(context, infector, infectee, { name: 'infectee', basis: input.basis, exposedOn: input.exposedOn })
  },
})

export const withdrawLink = defineAction(transmissionLink, {
  name: 'withdraw',
  title: { zh: '撤销传播关系', en: 'Take the link back' },
  on: 'existing',
  from: ['established'],
  confirm: { zh: '撤销后传播链随之改变。确定吗？', en: 'The chain changes with it. Go on?' },
  input: z.object({ reason: field(z.string().trim().min(2).max(200), { title: { zh: '原因', en: 'Reason' } }) }),
  run: ({ input, change }) => change(voidedBecause(input.reason)),
})
