import { eq } from 'drizzle-orm'
import { quantity, ratio } from '@kangheng/kernel/indicator/indicator.ts'
import { flow } from '@kangheng/kernel/indicator/measure.ts'
import { coldAlarm, temperature } from './records.ts'
import { coldAlarms, temperatures } from './tables.ts'

const COLD = '疫苗储存和运输管理规范（2017年版）'
const title = (zh: string, en: string) => ({ zh, en })
const ofDay = { when: temperatures.happenedOn, place: 'institution' } as const
const ofAlarm = { when: coldAlarms.happenedOn, place: 'institution' } as const

const days = flow(temperature, {
  id: 'immunization.cold-days',
  title: title('应监测台日', 'Days of equipment'),
  ...ofDay,
})
const completeDays = flow(temperature, {
  id: 'immunization.cold-days-complete',
  title: title('监测完整台日', 'Days read completely'),
  ...ofDay,
  where: eq(temperatures.complete, true),
})
const alarms = flow(coldAlarm, { id: 'immunization.cold-alarms', title: title('冷链报警', 'Alarms'), ...ofAlarm })
const timely = flow(coldAlarm, {
  id: 'immunization.cold-alarms-timely',
  title: title('及时处置的报警', 'Alarms answered in time'),
  ...ofAlarm,
  where: eq(coldAlarms.timely, true),
})

/** What is counted of the cold chain, by the institution that keeps the vaccine. */
export const coldChainIndicators = [
  ratio(completeDays, days, {
    id: 'immunization.cold-chain-completeness',
    title: title('冷链温度监测完整率', 'Completeness of temperature monitoring'),
    unit: '%',
    better: 'higher',
    basis: {
      zh: '监测完整÷应监测台日；人工上下午各一次且相隔6小时，记录仪不少于应有读数的九成',
      en: 'days of equipment read twice by hand six hours apart, or with nine tenths of a logger’s readings',
    },
    source: COLD,
  }),
  ratio(timely, alarms, {
    id: 'immunization.cold-alarm-timeliness',
    title: title('冷链报警处置及时率', 'Cold chain alarms answered in time'),
    unit: '%',
    better: 'higher',
    basis: { zh: '报警后30分钟内确认的÷报警', en: 'acknowledged within 30 minutes of the alarm' },
    source: COLD,
  }),
  quantity(alarms, {
    id: 'immunization.cold-alarm-count',
    title: title('冷链报警次数', 'Cold chain alarms'),
    unit: title('次', 'alarms'),
    better: 'lower',
    basis: { zh: '按设备所在单位', en: 'by the institution of the equipment' },
    source: COLD,
  }),
] as const
