import { plus, quantity, ratio, type Quantity } from '@kangheng/kernel/indicator/indicator.ts'
import { dispositionIds, dispositions, formerStandings, standings, type Disposition, type Standing } from './codes.ts'
import * as m from './measures.ts'

const source = '脱贫人口和防返贫监测对象名册；国卫扶贫发〔2017〕19号'
const onRegister = { zh: '期末在册（脱贫人口和监测对象，原建档立卡）', en: 'On the register at the period’s end' }
const dueBasis = {
  zh: '期末在册并应签约，死亡、重复和其他原因逐条说明后剔除',
  en: 'On the register and due at the period’s end; deaths, duplicates and others explained one by one',
}
const persons = { zh: '人', en: 'persons' }
const common = { source, basis: onRegister, unit: persons }

type Part = 'all' | Standing
const parts: readonly Part[] = ['all', 'monitored', 'out-of-poverty']
const suffix = (part: Part) => (part === 'all' ? '' : `-${part}`)
const zhOf = (part: Part) => (part === 'all' ? '' : standings[part].zh)
const enOf = (part: Part) => (part === 'all' ? '' : `${standings[part].en}: `)
/** Documents of earlier years call the classes by their former names. */
const formerly = (part: Part, what: string) => (part === 'all' ? [] : [`${formerStandings[part].zh}${what}`])

const byPart = <Made>(make: (part: Part) => Made) =>
  Object.fromEntries(parts.map((part) => [part, make(part)])) as Record<Part, Made>

export const registered = byPart((part) =>
  quantity(m.registered[part], {
    ...common,
    id: `poverty-relief.registered${suffix(part)}`,
    title: { zh: `${zhOf(part) || '脱贫人口和监测对象'}人数`, en: `${enOf(part)}entries of the register` },
    synonyms: part === 'all' ? ['建档立卡贫困人口', '建档立卡人口'] : [formerStandings[part].zh],
  }),
)

export const notDueBy = Object.fromEntries(
  dispositionIds.map((disposition) => [
    disposition,
    byPart((part) =>
      quantity(m.notDue[disposition][part], {
        ...common,
        id: `poverty-relief.${disposition}${suffix(part)}`,
        title: {
          zh: `${zhOf(part)}${dispositions[disposition].zh}`,
          en: `${enOf(part)}${dispositions[disposition].en.toLowerCase()}`,
        },
        synonyms: formerly(part, dispositions[disposition].zh),
      }),
    ),
  ]),
) as Record<Disposition, Record<Part, ReturnType<typeof quantity>>>

export const notDue = byPart((part) => {
  const sum: Quantity = plus(...dispositionIds.map((disposition) => m.notDue[disposition][part]))
  return quantity(sum, {
    ...common,
    id: `poverty-relief.not-due${suffix(part)}`,
    title: { zh: `${zhOf(part)}不应签约人数`, en: `${enOf(part)}not due for a contract` },
    synonyms: part === 'all' ? ['实际相差'] : [],
  })
})

export const due = byPart((part) =>
  quantity(m.due[part], {
    ...common,
    basis: dueBasis,
    id: `poverty-relief.due${suffix(part)}`,
    title: { zh: `${zhOf(part)}应签约人数`, en: `${enOf(part)}due for a contract` },
    synonyms: part === 'all' ? ['应完成签约'] : [],
  }),
)

export const dueSigned = byPart((part) =>
  quantity(m.dueSigned[part], {
    ...common,
    basis: dueBasis,
    better: 'higher',
    id: `poverty-relief.signed${suffix(part)}`,
    title: { zh: `${zhOf(part)}已签约人数`, en: `${enOf(part)}due and signed` },
    synonyms: formerly(part, '签约'),
  }),
)

export const contractCoverage = byPart((part) =>
  ratio(m.dueSigned[part], m.due[part], {
    ...common,
    unit: '%',
    basis: dueBasis,
    headline: part === 'all',
    id: `poverty-relief.contract-coverage${suffix(part)}`,
    title: { zh: `${zhOf(part) || '脱贫人口和监测对象'}签约率`, en: `${enOf(part)}contract coverage` },
    synonyms: part === 'all' ? ['建档立卡贫困人口签约率', '贫困人口签约率'] : formerly(part, '签约率'),
  }),
)

const households = { zh: '户', en: 'households' }
export const householdCount = quantity(m.listedHouseholds, {
  ...common,
  unit: households,
  id: 'poverty-relief.households',
  title: { zh: '在册户数', en: 'Households on the register' },
})
export const illnessHouseholds = quantity(m.householdsByIllness, {
  ...common,
  unit: households,
  id: 'poverty-relief.households-illness',
  title: { zh: '因病致贫户数', en: 'Households poor through illness' },
})
export const linkedRate = ratio(m.linkedHouseholds, m.listedHouseholds, {
  ...common,
  unit: '%',
  id: 'poverty-relief.linked-rate',
  title: { zh: '结对帮扶率', en: 'Households with a linked official' },
})
export const visits = quantity(m.visits, {
  source,
  id: 'poverty-relief.visits',
  title: { zh: '走访户次', en: 'Support visits' },
  unit: { zh: '户次', en: 'visits' },
  basis: { zh: '按走访日期', en: 'By day of visit' },
  better: 'higher',
})
export const aidGiven = quantity(m.aidGiven, {
  source,
  id: 'poverty-relief.aid',
  title: { zh: '慰问金（物）', en: 'Aid given' },
  unit: { zh: '元', en: 'yuan' },
  basis: { zh: '按走访日期', en: 'By day of visit' },
})
export const visitsPerHousehold = ratio(m.visits, m.listedHouseholds, {
  source,
  id: 'poverty-relief.visits-per-household',
  title: { zh: '户均走访次数', en: 'Visits per household' },
  unit: { zh: '次/户', en: 'visits per household' },
  basis: onRegister,
})

const illnessTitles = { all: '核实患病人次', I: 'Ⅰ类（大病）', II: 'Ⅱ类（慢病）', III: 'Ⅲ类（重病）' } as const
export const illnesses = (['all', 'I', 'II', 'III'] as const).map((part) =>
  quantity(m.illnesses[part], {
    ...common,
    unit: { zh: '例', en: 'cases' },
    id: `poverty-relief.illness${part === 'all' ? '' : `-${part.length}`}`,
    title: { zh: illnessTitles[part], en: part === 'all' ? 'Verified illnesses' : `Class ${part} illnesses` },
  }),
)
export const treatmentRate = ratio(m.treated, m.enrolled, {
  source,
  id: 'poverty-relief.treatment-rate',
  title: { zh: '大病专项救治率', en: 'Special treatment rate' },
  unit: '%',
  basis: { zh: '至期末建档患者', en: 'Patients enrolled by the period’s end' },
  headline: true,
  synonyms: ['大病救治率'],
})
export const enrolled = quantity(m.enrolled, {
  source,
  id: 'poverty-relief.enrolled',
  title: { zh: '大病专项救治建档人数', en: 'Patients enrolled for special treatment' },
  unit: persons,
  basis: { zh: '至期末', en: 'By the period’s end' },
})
export const treated = quantity(m.treated, {
  source,
  id: 'poverty-relief.treated',
  title: { zh: '大病专项救治人数', en: 'Patients treated' },
  unit: persons,
  basis: { zh: '至期末', en: 'By the period’s end' },
  better: 'higher',
})
export const coverOfCosts = ratio(m.treatmentCovered, m.treatmentCost, {
  source,
  id: 'poverty-relief.treatment-covered',
  title: { zh: '大病救治费用报销和救助比例', en: 'Share of treatment costs covered' },
  unit: '%',
  basis: { zh: '按救治日期', en: 'By day of treatment' },
})

/** All of them, in the order of tables. */
export const indicators = [
  ...parts.map((part) => contractCoverage[part]),
  ...parts.flatMap((part) => [
    registered[part],
    notDue[part],
    ...dispositionIds.map((id) => notDueBy[id][part]),
    due[part],
    dueSigned[part],
  ]),
  householdCount,
  illnessHouseholds,
  linkedRate,
  visits,
  visitsPerHousehold,
  aidGiven,
  ...illnesses,
  enrolled,
  treated,
  treatmentRate,
  coverOfCosts,
]
