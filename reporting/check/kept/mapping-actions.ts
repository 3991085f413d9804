import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { loadUserIndicators } from '@kangheng/kernel/indicator/user-indicator.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { plainWords, sameUnit } from '../names.ts'
import { figureMapping } from './records.ts'
import { figureMappings } from './tables.ts'

/** Says what a wording means from now on; what was decided about the same words before is withdrawn. */
export const mapWords = defineAction(figureMapping, {
  name: 'map',
  title: { zh: '认定口径', en: 'Map words' },
  on: 'new',
  to: 'active',
  input: z.object({
    subject: field(z.string().trim().min(2).max(60), { title: { zh: '文稿中的说法', en: 'Words in documents' } }),
    unit: field(z.string().trim().max(20), { title: { zh: '单位', en: 'Unit' } }),
    indicator: field(z.string().max(100).optional(), {
      title: { zh: '指标编号', en: 'Id of the indicator' },
      help: { zh: '不填表示与本县指标无关', en: 'Left empty: none of the county’s indicators' },
    }),
  }),
  async run({ input, actor, county, connection, house, findAll, changeOther, create }) {
    if (actor.division !== county)
      return refuse('subject', {
        zh: '口径对照全县通用，须由县级账号认定',
        en: 'A wording holds for the whole county and needs an account of the county',
      })
    const subject = plainWords(input.subject)
    if (subject.length < 2)
      return refuse('subject', {
        zh: '这句话里没有可记下的说法，请填写数的是什么',
        en: 'There are no words to keep; say what is counted',
      })
    const indicator =
      input.indicator === undefined
        ? undefined
        : (house.indicators.get(input.indicator) ??
          (await loadUserIndicators(connection, house, county)).find((each) => each.id === input.indicator))
    if (input.indicator !== undefined && !indicator)
      return refuse('indicator', { zh: '没有这项指标', en: 'There is no such indicator' })
    if (indicator && !sameUnit(indicator.unit.zh, input.unit))
      return refuse('indicator', {
        zh: `文中的单位是“${input.unit}”，该指标的单位是“${indicator.unit.zh}”，不能对应`,
        en: `The text counts in “${input.unit}”, the indicator in “${indicator.unit.zh}”: they cannot be the same`,
      })
    const earlier = await findAll(
      figureMapping,
      and(
        eq(figureMappings.subject, subject),
        eq(figureMappings.unit, input.unit),
        eq(figureMappings.state, 'active'),
        eq(figureMappings.division, county),
      ),
    )
    for (const row of earlier) await changeOther(figureMapping, row, { state: 'withdrawn' })
    return create({
      subject,
      unit: input.unit,
      indicator: indicator?.id ?? null,
      indicatorTitle: indicator?.title.zh ?? null,
      division: county,
    })
  },
})

export const withdrawMapping = defineAction(figureMapping, {
  name: 'withdraw',
  title: { zh: '撤销对照', en: 'Withdraw the mapping' },
  on: 'existing',
  from: ['active'],
  to: 'withdrawn',
  input: z.object({}),
  run: ({ change }) => change({}),
})
