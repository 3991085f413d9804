import { ETHNIC_GROUPS } from '@kangheng/kernel/person/ethnic-groups.ts'
import type { Block, ParagraphBlock, PeriodRef, PlaceRef, ReportDocument } from '@kangheng/kernel/wording/model.ts'
import { numberFigures } from '../document/figures.ts'
import type { StoredReport, StoredSection } from './store.ts'

const CLOSING_SECTIONS = new Set(['problems', 'plan'])

/** 玉龙纳西族自治县 → 玉龙县: official titles leave out the nationalities of an autonomous county. */
export function shortCountyName(name: string): string {
  if (!name.endsWith('自治县')) return name
  let stem = name.slice(0, -'自治县'.length)
  for (let group = ETHNIC_GROUPS.find((each) => stem.endsWith(each.zh)); group;) {
    stem = stem.slice(0, -group.zh.length)
    group = ETHNIC_GROUPS.find((each) => stem.endsWith(each.zh))
  }
  return stem === '' ? name : `${stem}县`
}

const text = (content: string): ParagraphBlock => ({ kind: 'paragraph', parts: [{ kind: 'text', text: content }] })

/** A summary's work sections stand together under 一、, as offices write them; problems and plan follow. */
function summarySections(sections: readonly StoredSection[]): ReportDocument['sections'] {
  const work = sections.filter((section) => !CLOSING_SECTIONS.has(section.id))
  const blocks = work.flatMap((section): Block[] => [
    { kind: 'heading', level: 2, text: section.title.zh },
    ...section.blocks,
  ])
  const rest = sections.filter((section) => CLOSING_SECTIONS.has(section.id))
  return [
    { id: 'work', title: '主要工作和成效', blocks },
    ...rest.map((section) => ({
      id: section.id,
      title: section.title.zh,
      owner: section.owner.zh,
      blocks: section.blocks,
    })),
  ]
}

/** Puts a stored report together as an official document. */
export function toDocument(
  report: StoredReport & { readonly kind: 'bulletin' | 'summary' },
  sections: readonly StoredSection[],
  context: { place: PlaceRef; period: PeriodRef; synthetic: boolean; countyName: string },
): ReportDocument {
  const bureau = `${context.countyName}卫生健康局`
  const opening =
    report.kind === 'bulletin'
      ? text(`现将${context.period.title.zh}${context.place.title.zh}主要卫生健康工作进展情况通报如下。`)
      : text(
          `${context.period.title.zh}，${shortCountyName(context.countyName)}卫生健康局紧紧围绕年度目标任务，统筹推进各项卫生健康工作。现将全年工作情况总结如下：`,
        )
  return numberFigures({
    kind: report.kind,
    title: report.title,
    organisation: bureau,
    ...(report.number ? { documentNumber: report.number } : {}),
    ...(report.issuedOn ? { issuedOn: report.issuedOn } : {}),
    ...(report.signedBy ? { signedBy: report.signedBy } : {}),
    ...(report.kind === 'bulletin' ? { addressees: '各乡镇卫生院，各县级医疗卫生机构，局机关各股室' } : {}),
    place: context.place,
    period: context.period,
    status: report.state,
    synthetic: context.synthetic,
    opening: [opening],
    sections:
      report.kind === 'summary'
        ? summarySections(sections)
        : sections.map((section) => ({
            id: section.id,
            title: section.title.zh,
            owner: section.owner.zh,
            blocks: section.blocks,
          })),
    ...(report.kind === 'bulletin' ? { copies: ['县人民政府办公室'] } : {}),
  })
}
