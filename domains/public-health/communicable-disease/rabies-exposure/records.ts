import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { contacts, grades, immunoglobulinTitles, scheduleTitles } from './schedule.ts'
import { rabiesDoses, rabiesExposures } from './tables.ts'

export const animals = {
  dog: { zh: '犬', en: 'Dog' },
  cat: { zh: '猫', en: 'Cat' },
  bat: { zh: '蝙蝠', en: 'Bat' },
  wild: { zh: '其他野生动物', en: 'Other wild animal' },
  livestock: { zh: '家畜', en: 'Livestock' },
} as const satisfies Record<string, Text>

export const animalStates = {
  vaccinated: { zh: '家养已免疫', en: 'Kept and vaccinated' },
  unvaccinated: { zh: '家养未免疫', en: 'Kept, not vaccinated' },
  stray: { zh: '流浪', en: 'Stray' },
  suspected: { zh: '疑似狂犬病', en: 'Suspected of rabies' },
  unknown: { zh: '不详', en: 'Unknown' },
} as const satisfies Record<string, Text>

export const bodySites = {
  head: { zh: '头面颈部', en: 'Head, face or neck' },
  hand: { zh: '手部', en: 'Hand' },
  arm: { zh: '上肢', en: 'Arm' },
  leg: { zh: '下肢', en: 'Leg' },
  trunk: { zh: '躯干', en: 'Trunk' },
} as const satisfies Record<string, Text>

const text = (zh: string, en: string): Text => ({ zh, en })

export const rabiesExposure = defineRecord({
  id: 'rabies-exposure.exposure',
  title: text('狂犬病暴露处置', 'Rabies exposure'),
  description: text(
    '一次狂犬病暴露：分级、伤口处置、免疫球蛋白和疫苗程序',
    'An exposure to rabies: grade, wound, immunoglobulin and doses',
  ),
  table: rabiesExposures,
  states: {
    course: text('接种中', 'In course'),
    completed: text('已全程接种', 'Completed'),
    'no-vaccine': text('无需接种', 'No vaccine needed'),
    stopped: text('中止', 'Stopped'),
  },
  happenedOn: text('就诊日期', 'Visit'),
  fields: {
    exposedOn: { title: text('暴露日期', 'Exposed on') },
    animal: { title: text('致伤动物', 'Animal'), values: animals },
    animalState: { title: text('动物情况', 'State of the animal'), values: animalStates },
    contact: { title: text('暴露方式', 'Exposure'), values: contacts },
    site: { title: text('暴露部位', 'Part of the body'), values: bodySites },
    immunodeficient: { title: text('免疫功能严重低下', 'Immunity severely impaired') },
    grade: { title: text('暴露分级', 'Grade'), values: grades },
    weightKg: { title: text('体重', 'Weight'), unit: text('kg', 'kg') },
    woundTreated: { title: text('伤口规范处置', 'Wound treated') },
    earlierCourseOn: { title: text('既往全程接种完成日期', 'Earlier course finished on') },
    schedule: { title: text('免疫程序', 'Schedule'), values: scheduleTitles },
    planned: { title: text('应种剂次', 'Doses planned') },
    given: { title: text('已种剂次', 'Doses given') },
    firstDoseOn: { title: text('首剂日期', 'First dose') },
    lastDoseOn: { title: text('末剂日期', 'Last dose') },
    nextNumber: { title: text('下一剂次', 'Next dose') },
    nextDueOn: { title: text('下一剂应种日期', 'Next dose due') },
    needsImmunoglobulin: { title: text('须用被动免疫制剂', 'Needs immunoglobulin') },
    immunoglobulin: { title: text('被动免疫制剂', 'Immunoglobulin'), values: immunoglobulinTitles },
    immunoglobulinUnits: { title: text('用量', 'Units'), unit: text('IU', 'IU') },
    immunoglobulinLot: { title: text('制剂批号', 'Lot of the immunoglobulin') },
    immunoglobulinOn: { title: text('注射日期', 'Given on') },
    endReason: { title: text('中止原因', 'Why stopped') },
  },
  filters: ['grade', 'animal'],
  list: ['person', 'division', 'animal', 'grade', 'schedule', 'given', 'planned', 'nextDueOn', 'happenedOn', 'state'],
  board: ['rabies-exposure.dose'],
})

export const rabiesDose = defineRecord({
  id: 'rabies-exposure.dose',
  title: text('狂犬病疫苗接种', 'Dose of rabies vaccine'),
  description: text('一剂狂犬病疫苗', 'One dose of rabies vaccine'),
  table: rabiesDoses,
  states: { given: text('已接种', 'Given') },
  happenedOn: text('接种日期', 'Given on'),
  fields: {
    exposure: { title: text('暴露处置', 'Exposure'), refersTo: 'record:rabies-exposure.exposure' },
    number: { title: text('剂次', 'Dose') },
    product: { title: text('疫苗', 'Vaccine') },
    lot: { title: text('批号', 'Lot') },
    daysLate: { title: text('延迟', 'Late by'), unit: text('天', 'days') },
  },
  list: ['person', 'exposure', 'number', 'product', 'lot', 'happenedOn', 'daysLate'],
})
