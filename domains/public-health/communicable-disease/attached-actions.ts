import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { type ActionContext, defineAction } from '@kangheng/kernel/record/define-action.ts'
import type { RowOf } from '@kangheng/kernel/record/define-record.ts'
import { choice, field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as codes from './attached-codes.ts'
import { hepatitisCard, tuberculosisCard } from './attached-records.ts'
import { type AttachedFault, hepatitisFault, tuberculosisFault } from './attached-rules.ts'
import { notifiableCase } from './records.ts'
import { hepatitisCards, notifiableCases, tuberculosisCards } from './tables.ts'

const caseInput = field(z.uuid(), {
  title: { zh: '报告卡', en: 'Report card' },
  refersTo: 'record:communicable-disease.case',
})
const line = (zh: string, en: string) => field(z.string().trim().max(80).optional(), { title: { zh, en } })
type CaseRow = RowOf<typeof notifiableCases>

/** The card that is attached to; refuses when it is of another kind, when there is an attached card already, or when the two contradict each other. */
async function getCard(
  { find }: Pick<ActionContext, 'find'>,
  id: string,
  fits: (card: CaseRow) => boolean,
  known: boolean,
  faultOf: (card: CaseRow) => AttachedFault | undefined,
): Promise<CaseRow> {
  const card = await find(notifiableCase, eq(notifiableCases.id, id))
  if (!card || !fits(card))
    return refuse('case', { zh: '该报告卡不需要这种附卡', en: 'That card needs no attached card of this kind' })
  if (known) return refuse('case', { zh: '该报告卡已有附卡', en: 'There is an attached card already' })
  const fault = faultOf(card)
  if (fault) refuse(fault.field, fault.text)
  return card
}

export const attachHepatitisCard = defineAction(hepatitisCard, {
  name: 'attach',
  title: { zh: '填写乙肝附卡', en: 'Fill in the attached card' },
  on: 'new',
  to: 'filled',
  input: z.object({
    case: caseInput,
    surfaceAntigen: choice(codes.antigenTimes, { zh: 'HBsAg阳性时间', en: 'HBsAg positive since' }),
    firstSymptoms: line('首次出现乙肝症状和体征时间', 'First symptoms of hepatitis B'),
    alanine: field(z.number().min(0).max(20_000).optional(), {
      title: { zh: '本次ALT', en: 'ALT' },
      unit: { zh: 'U/L', en: 'U/L' },
    }),
    coreAntibody: choice(codes.tested, { zh: '抗-HBc IgM（1:1000）', en: 'Anti-HBc IgM (1:1000)' }),
    biopsy: choice(codes.biopsies, { zh: '肝组织穿刺', en: 'Biopsy' }),
    converted: choice(codes.conversions, { zh: '恢复期HBsAg阴转、抗-HBs阳转', en: 'Converted on recovery' }),
  }),
  async run(context) {
    const { input, find, create } = context
    const known = await find(hepatitisCard, and(eq(hepatitisCards.case, input.case), isNull(hepatitisCards.voidedAt)))
    const isHepatitisB = (card: CaseRow) => card.subtype === 'hepatitis-b'
    const { person, division } = await getCard(context, input.case, isHepatitisB, known !== undefined, (card) =>
      hepatitisFault(card.course, input),
    )
    return create({ ...input, alanine: input.alanine?.toFixed(1) ?? null, person, division })
  },
})

export const attachTuberculosisCard = defineAction(tuberculosisCard, {
  name: 'attach',
  title: { zh: '填写肺结核附卡', en: 'Fill in the attached card' },
  on: 'new',
  to: 'filled',
  input: z.object({
    case: caseInput,
    smear: choice(codes.tested, { zh: '痰涂片', en: 'Smear' }),
    culture: choice(codes.tested, { zh: '痰培养', en: 'Culture' }),
    molecular: choice(codes.tested, { zh: '分子生物学', en: 'Molecular test' }),
    resistance: choice(codes.resistances, { zh: '耐药检测', en: 'Resistance' }),
    historyOfTreatment: choice(codes.treatmentHistories, { zh: '治疗分类', en: 'Treatment' }),
    source: choice(codes.findings, { zh: '患者来源', en: 'How found' }),
    referredTo: line('转诊定点医院', 'Referred to'),
  }),
  async run(context) {
    const { input, find, create } = context
    const known = await find(
      tuberculosisCard,
      and(eq(tuberculosisCards.case, input.case), isNull(tuberculosisCards.voidedAt)),
    )
    const isTuberculosis = (card: CaseRow) => card.disease === 'tuberculosis'
    const { person, division } = await getCard(context, input.case, isTuberculosis, known !== undefined, (card) =>
      tuberculosisFault(card.subtype, input),
    )
    return create({ ...input, person, division })
  },
})
