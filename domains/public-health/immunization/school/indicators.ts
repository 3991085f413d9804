import { eq, ne } from 'drizzle-orm'
import { ratio } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { schoolCheck, schoolChild } from './records.ts'
import { schoolChecks, schoolChildren as c } from './tables.ts'

const CHECK = '儿童入托、入学预防接种证查验办法（国卫疾控发〔2021〕4号）'
const title = (zh: string, en: string) => ({ zh, en })
const ofChild = { when: c.happenedOn, place: 'institution' } as const
const common = { unit: '%', better: 'higher', source: CHECK } as const

const enrolled = flow(schoolCheck, {
  id: 'immunization.school-enrolled',
  title: title('应查验儿童', 'Children on the schools’ lists'),
  place: 'institution',
  when: schoolChecks.happenedOn,
  count: { sum: schoolChecks.enrolled },
})
const checked = flow(schoolChild, {
  id: 'immunization.school-checked',
  title: title('已查验儿童', 'Children checked'),
  ...ofChild,
})
const holding = flow(schoolChild, {
  id: 'immunization.school-holding',
  title: title('持有接种证的儿童', 'Children with a certificate'),
  ...ofChild,
  where: eq(c.holding, true),
})
const owing = flow(schoolChild, {
  id: 'immunization.school-owing',
  title: title('应补种儿童', 'Children to be caught up'),
  ...ofChild,
  where: ne(c.state, 'complete'),
})
const caughtUp = flow(schoolChild, {
  id: 'immunization.school-caught-up',
  title: title('已补种儿童', 'Children caught up'),
  ...ofChild,
  where: eq(c.state, 'caught-up'),
})

/** What is counted of school-entry checks: dated by the day of the check, at the clinic that answers for the school. */
export const schoolIndicators = [
  ratio(checked, enrolled, {
    ...common,
    id: 'immunization.school-check-rate',
    title: title('预防接种证查验率', 'Children checked at school entry'),
    basis: { zh: '已查验÷应查验儿童', en: 'checked, of the children on the schools’ lists' },
  }),
  ratio(holding, checked, {
    ...common,
    id: 'immunization.school-certificate-rate',
    title: title('预防接种证持有率', 'Children with a certificate at school entry'),
    basis: { zh: '持证÷已查验儿童', en: 'with a certificate, of those checked' },
  }),
  ratio(caughtUp, owing, {
    ...common,
    id: 'immunization.school-catch-up-rate',
    title: title('入托入学补种率', 'Caught up after the school-entry check'),
    basis: {
      zh: '查验后补齐÷应补种儿童，含无接种资料的',
      en: 'caught up, of those who owed doses, those without any record included',
    },
  }),
] as const
