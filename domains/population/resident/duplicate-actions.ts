import { z } from 'zod'
import { keepApart, mergePersons, unmergePersons } from '@kangheng/kernel/person/merge.ts'
import { defineAction } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { reason } from './inputs.ts'
import { duplicate } from './records.ts'

const file = (zh: string, en: string) => field(z.uuid(), { title: { zh, en }, refersTo: 'person' })

export const mergeDuplicate = defineAction(duplicate, {
  name: 'merge',
  title: { zh: '合并', en: 'Merge' },
  on: 'new',
  to: 'merged',
  confirm: {
    zh: '另一份档案的全部记录将并入保留的档案；发现有误时可以撤销合并。确定合并吗？',
    en: 'Everything in the other file goes to the kept one; a wrong merge can be undone. Merge them?',
  },
  input: z.object({ kept: file('保留的档案', 'File to keep'), absorbed: file('并入的档案', 'File to absorb'), reason }),
  async run(context) {
    const { kept, absorbed, reason: why } = context.input
    const { id: merge } = await mergePersons(context, { kept, absorbed })
    return context.create({ person: kept, other: absorbed, merge, reason: why })
  },
})

export const keepDistinct = defineAction(duplicate, {
  name: 'distinct',
  title: { zh: '不是同一人', en: 'Two people' },
  on: 'new',
  to: 'distinct',
  input: z.object({ first: file('第一份档案', 'First file'), second: file('第二份档案', 'Second file'), reason }),
  async run(context) {
    const { first, second, reason: why } = context.input
    await keepApart(context, first, second)
    return context.create({ person: first, other: second, reason: why })
  },
})

export const undoMerge = defineAction(duplicate, {
  name: 'unmerge',
  title: { zh: '撤销合并', en: 'Undo the merge' },
  on: 'existing',
  from: ['merged'],
  to: 'unmerged',
  confirm: { zh: '两份档案将恢复到合并前的样子。确定撤销吗？', en: 'Both files will be as they were. Undo the merge?' },
  input: z.object({ reason }),
  async run(context) {
    const { merge } = context.current
    if (!merge) throw new Refusal('conflict', { zh: '这项处理没有合并', en: 'Nothing was merged here' })
    await unmergePersons(context, merge)
    return context.change({ reason: `${context.current.reason}；${context.input.reason}` })
  },
})
