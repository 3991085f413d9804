import { defineWords } from '../language/words.ts'

export const words = defineWords({
  synthetic: {
    zh: '演示稿：人员与记录均为合成，不得作为公文使用',
    en: 'Demonstration: synthetic people and records; not an official document',
  },
  draft: { zh: '草稿', en: 'Draft' },
  provisional: { zh: '未关账的数', en: 'figure not closed yet' },
  attachment: { zh: (number: number) => `附件${number}`, en: (number: number) => `Annex ${number}` },
  copies: { zh: '抄送', en: 'Copies' },
  asOf: { zh: '数据截至', en: 'as of' },
  edit: { zh: '修改文字', en: 'Edit the words' },
  done: { zh: '改好了', en: 'Done' },
  paragraph: { zh: '段落文字，灰底的数据由系统维护', en: 'Paragraph; the shaded figures are kept by the system' },
  heading: { zh: '小标题', en: 'Heading' },
  addParagraph: { zh: '在下面加一段', en: 'Add a paragraph below' },
  addHeading: { zh: '加小标题', en: 'Add a heading' },
  removeBlock: { zh: '删去', en: 'Delete' },
  restore: { zh: '恢复原文', en: 'Restore' },
  up: { zh: '上移', en: 'Move up' },
  down: { zh: '下移', en: 'Move down' },
  editHint: {
    zh: '数据块由系统计算，刷新时自动更新；它们前后的文字由您改写，刷新后保留。',
    en: 'Figures are computed and follow their source when refreshed; the words around them are yours and stay.',
  },
})
