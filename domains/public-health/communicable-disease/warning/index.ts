/** Early warning: the methods, as pure functions. */
export { detect, type DetectOptions, type IndexRange, type Method, METHODS } from './detect.ts'
export { type LabelledSeries, readSeries } from './read-series.ts'
export type { CountSeries, Detection } from './series.ts'
