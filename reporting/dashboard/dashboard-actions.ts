import { z } from 'zod'
import { findPlace } from '@kangheng/kernel/place/find.ts'
import { type ActionContext, defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { forbid, refuse } from '@kangheng/kernel/text/refusal.ts'
import { type Cell, cellsSchema } from './cell.ts'
import { indicatorsOf } from './indicators-of.ts'
import { dashboard } from './records.ts'
import type { dashboards } from './tables.ts'

const content = z.object({
  titleZh: field(z.string().trim().min(1).max(60), { title: { zh: '名称', en: 'Title' } }),
  titleEn: field(z.string().trim().max(120).optional(), {
    title: { zh: '英文名称', en: 'English title' },
    help: { zh: '不填则与名称相同', en: 'The title itself when left empty' },
  }),
  sharedWith: field(z.array(z.string().min(1).max(60)).max(20).default([]), {
    title: { zh: '共享给角色', en: 'Shared with roles' },
    help: { zh: '不选则仅自己可见', en: 'Kept to yourself when none is chosen' },
  }),
  cells: field(cellsSchema, { title: { zh: '视图', en: 'Views' } }),
})
type Content = z.output<typeof content>
type Context = ActionContext<typeof dashboards, Content>

/** A view that could not be drawn is refused when it is composed, not when it is looked at. */
async function checkCells({ input, connection, county, house }: Context): Promise<void> {
  const indicators = await indicatorsOf(connection, house, county)
  for (const [index, cell] of input.cells.entries()) {
    const chosen = cell.indicators.map(
      (id) =>
        indicators.get(id) ??
        refuse(`cells.${index}.indicators`, { zh: `没有指标“${id}”`, en: `There is no indicator “${id}”` }),
    )
    if (cell.view === 'line' && new Set(chosen.map((each) => each.unit.zh)).size > 1)
      refuse(`cells.${index}.indicators`, {
        zh: '一张折线图只能画单位相同的指标，请分成几个视图',
        en: 'One line chart takes indicators of one unit; make several views',
      })
    if ((cell.view === 'number' || cell.view === 'map') && chosen.length > 1)
      refuse(`cells.${index}.indicators`, {
        zh: '数字卡和地图每次只显示一项指标',
        en: 'A number or a map shows one indicator',
      })
    await checkPlaces(cell, index, { connection, county })
  }
}

async function checkPlaces(
  cell: Cell,
  index: number,
  { connection, county }: Pick<Context, 'connection' | 'county'>,
): Promise<void> {
  const { places } = cell
  const codes = places.kind === 'named' ? places.codes : 'code' in places ? [places.code] : []
  for (const code of codes)
    if (!(await findPlace(connection, county, code)))
      refuse(`cells.${index}.places`, { zh: `没有代码为“${code}”的地区或机构`, en: `There is no place “${code}”` })
}

function checkRoles({ input, house }: Context): void {
  for (const role of input.sharedWith)
    if (!house.roles.get(role)?.sees.has(dashboard.id))
      refuse('sharedWith', {
        zh: `不能共享给“${house.roles.get(role)?.role.title.zh ?? role}”：该角色不看数据`,
        en: `Cannot be shared with “${house.roles.get(role)?.role.title.en ?? role}”: that role sees no figures`,
      })
}

const valuesOf = ({ titleZh, titleEn, sharedWith, cells }: Content) => ({
  titleZh,
  titleEn: titleEn || titleZh,
  sharedWith: [...new Set(sharedWith)],
  cells,
})

/** Others may open what is shared with them, and copy it; the page itself is its owner's. */
function requireOwner({ current, actor }: Pick<ActionContext<typeof dashboards>, 'current' | 'actor'>): void {
  if (current.recordedBy !== actor.account)
    forbid({
      zh: '只有编制人可以修改这个看板；您可以另存一份',
      en: 'Only its owner changes a dashboard; you may save a copy of your own',
    })
}

export const compose = defineAction(dashboard, {
  name: 'compose',
  title: { zh: '编制看板', en: 'Compose' },
  on: 'new',
  to: 'active',
  input: content,
  async run(context) {
    checkRoles(context)
    await checkCells(context)
    return context.create({ ...valuesOf(context.input), ownerName: context.actor.name, institution: null })
  },
})

export const revise = defineAction(dashboard, {
  name: 'revise',
  title: { zh: '修改看板', en: 'Change' },
  on: 'existing',
  from: ['active'],
  input: content,
  async run(context) {
    requireOwner(context)
    checkRoles(context)
    await checkCells(context)
    return context.change(valuesOf(context.input))
  },
})

export const withdraw = defineAction(dashboard, {
  name: 'withdraw',
  title: { zh: '撤下看板', en: 'Withdraw' },
  on: 'existing',
  from: ['active'],
  to: 'withdrawn',
  confirm: {
    zh: '撤下后共享的人不能再打开，订阅也不再发送。确定吗？',
    en: 'Nobody will be able to open it any more, and it is no longer sent. Go on?',
  },
  input: z.object({}),
  run(context) {
    requireOwner(context)
    return context.change({})
  },
})
