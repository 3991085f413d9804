import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { bind } from '@kangheng/kernel/wording/bound.ts'
import { derive } from '@kangheng/kernel/wording/derive.ts'
import type { Block, Inline, ParagraphBlock } from '@kangheng/kernel/wording/model.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import type { Binder } from './binder.ts'
import { domainSections, OFFICE, type DraftSection } from './outline.ts'
import { findProblems } from './problems.ts'
import { placesTable, progressTable } from './report-tables.ts'

/** What a report is composed from. */
export interface Material {
  readonly house: House
  readonly indicators: readonly Indicator[]
  readonly binder: Binder
}

const paragraph = (parts: readonly Inline[] | string): ParagraphBlock => ({
  kind: 'paragraph',
  parts: typeof parts === 'string' ? [{ kind: 'text', text: parts }] : parts,
})

const CLERICAL = ['一是', '二是', '三是', '四是', '五是', '六是', '七是', '八是']

/** Several points as one paragraph each, counted the way offices count. */
const points = (sentences: readonly (readonly Inline[])[]): ParagraphBlock[] =>
  sentences
    .slice(0, CLERICAL.length)
    .map((sentence, index) => paragraph([{ kind: 'text', text: CLERICAL[index]! }, ...sentence]))

/** What should be done about each suggested problem; the office rewrites it. */
function measures(material: Material): ParagraphBlock[] {
  const titles = new Map(material.indicators.map((indicator) => [indicator.id, indicator.title.zh]))
  const below = findProblems(material.binder, material.indicators)
  if (below.length === 0) return [paragraph('继续按月调度各项指标，巩固现有成效。')]
  return points(
    below.map((problem) => [
      {
        kind: 'text',
        text: `对${titles.get(problem.indicator)}进度落后的单位逐一核实原因，限期补齐，下月通报整改情况。`,
      },
    ]),
  )
}

function problemBlocks(material: Material): ParagraphBlock[] {
  const problems = findProblems(material.binder, material.indicators)
  if (problems.length === 0) return [paragraph('各项指标均达到进度要求，未发现明显落后的情况。')]
  return points(problems.map((problem) => problem.sentence))
}

/** The first draft of a month's bulletin: progress, tables by township, problems, next steps. */
export function composeBulletin(material: Material): DraftSection[] {
  const { binder, house, indicators } = material
  const headline = indicators.filter((indicator) => indicator.headline)
  const when = headline[0] ? binder.bound(headline[0]).figure.period.title.zh : ''
  const progress: Block[] = [
    ...domainSections(house, binder, indicators, 'bulletin').flatMap((section) => section.blocks),
    ...(headline.length > 0 ? [progressTable(binder, headline, `${when}主要指标进展情况`)] : []),
  ]
  const ranked = headline.filter((indicator) => indicator.better !== 'neither')
  const byPlace = ranked.map((indicator) => placesTable(binder, indicator, `${when}各乡镇${indicator.title.zh}`))
  return [
    { id: 'progress', title: { zh: '总体进展', en: 'Progress' }, owner: OFFICE, blocks: progress },
    ...(binder.below.length > 0 && byPlace.length > 0
      ? [{ id: 'places', title: { zh: '各乡镇进展', en: 'By township' }, owner: OFFICE, blocks: byPlace }]
      : []),
    { id: 'problems', title: { zh: '存在的问题', en: 'Problems' }, owner: OFFICE, blocks: problemBlocks(material) },
    { id: 'next', title: { zh: '下一步工作', en: 'Next steps' }, owner: OFFICE, blocks: measures(material) },
  ]
}

/** What is aimed at in the coming year, beside what was reached in this one. */
function plan({ binder }: Material, year: number): ParagraphBlock[] {
  const sentences = binder.coming.map(({ indicator, figure }): readonly Inline[] => {
    const goal = bind(derive(figure, 'target'))
    const verb = indicator.better === 'lower' ? '控制在' : '达到'
    const tail = indicator.better === 'lower' ? '以内' : '以上'
    return zh`${indicator.title.zh}${verb}${goal}${tail}（上年${bind(binder.bound(indicator).figure)}）。`
  })
  if (sentences.length === 0) return [paragraph(`${year}年各项目标下达后，按月分解、按季考核。`)]
  return [paragraph(`${year}年，重点完成以下目标：`), ...points(sentences)]
}

/** The first draft of a year's summary: what the sections did, problems, next year's plan. */
export function composeSummary(material: Material, year: number): DraftSection[] {
  return [
    ...domainSections(material.house, material.binder, material.indicators, 'summary'),
    {
      id: 'problems',
      title: { zh: '存在的困难和问题', en: 'Difficulties and problems' },
      owner: OFFICE,
      blocks: problemBlocks(material),
    },
    {
      id: 'plan',
      title: { zh: `${year + 1}年工作计划`, en: `Plan for ${year + 1}` },
      owner: OFFICE,
      blocks: plan(material, year + 1),
    },
  ]
}
