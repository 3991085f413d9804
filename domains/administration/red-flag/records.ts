import { defineRecord } from '@kangheng/kernel/record/define-record.ts'
import { bases, marks } from './ranking.ts'
import * as tables from './tables.ts'

const title = (zh: string, en: string) => ({ title: { zh, en } })
const points = (zh: string, en: string) => ({ ...title(zh, en), unit: { zh: '分', en: 'points' } })
const ofAward = { ...title('流动红旗', 'Flag'), refersTo: 'record:red-flag.award' } as const
const name = title('名称', 'Flag')
const quarter = { ...title('季度', 'Quarter'), plain: true } as const

export const award = defineRecord({
  id: 'red-flag.award',
  title: { zh: '流动红旗', en: 'Travelling red flag' },
  description: {
    zh: '一种流动红旗：按哪份考核细则的哪些项目评比、面数和分数线；涉及生育的指标不得用',
    en: 'A flag: by which items of which rule set, how many, from which score; never by births or family planning',
  },
  table: tables.awards,
  states: {
    draft: { zh: '拟定', en: 'Draft' },
    'in-force': { zh: '启用', en: 'In force' },
    retired: { zh: '停用', en: 'Retired' },
  },
  happenedOn: { zh: '拟定日期', en: 'Drafted on' },
  fields: {
    name,
    ruleSet: { ...title('考核细则', 'Rule set'), refersTo: 'record:appraisal.rule-set' },
    items: title('所用项目', 'Items'),
    flags: title('每季面数', 'Flags a quarter'),
    flagFrom: points('授旗最低分', 'No flag below'),
    laggingBelow: points('落后线', 'Lagging below'),
    issuedOn: title('启用日期', 'In force since'),
  },
  list: ['name', 'flags', 'flagFrom', 'laggingBelow', 'issuedOn', 'state'],
  board: ['red-flag.review'],
})

export const review = defineRecord({
  id: 'red-flag.review',
  title: { zh: '季度讲评', en: 'Quarterly review' },
  description: {
    zh: '一个季度按一种流动红旗的乡镇排名、授旗和讲评意见',
    en: 'The ranking of a quarter by one flag, its holders and the comment',
  },
  table: tables.reviews,
  states: { computed: { zh: '待公布', en: 'To be published' }, published: { zh: '已公布', en: 'Published' } },
  happenedOn: { zh: '排名日期', en: 'Ranked on' },
  fields: {
    name,
    award: ofAward,
    quarter,
    holders: title('本季红旗', 'Holders'),
    heldBefore: title('上次持有', 'Held before by'),
    basis: { ...title('得分来源', 'Scores taken from'), values: bases },
    ranking: title('全县排名', 'Ranking'),
    lagging: title('落后乡镇和主要失分', 'Lagging, and lost at'),
    comment: title('讲评意见', 'Comment'),
    publishedOn: title('公布日期', 'Published on'),
  },
  list: ['quarter', 'name', 'holders', 'heldBefore', 'publishedOn', 'state'],
  filters: ['award', 'quarter'],
  board: ['red-flag.standing'],
})

export const standing = defineRecord({
  id: 'red-flag.standing',
  title: { zh: '季度讲评名次', en: 'Standing' },
  description: {
    zh: '一个乡镇在季度讲评中的得分和名次；落后的写明失分原因，乡镇可以说明',
    en: 'Score and rank of a township in a review; where it lags with the reasons, which it may answer',
  },
  table: tables.standings,
  states: { computed: { zh: '待公布', en: 'To be published' }, published: { zh: '已公布', en: 'Published' } },
  happenedOn: { zh: '排名日期', en: 'Ranked on' },
  fields: {
    unitName: title('乡镇', 'Township'),
    name,
    review: { ...title('季度讲评', 'Review'), refersTo: 'record:red-flag.review' },
    award: ofAward,
    quarter,
    score: points('得分', 'Score'),
    rank: title('名次', 'Rank'),
    rankedOf: title('参评乡镇', 'Of'),
    previousRank: title('上季名次', 'Rank before'),
    mark: { ...title('红旗或落后', 'Flag or lagging'), values: marks },
    reasons: title('主要失分', 'Lost at'),
    consecutive: { ...title('连续持旗', 'In a row'), unit: { zh: '季', en: 'quarters' } },
    publishedOn: title('公布日期', 'Published on'),
    answer: title('乡镇说明', 'Answer'),
  },
  list: ['unitName', 'rank', 'score', 'mark', 'reasons', 'consecutive', 'previousRank', 'quarter', 'state'],
  filters: ['award', 'quarter', 'mark'],
})
