import { eq, ne, sql } from 'drizzle-orm'
import { quantity, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import { drill, finding, permit, certificate, rescue } from './records.ts'
import { drills as d, findings as f, permits as p, rescues as r, staff as s } from './tables.ts'

const title = (zh: string, en: string) => ({ zh, en })
const LAW = '母婴保健法实施办法 art. 35; 母婴保健专项技术服务许可及人员资格管理办法'
const byUnit = title('按机构所在地', 'by the place of the institution')
const midwifery = (items: typeof p.items | typeof s.items) => sql`${items} ? 'midwifery'`
const ends = (table: typeof p | typeof s) => sql`coalesce(${table.endedOn}, ${table.validUntil} + 1)`

export const units = quantity(
  stock(permit, {
    id: 'obstetric-units.permitted-units',
    title: title('有效助产许可', 'Valid permits of midwifery'),
    from: p.happenedOn,
    to: ends(p),
    where: midwifery(p.items),
  }),
  {
    id: 'obstetric-units.units',
    title: title('助产机构数', 'Obstetric units'),
    unit: title('个', 'units'),
    basis: title('期末有效的助产技术服务执业许可', 'permits of midwifery valid at the period’s end'),
    source: LAW,
  },
)
export const people = quantity(
  stock(certificate, {
    id: 'obstetric-units.certified-staff',
    title: title('有效助产合格证', 'Valid certificates of midwifery'),
    from: s.happenedOn,
    to: ends(s),
    where: midwifery(s.items),
  }),
  {
    id: 'obstetric-units.staff',
    title: title('助产技术人员数', 'Certified staff of midwifery'),
    unit: title('人', 'people'),
    basis: title('期末有效的助产技术合格证', 'certificates of midwifery valid at the period’s end'),
    source: LAW,
  },
)
export const openFindings = quantity(
  stock(finding, {
    id: 'obstetric-units.findings-open',
    title: title('未销号的产科执业问题', 'Findings not closed'),
    from: f.happenedOn,
    to: f.closedOn,
  }),
  {
    id: 'obstetric-units.findings',
    title: title('未销号的产科执业问题数', 'Findings at obstetric units'),
    unit: title('个', 'findings'),
    better: 'lower',
    basis: byUnit,
    source: LAW,
  },
)
export const drillCount = quantity(
  flow(drill, { id: 'obstetric-units.drills-held', title: title('产科急救演练', 'Drills'), when: d.happenedOn }),
  {
    id: 'obstetric-units.drills',
    title: title('产科急救演练次数', 'Obstetric drills'),
    unit: title('次', 'times'),
    better: 'higher',
    basis: byUnit,
    source: '孕产妇妊娠风险评估与管理工作规范，国卫妇幼发〔2017〕35号; 危重孕产妇救治中心建设与管理指南',
  },
)
export const rescues = quantity(
  flow(rescue, {
    id: 'obstetric-units.rescues-received',
    title: title('绿色通道接收', 'Rescues received'),
    when: r.happenedOn,
    where: ne(r.state, 'called'),
  }),
  {
    id: 'obstetric-units.rescues',
    title: title('孕产妇急救绿色通道例数', 'Obstetric rescues'),
    unit: title('例', 'cases'),
    basis: title('按孕产妇居住地', 'by the woman’s residence'),
    source: '危重孕产妇救治中心建设与管理指南',
  },
)
const saved = quantity(
  flow(rescue, {
    id: 'obstetric-units.rescues-saved',
    title: title('抢救成功', 'Saved'),
    when: r.happenedOn,
    where: eq(r.outcome, 'saved'),
  }),
  {
    id: 'obstetric-units.saved',
    title: title('孕产妇急救成功例数', 'Obstetric rescues: saved'),
    unit: title('例', 'cases'),
    basis: title('按孕产妇居住地', 'by the woman’s residence'),
    source: '危重孕产妇救治中心建设与管理指南',
  },
)

/** The indicators of obstetric units, in the order of tables. */
export const indicators: readonly Indicator[] = [units, people, openFindings, drillCount, rescues, saved]
