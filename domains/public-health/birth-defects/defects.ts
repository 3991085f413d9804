import type { Text } from '@kangheng/kernel/text/text.ts'

/** A defect of the surveillance list with its ICD-10 code. */
interface Defect {
  readonly code: string
  readonly title: Text
}

const defect = (code: string, zh: string, en: string): Defect => ({ code, title: { zh, en } })

/**
 * Defects that the surveillance names one by one, in the order of its card, with the code of each. Source: 全国妇幼卫生监测实施方案, 出生缺陷儿登记卡; codes of ICD-10 chapter XVII.
 */
export const defects = {
  anencephaly: defect('Q00', '无脑畸形', 'Anencephaly'),
  'spina-bifida': defect('Q05', '脊柱裂', 'Spina bifida'),
  encephalocele: defect('Q01', '脑膨出', 'Encephalocele'),
  hydrocephalus: defect('Q03', '先天性脑积水', 'Congenital hydrocephalus'),
  'cleft-palate': defect('Q35', '腭裂', 'Cleft palate'),
  'cleft-lip': defect('Q36', '唇裂', 'Cleft lip'),
  'cleft-lip-palate': defect('Q37', '唇裂合并腭裂', 'Cleft lip with cleft palate'),
  microtia: defect('Q17.2', '小耳（包括无耳）', 'Microtia, anotia'),
  ear: defect('Q17', '外耳其他畸形', 'Other malformation of the outer ear'),
  oesophagus: defect('Q39', '食道闭锁或狭窄', 'Oesophageal atresia or stenosis'),
  anus: defect('Q42', '直肠肛门闭锁或狭窄', 'Anorectal atresia or stenosis'),
  hypospadias: defect('Q54', '尿道下裂', 'Hypospadias'),
  'bladder-exstrophy': defect('Q64.1', '膀胱外翻', 'Exstrophy of bladder'),
  clubfoot: defect('Q66.0', '马蹄内翻足', 'Talipes equinovarus'),
  polydactyly: defect('Q69', '多指（趾）', 'Polydactyly'),
  syndactyly: defect('Q70', '并指（趾）', 'Syndactyly'),
  'limb-reduction': defect('Q73', '肢体短缩', 'Limb reduction'),
  'diaphragmatic-hernia': defect('Q79.0', '先天性膈疝', 'Congenital diaphragmatic hernia'),
  omphalocele: defect('Q79.2', '脐膨出', 'Omphalocele'),
  gastroschisis: defect('Q79.3', '腹裂', 'Gastroschisis'),
  'conjoined-twins': defect('Q89.4', '联体双胎', 'Conjoined twins'),
  'down-syndrome': defect('Q90', '唐氏综合征（21-三体）', 'Down syndrome'),
  heart: defect('Q24.9', '先天性心脏病', 'Congenital heart disease'),
  other: defect('Q89.9', '其他', 'Other'),
} as const satisfies Record<string, Defect>
export type DefectId = keyof typeof defects

/** Defects as coded fields take them: the name with its code. */
export const defectTitles = Object.fromEntries(
  Object.entries(defects).map(([id, { code, title }]) => [
    id,
    { zh: `${title.zh}（${code}）`, en: `${title.en} (${code})` },
  ]),
) as Record<DefectId, Text>

/** Defects whose rates are watched one by one; several of the list are one for prevention. */
export const watched = {
  heart: { title: { zh: '先天性心脏病', en: 'Congenital heart disease' }, of: ['heart'] },
  polydactyly: { title: { zh: '多指（趾）', en: 'Polydactyly' }, of: ['polydactyly'] },
  cleft: {
    title: { zh: '唇裂和腭裂', en: 'Cleft lip and palate' },
    of: ['cleft-palate', 'cleft-lip', 'cleft-lip-palate'],
  },
  'neural-tube': {
    title: { zh: '神经管缺陷', en: 'Neural tube defects' },
    of: ['anencephaly', 'spina-bifida', 'encephalocele'],
  },
  syndactyly: { title: { zh: '并指（趾）', en: 'Syndactyly' }, of: ['syndactyly'] },
  hypospadias: { title: { zh: '尿道下裂', en: 'Hypospadias' }, of: ['hypospadias'] },
  ear: { title: { zh: '外耳畸形', en: 'Malformations of the outer ear' }, of: ['microtia', 'ear'] },
  'down-syndrome': { title: { zh: '唐氏综合征', en: 'Down syndrome' }, of: ['down-syndrome'] },
} as const satisfies Record<string, { title: Text; of: readonly DefectId[] }>
export type WatchedDefect = keyof typeof watched

/** Codes of congenital malformations; others are no birth defect of the register. Source: ICD-10 chapter XVII. */
export const MALFORMATION = /^Q\d{2}(\.\d)?$/
