import { defineWords } from '../language/words.ts'

export const words = defineWords({
  choose: { zh: '选择地区', en: 'Choose a place' },
  chooseInstitution: { zh: '选择机构', en: 'Choose an institution' },
  change: { zh: '换地区', en: 'Change place' },
  search: { zh: '输入名称查找', en: 'Search by name' },
  take: { zh: (name: string) => `选定“${name}”`, en: (name: string) => `Take “${name}”` },
  below: { zh: '下辖', en: 'Within' },
  county: { zh: '县', en: 'county' },
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村', en: 'village' },
  institution: { zh: '机构', en: 'institution' },
  path: { zh: '所在位置', en: 'You are at' },
  none: { zh: '没有叫这个名称的地区', en: 'No place of that name' },
})
