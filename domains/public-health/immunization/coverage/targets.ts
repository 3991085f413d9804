/** A dose whose coverage is counted: the age by which it is to be finished, and the doses that count for it. */
export interface CoverageDose {
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
  /** As PostgreSQL reads an interval: the age before which the dose is to be finished. */
  readonly before: string
}

const dose = (id: string, zh: string, en: string, before: string): CoverageDose => ({ id, title: { zh, en }, before })

/**
 * The doses of the schedule with the ages before which they are to be finished. A dose without an age of its own has that of the next one.
 * Source: domain-facts § 2.1. At school age DTaP (from 2025) and DT (before) are one dose.
 */
export const coverageDoses: readonly CoverageDose[] = [
  dose('hepb-1', '乙肝第1剂', 'HepB 1', '2 days'),
  dose('bcg-1', '卡介苗', 'BCG', '3 months'),
  dose('hepb-3', '乙肝第3剂', 'HepB 3', '12 months'),
  dose('polio-3', '脊灰第3剂', 'Polio 3', '12 months'),
  dose('dtap-1', '百白破第1剂', 'DTaP 1', '12 months'),
  dose('dtap-3', '百白破第3剂', 'DTaP 3', '12 months'),
  dose('mmr-1', '麻腮风第1剂', 'MMR 1', '12 months'),
  dose('je-1', '乙脑第1剂', 'JE 1', '12 months'),
  dose('mpsva-1', 'A群流脑第1剂', 'MPSV-A 1', '12 months'),
  dose('mpsva-2', 'A群流脑第2剂', 'MPSV-A 2', '24 months'),
  dose('dtap-4', '百白破第4剂', 'DTaP 4', '24 months'),
  dose('mmr-2', '麻腮风第2剂', 'MMR 2', '24 months'),
  dose('hepa-1', '甲肝第1剂', 'HepA 1', '24 months'),
  dose('je-2', '乙脑第2剂', 'JE 2', '36 months'),
  dose('mpsvac-1', 'A群C群流脑第1剂', 'MPSV-AC 1', '48 months'),
  dose('polio-4', '脊灰第4剂', 'Polio 4', '60 months'),
  dose('dtap-5', '百白破（白破）加强', 'DTaP 5 or DT', '84 months'),
  dose('mpsvac-2', 'A群C群流脑第2剂', 'MPSV-AC 2', '84 months'),
]
