import { addsOverPlaces } from '@kangheng/kernel/indicator/measure.ts'
import { measuresOf, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { concernsReproduction } from '../../population/resident/index.ts'
import { parseExpression, termKey, termsOf } from '@kangheng/kernel/expression/parse.ts'
import { figureOf } from './readings.ts'
import type { Clause, RuleSet, UnitKind } from './rules.ts'
import { fullScore } from './scoring/score-sheet.ts'

/** What rule sets are checked against. */
export interface RuleWorld {
  readonly unitKind: UnitKind
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly records: ReadonlySet<string>
}

/** The full score of an appraisal sheet without bonus. */
export const FULL_SCORE = '100'

const say = (zh: string, en: string): Text => ({ zh, en })

function formulasOf(clause: Clause): string[] {
  switch (clause.kind) {
    case 'ratio':
    case 'deduct-steps':
      return [clause.value, clause.baseline]
    case 'each':
    case 'deduct-each':
      return [clause.count]
    case 'met':
    case 'deduct-when':
      return [clause.when]
    case 'samples':
      return []
  }
}

/** The keys that an item or a veto reads. */
const keysIn = (formulas: readonly string[]) => [
  ...new Set(formulas.flatMap((text) => termsOf(parseExpression(text)).map(termKey))),
]

const repeated = (names: readonly string[]) => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
]

function figureFaults(where: string, term: string, { unitKind, indicators }: RuleWorld): Text[] {
  const figure = figureOf(term)
  if (!figure) return []
  const indicator = indicators.get(figure.indicator)
  if (!indicator)
    return [say(`${where}：没有指标 ${figure.indicator}`, `${where}: there is no indicator ${figure.indicator}`)]
  if (concernsReproduction(indicator))
    return [
      say(
        `${where}：“${indicator.title.zh}”涉及生育，依法不得作为考核内容`,
        `${where}: “${indicator.title.en}” is about people’s own decision to have children; by law nobody is appraised by it`,
      ),
    ]
  if (unitKind !== 'doctor-team') return []
  if (figure.of !== 'value')
    return [say(`${where}：团队没有上年数和目标`, `${where}: teams have no value of last year and no target`)]
  return measuresOf(indicator).every(addsOverPlaces)
    ? []
    : [
        say(
          `${where}：“${indicator.title.zh}”不能由各村相加`,
          `${where}: “${indicator.title.en}” does not add up over villages`,
        ),
      ]
}

/** Why a rule set cannot be issued, in sentences; empty when it can. */
export function faultsOf(ruleSet: RuleSet, world: RuleWorld): Text[] {
  const faults: Text[] = []
  const { items, vetoes } = ruleSet
  for (const code of repeated([...items, ...vetoes].map((each) => each.code)))
    faults.push(say(`项目编号重复：${code}`, `The code ${code} occurs twice`))
  const facts = [...items, ...vetoes].flatMap((each) => each.facts.map((fact) => fact.name))
  for (const name of repeated(facts)) faults.push(say(`查实内容重复：${name}`, `The fact ${name} is declared twice`))
  for (const owner of [...items, ...vetoes]) {
    const formulas =
      'clauses' in owner
        ? [...owner.clauses.flatMap(formulasOf), ...(owner.appliesWhen ? [owner.appliesWhen] : [])]
        : [owner.when]
    const keys = keysIn(formulas)
    const where = owner.title.zh
    faults.push(...keys.flatMap((key) => figureFaults(where, key, world)))
    for (const key of keys.filter((each) => each.startsWith('{') && !facts.includes(each.slice(1, -1))))
      faults.push(say(`${where}：没有登记查实内容 ${key}`, `${owner.title.en}: the fact ${key} is not declared`))
    for (const { name, title } of owner.facts.filter((fact) => !keys.includes(`{${fact.name}}`)))
      faults.push(
        say(`${where}：“${title.zh}”（${name}）没有用到`, `${owner.title.en}: “${title.en}” (${name}) is not used`),
      )
    if (!('clauses' in owner)) continue
    const sampled = owner.clauses.some((clause) => clause.kind === 'samples')
    if (sampled !== (owner.sample !== undefined))
      faults.push(
        say(
          `${where}：抽查规则和抽查样本须同时设定`,
          `${owner.title.en}: a rule on samples and what is sampled belong together`,
        ),
      )
    if (owner.sample && !world.records.has(owner.sample.record))
      faults.push(
        say(
          `${where}：没有记录类型 ${owner.sample.record}`,
          `${owner.title.en}: there is no record ${owner.sample.record}`,
        ),
      )
  }
  const full = fullScore(ruleSet)
  if (full !== FULL_SCORE)
    faults.push(
      say(`各项满分合计${full}分，应为${FULL_SCORE}分`, `The items add up to ${full} points instead of ${FULL_SCORE}`),
    )
  return faults
}
