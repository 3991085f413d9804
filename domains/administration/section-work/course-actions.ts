import { z } from 'zod'
import { requireCountyAccount } from '@kangheng/kernel/access/county-account.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { reportFedTask } from '../target-letters/index.ts'
import { written } from './matter-input.ts'
import { matter, note } from './records.ts'

const requireSetter = (context: Pick<ActionContext, 'actor' | 'county'>) =>
  requireCountyAccount(context, 'setBy', {
    zh: '由交办股室办理',
    en: 'That is for the section that set the matter',
  })

export const tellProgress = defineAction(matter, {
  name: 'tell',
  title: { zh: '报送进展', en: 'Tell the progress' },
  on: 'existing',
  from: ['open'],
  input: z.object({
    progress: field(z.int().min(0).max(99), {
      title: { zh: '进度', en: 'Progress' },
      unit: { zh: '%', en: '%' },
      help: { zh: '全部完成请用“报告办结”', en: 'When all is done, report it done' },
    }),
    note: written('进展', 'What was done', 4, 500),
    obstacle: field(z.string().trim().max(500).optional(), {
      title: { zh: '困难和问题', en: 'What stands in the way' },
      multiline: true,
    }),
  }),
  async run({ input, current, today, change, createOther }) {
    await createOther(note, {
      state: 'noted',
      division: current.division,
      institution: current.institution,
      matter: current.id,
      title: current.title,
      ownerName: current.ownerName,
      progress: input.progress,
      note: input.note,
      obstacle: input.obstacle ?? null,
    })
    return change({ progress: input.progress, lastNote: input.note, notedOn: today })
  },
})

export const reportDone = defineAction(matter, {
  name: 'report',
  title: { zh: '报告办结', en: 'Report the matter done' },
  on: 'existing',
  from: ['open'],
  to: 'reported',
  input: z.object({ evidence: written('办结情况和凭据', 'Evidence', 4, 1000) }),
  run: ({ input, today, actor, change }) =>
    change({ evidence: input.evidence, finishedOn: today, reportedBy: actor.account, progress: 100 }),
})

export const confirmDone = defineAction(matter, {
  name: 'confirm',
  title: { zh: '确认办结', en: 'Confirm that it is done' },
  on: 'existing',
  from: ['reported'],
  to: 'done',
  input: z.object({ opinion: written('确认意见', 'Opinion', 2, 500) }),
  async run(context) {
    const { input, current, actor, today, change } = context
    requireSetter(context)
    if (current.reportedBy === actor.account)
      refuse('opinion', {
        zh: '报告办结的人不能自己确认，请交办股室的其他人确认',
        en: 'Whoever reported it does not confirm it: ask a colleague of the section that set it',
      })
    if (current.letterItem)
      await reportFedTask(context, current.letterItem, `交办事项“${current.title}”已办结：${current.evidence ?? ''}`)
    return change({ opinion: input.opinion, confirmedOn: today })
  },
})

export const sendBack = defineAction(matter, {
  name: 'send-back',
  title: { zh: '退回办理', en: 'Send the matter back' },
  on: 'existing',
  from: ['reported'],
  to: 'open',
  input: z.object({ opinion: written('退回理由', 'Why', 4, 500) }),
  run(context) {
    const { input, current, change } = context
    requireSetter(context)
    // The old day stands: what was not done is overdue again.
    return change({ opinion: input.opinion, finishedOn: null, reportedBy: null, returned: current.returned + 1 })
  },
})

const reason = written('理由', 'Reason', 4, 500)

export const putOff = defineAction(matter, {
  name: 'put-off',
  title: { zh: '批准延期', en: 'Put the matter off' },
  on: 'existing',
  from: ['open'],
  input: z.object({ dueOn: field(z.iso.date(), { title: { zh: '新的办结时限', en: 'Due on' } }), reason }),
  run(context) {
    const { input, current, change } = context
    requireSetter(context)
    if (input.dueOn <= current.dueOn)
      refuse('dueOn', { zh: `新时限须晚于${current.dueOn}`, en: `The new day must lie after ${current.dueOn}` })
    return change({ dueOn: input.dueOn, firstDueOn: current.firstDueOn ?? current.dueOn, reason: input.reason })
  },
})

export const withdrawMatter = defineAction(matter, {
  name: 'withdraw',
  title: { zh: '撤销事项', en: 'Withdraw the matter' },
  on: 'existing',
  from: ['open', 'reported'],
  to: 'withdrawn',
  confirm: { zh: '撤销后不再计入办结率。确定撤销？', en: 'It will no longer count. Withdraw it?' },
  input: z.object({ reason }),
  run(context) {
    requireSetter(context)
    return context.change({ reason: context.input.reason, withdrawnOn: context.today })
  },
})
