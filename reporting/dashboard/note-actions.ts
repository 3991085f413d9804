import { z } from 'zod'
import { findFigure } from '@kangheng/kernel/indicator/read-figures.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { findInstitution } from '@kangheng/kernel/place/find.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { forbid, refuse } from '@kangheng/kernel/text/refusal.ts'
import { figureNote } from './records.ts'

export const annotate = defineAction(figureNote, {
  name: 'annotate',
  title: { zh: '添加批注', en: 'Note' },
  on: 'new',
  to: 'active',
  input: z.object({
    indicator: field(z.string().min(1).max(100), { title: { zh: '指标编号', en: 'Id of the indicator' } }),
    place: field(z.string().min(1).max(30), { title: { zh: '地区或机构代码', en: 'Code of the place' } }),
    period: field(z.string().min(4).max(20), {
      title: { zh: '时期', en: 'Period' },
      help: { zh: '如 2025-11、2025-11-ytd', en: 'Such as 2025-11 or 2025-11-ytd' },
    }),
    note: field(z.string().trim().min(2).max(300), {
      title: { zh: '批注', en: 'Note' },
      help: { zh: '说明数据的来由，不写个人姓名', en: 'What explains the figure; no names of people' },
      multiline: true,
    }),
  }),
  async run({ input, actor, county, connection, create }) {
    const place = checkPlaceCode(input.place)
    const period = getPeriod(input.period).id
    const figure = await findFigure(connection, county, input.indicator, place, period)
    if (!figure)
      return refuse('indicator', {
        zh: '没有这个数据，或不在您的管辖范围内',
        en: 'There is no such figure within your scope',
      })
    const institution = /^\d/.test(place) ? null : place
    const stands = institution ? await findInstitution(connection, county, institution) : undefined
    return create({
      indicator: input.indicator,
      place,
      period,
      note: input.note,
      authorName: actor.name,
      office: actor.division,
      division: stands?.division ?? place,
      institution,
    })
  },
})

export const withdrawNote = defineAction(figureNote, {
  name: 'withdraw',
  title: { zh: '撤销批注', en: 'Withdraw the note' },
  on: 'existing',
  from: ['active'],
  to: 'withdrawn',
  input: z.object({}),
  run({ current, actor, change }) {
    if (current.office !== actor.division)
      return forbid({ zh: '批注由作出批注的单位撤销', en: 'A note is withdrawn by the office that made it' })
    return change({})
  },
})
