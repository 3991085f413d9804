import { defineWords } from '../language/words.ts'

export const words = defineWords({
  narrow: { zh: '输入文字筛选', en: 'Type to narrow down' },
  required: { zh: '此项必填', en: 'This is required' },
  lastTime: { zh: (day: string) => `上次（${day}）`, en: (day: string) => `Last time (${day})` },
  now: { zh: '现值', en: 'Now' },
  takeOver: { zh: '沿用', en: 'Keep' },
  addItem: { zh: '增加一项', en: 'Add one' },
  item: { zh: (index: number) => `第${index}项`, en: (index: number) => `Item ${index}` },
  findPerson: { zh: '输入姓名、拼音首字母或完整身份证号', en: 'Name, pinyin initials or whole identity number' },
  findRecord: { zh: '点这里选择，或输入名称查找', en: 'Choose here, or search by name' },
  noneFound: { zh: '没有找到，请核对后再试', en: 'Nothing found; check and try again' },
  chooseOther: { zh: '换一个', en: 'Choose another' },
  photo: { zh: '照片', en: 'Photo' },
  keptPhoto: {
    zh: '照片已存在这台手机上；重新选择可以换一张',
    en: 'The photo is kept on this phone; choose another to change it',
  },
  noPicture: { zh: '这个文件不是图片，请重新选择', en: 'This is no picture; choose another file' },
  choose: { zh: '请选择', en: 'Choose' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  dateHint: { zh: '年-月-日', en: 'YYYY-MM-DD' },
  restored: { zh: '已恢复上次没有保存的填写内容。', en: 'What you entered before and did not save is back.' },
  restart: { zh: '清空重填', en: 'Start again' },
  stale: { zh: '这条记录刚被别人改过', en: 'Someone has just changed this record' },
  staleHint: {
    zh: '下面是它现在的内容。请核对：如仍要按您填的办理，点“按最新内容重新提交”。',
    en: 'Below is what it says now. If you still want your entry, choose “Submit on the present state”.',
  },
  reapply: { zh: '按最新内容重新提交', en: 'Submit on the present state' },
  understood: { zh: '我已核对，确认办理', en: 'I have checked this and want to go on' },
  checkErrors: {
    zh: '有几处需要改正，见各项下方的说明。',
    en: 'Some entries need correction; see the notes under them.',
  },
  failed: { zh: '没有保存', en: 'Not saved' },
  safeRetry: {
    zh: '可以放心再点一次，同一次填写不会重复登记。',
    en: 'You may press again: the same entry is never recorded twice.',
  },
})
