import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { sexes } from '@kangheng/kernel/person/codes.ts'
import { deathPlaces, deliveryPlaces, moveReasons, registrationSources, stays } from './codes.ts'
import * as tables from './tables.ts'

const registered = { registered: { zh: '已登记', en: 'Registered' } }
const yesNo = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } }
const grams = { zh: '克', en: 'g' }

export const registration = defineRecord({
  id: 'resident.registration',
  title: { zh: '居民登记', en: 'Registration of a resident' },
  description: { zh: '首次进入居民库的居民', en: 'A resident who was not in the index before' },
  table: tables.registrations,
  happenedOn: { zh: '居住（落户）起始日', en: 'Living or registered here since' },
  states: registered,
  fields: {
    registered: { title: { zh: '户籍在本地', en: 'Registered here' }, values: yesNo },
    usual: { title: { zh: '常住本地', en: 'Lives here' }, values: yesNo },
    source: { title: { zh: '来源', en: 'Source' }, values: registrationSources },
  },
  list: ['person', 'happenedOn', 'registered', 'usual', 'source'],
})

export const birth = defineRecord({
  id: 'resident.birth',
  title: { zh: '出生登记', en: 'Birth' },
  description: { zh: '本地居民的活产婴儿', en: 'A live birth to residents' },
  table: tables.births,
  happenedOn: { zh: '出生日期', en: 'Born on' },
  states: registered,
  fields: {
    sex: { title: { zh: '性别', en: 'Sex' }, values: sexes },
    mother: { title: { zh: '母亲', en: 'Mother' }, refersTo: 'person' },
    motherName: { title: { zh: '母亲姓名', en: "Mother's name" }, masked: 'name' },
    birthWeight: { title: { zh: '出生体重', en: 'Birth weight' }, unit: grams },
    gestationalWeeks: { title: { zh: '孕周', en: 'Gestational age' }, unit: { zh: '周', en: 'weeks' } },
    plurality: { title: { zh: '胎数', en: 'Plurality' } },
    deliveredAt: { title: { zh: '分娩地点', en: 'Place of delivery' }, values: deliveryPlaces },
    certificate: { title: { zh: '出生医学证明编号', en: 'Birth certificate' }, masked: 'identity' },
  },
  list: ['person', 'sex', 'happenedOn', 'motherName', 'birthWeight', 'deliveredAt'],
})

export const death = defineRecord({
  id: 'resident.death',
  title: { zh: '死亡登记', en: 'Death' },
  description: { zh: '本地居民的死亡', en: 'The death of a resident' },
  table: tables.deaths,
  happenedOn: { zh: '死亡日期', en: 'Died on' },
  states: registered,
  fields: {
    place: { title: { zh: '死亡地点', en: 'Place' }, values: deathPlaces },
    causeCode: { title: { zh: '根本死因（ICD-10）', en: 'Underlying cause (ICD-10)' } },
    cause: { title: { zh: '死亡原因', en: 'Cause' } },
    certificate: { title: { zh: '死亡证明编号', en: 'Death certificate' }, masked: 'identity' },
  },
  list: ['person', 'happenedOn', 'causeCode', 'cause', 'place'],
})

const moving = {
  reason: { title: { zh: '原因', en: 'Reason' }, values: moveReasons },
  stay: { title: { zh: '期限', en: 'For how long' }, values: stays },
  registrationMoves: { title: { zh: '户籍随迁', en: 'Registration moves too' }, values: yesNo },
}

export const arrival = defineRecord({
  id: 'resident.arrival',
  title: { zh: '迁入登记', en: 'Arrival' },
  description: { zh: '从县外迁入或返回的人', en: 'Somebody who came from outside the county' },
  table: tables.arrivals,
  happenedOn: { zh: '迁入日期', en: 'Came on' },
  states: registered,
  fields: { origin: { title: { zh: '迁出地', en: 'From' } }, ...moving },
  list: ['person', 'happenedOn', 'origin', 'reason', 'stay', 'registrationMoves'],
})

export const departure = defineRecord({
  id: 'resident.departure',
  title: { zh: '迁出登记', en: 'Departure' },
  description: { zh: '离开本县的人', en: 'Somebody who left the county' },
  table: tables.departures,
  happenedOn: { zh: '迁出日期', en: 'Left on' },
  states: registered,
  fields: { destination: { title: { zh: '迁往地', en: 'To' } }, ...moving },
  list: ['person', 'happenedOn', 'destination', 'reason', 'stay', 'registrationMoves'],
})

export const move = defineRecord({
  id: 'resident.move',
  title: { zh: '县内迁移', en: 'Move within the county' },
  description: { zh: '在本县内换了居住地的人', en: 'Somebody who moved within the county' },
  table: tables.moves,
  happenedOn: { zh: '迁移日期', en: 'Moved on' },
  states: registered,
  fields: {
    toDivision: { title: { zh: '迁入地', en: 'To' }, refersTo: 'division' },
    reason: moving.reason,
    registrationMoves: moving.registrationMoves,
  },
  list: ['person', 'happenedOn', 'division', 'toDivision', 'reason'],
})

export const correction = defineRecord({
  id: 'resident.correction',
  title: { zh: '信息更正', en: 'Correction' },
  description: { zh: '对登记错误的更正及依据', en: 'A correction of what was entered wrongly, with its evidence' },
  table: tables.corrections,
  happenedOn: { zh: '更正日期', en: 'Corrected on' },
  states: { corrected: { zh: '已更正', en: 'Corrected' } },
  fields: { evidence: { title: { zh: '依据', en: 'Evidence' } } },
  list: ['person', 'happenedOn', 'evidence'],
})

export const householdChange = defineRecord({
  id: 'resident.household',
  title: { zh: '户的变动', en: 'Household change' },
  description: { zh: '立户、入户、分户和变更户主', en: 'Households opened, joined and split, heads changed' },
  table: tables.householdChanges,
  happenedOn: { zh: '变动日期', en: 'Changed on' },
  states: { done: { zh: '已办理', en: 'Done' } },
  fields: {
    kind: {
      title: { zh: '变动', en: 'Change' },
      values: {
        opened: { zh: '立户', en: 'Opened' },
        joined: { zh: '入户', en: 'Joined' },
        split: { zh: '分户', en: 'Split' },
        head: { zh: '变更户主', en: 'Head changed' },
      },
    },
    members: { title: { zh: '涉及人数', en: 'People concerned' }, unit: { zh: '人', en: 'people' } },
  },
  list: ['person', 'happenedOn', 'kind', 'members'],
})

export const duplicate = defineRecord({
  id: 'resident.duplicate',
  title: { zh: '重复档案处理', en: 'Decision on duplicate files' },
  description: {
    zh: '对疑似同一人的两份档案作出的判断',
    en: 'What was decided about two files that look like one person',
  },
  table: tables.duplicateDecisions,
  happenedOn: { zh: '处理日期', en: 'Decided on' },
  states: {
    merged: { zh: '已合并', en: 'Merged' },
    distinct: { zh: '不是同一人', en: 'Two people' },
    unmerged: { zh: '已撤销合并', en: 'Merge undone' },
  },
  fields: {
    other: { title: { zh: '另一份档案', en: 'Other file' }, refersTo: 'person' },
    reason: { title: { zh: '理由', en: 'Reason' } },
  },
  list: ['person', 'other', 'happenedOn', 'reason', 'state'],
})
