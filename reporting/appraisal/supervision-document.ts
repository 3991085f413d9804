import {
  gravities,
  readSupervisionLetter,
  type Gravity,
} from '@kangheng/domains/administration/supervision-letters/index.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { getPlace } from '@kangheng/kernel/place/find.ts'
import { findPeriod, getPeriod, periodTitle } from '@kangheng/kernel/period/period.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import type { Inline, ParagraphBlock, ReportDocument } from '@kangheng/kernel/wording/model.ts'
import { openBinder } from '../report/binder.ts'

const paragraph = (...parts: Inline[]): ParagraphBlock => ({ kind: 'paragraph', parts })
const words = (text: string): Inline => ({ kind: 'text', text })

/** 2025年3月16日, as official documents write days. */
const dayOf = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** The figure a letter speaks of, as a sentence with the figure linked; nothing when there is none for its place and period. */
async function figureSentence(
  connection: Connection,
  county: string,
  indicator: Indicator,
  place: string,
  period: string,
): Promise<Inline[]> {
  const binder = await openBinder(connection, { county, indicators: [indicator], place, period })
  const bound = binder.bound(indicator)
  if (bound.figure.value === null) return []
  return [...zh`${periodTitle(getPeriod(period)).zh}，你单位${indicator.title.zh}为${bound}，${bound.againstTarget}。`]
}

/** A supervision letter as an official document: what is wrong (with its figure), what is asked, and by which day. */
export async function supervisionDocument(
  connection: Connection,
  request: { county: string; indicators: readonly Indicator[]; id: string; synthetic: boolean },
): Promise<ReportDocument> {
  const { county } = request
  const letter = await readSupervisionLetter(connection, county, request.id)
  const indicator = request.indicators.find((each) => each.id === letter.indicator)
  const period = findPeriod(letter.period ?? '') ?? getPeriod(String(letter.year))
  const figure =
    indicator && /^\d/.test(letter.unit)
      ? await figureSentence(connection, county, indicator, letter.unit, period.id)
      : []
  const section = (id: string, title: string, text: string, before: Inline[] = []) => ({
    id,
    title,
    blocks: [
      ...(before.length > 0 ? [paragraph(...before)] : []),
      ...text
        .split('\n')
        .filter((line) => line.trim())
        .map((line) => paragraph(words(line.trim()))),
    ],
  })
  const gravity = gravities[letter.gravity as Gravity]?.zh ?? letter.gravity
  return {
    kind: 'bulletin',
    title: letter.gravity === 'interview' ? `关于${letter.title}的约谈通知` : `关于${letter.title}的督办通知`,
    organisation: `${(await getPlace(connection, county, county)).name}卫生健康局`,
    documentNumber: letter.number,
    issuedOn: letter.happenedOn,
    addressees: letter.unitName,
    place: { code: letter.unit, title: { zh: letter.unitName, en: letter.unitName } },
    period: { id: period.id, title: periodTitle(period) },
    status: 'issued',
    synthetic: request.synthetic,
    opening: [paragraph(words(`经核查，你单位${letter.title}存在问题，现予督办（等级：${gravity}）。`))],
    sections: [
      section('facts', '存在问题', letter.facts, figure),
      section('demands', '督办要求', letter.demands),
      section(
        'answer',
        '答复期限',
        `请于${dayOf(letter.answerBy)}前在系统中答复，写明整改措施并附佐证；逾期不答复或整改不到位的，将升级督办。`,
      ),
    ],
  }
}
