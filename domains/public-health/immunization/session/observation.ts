import { addMinutes, type Moment } from '@kangheng/kernel/period/moment.ts'

/** Minutes somebody stays in sight after a dose. Source: 预防接种工作规范（2023年版）: 现场留观30分钟. */
const OBSERVATION = 30

/** Until when somebody is to stay; a further dose begins the time anew. */
export const observeUntil = (givenAt: Moment): Moment => addMinutes(givenAt, OBSERVATION)

/** Whether leaving now is before the time. */
export const leavesEarly = (until: Moment, now: Moment): boolean => now < until
