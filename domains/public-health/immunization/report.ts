import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { immunization as section } from '../../sections.ts'
import { coldChainIndicators } from './cold-chain/indicators.ts'
import * as i from './coverage/indicators.ts'
import { schoolIndicators } from './school/indicators.ts'
import { sessionIndicators } from './session/indicators.ts'

/** The year: cards, coverage by vaccine, timeliness. */
const ofYear = defineParagraph({
  id: 'immunization.year',
  section,
  documents: ['summary'],
  figures: {
    cards: i.cardRate,
    given: i.vaccinations,
    overall: i.overall,
    timeliness: i.timeliness,
    birthDose: i.birthDose,
    bcg: i.coverage['bcg-1']!,
    hepb: i.coverage['hepb-3']!,
    polio: i.coverage['polio-3']!,
    dtap: i.coverage['dtap-3']!,
    mmr: i.coverage['mmr-1']!,
    je: i.coverage['je-1']!,
    menA: i.coverage['mpsva-1']!,
    hepa: i.coverage['hepa-1']!,
  },
  say: (f) =>
    zh`0—6岁儿童预防接种建卡率${f.cards}。全年接种疫苗${f.given}，${f.given.sameTimeLastYear}；国家免疫规划疫苗接种率${f.overall}，${f.overall.sameTimeLastYear}，${f.overall.againstTarget}，及时接种率${f.timeliness}，乙肝疫苗首针及时率${f.birthDose}。分疫苗看，卡介苗${f.bcg}，乙肝第3剂${f.hepb}，脊灰第3剂${f.polio}，百白破第3剂${f.dtap}，麻腮风第1剂${f.mmr}，乙脑第1剂${f.je}，A群流脑第1剂${f.menA}，甲肝第1剂${f.hepa}。`,
})

/** The month: how much was given, and who is missing. */
const ofMonth = defineParagraph({
  id: 'immunization.month',
  section,
  documents: ['bulletin'],
  figures: {
    given: i.vaccinations,
    overall: i.overall,
    birthDose: i.birthDose,
    mmr: i.coverage['mmr-1']!,
    zero: i.zeroDose,
    events: i.adverseEvents,
  },
  say: (f) =>
    zh`本期接种疫苗${f.given}，${f.given.sameTimeLastYear}；国家免疫规划疫苗接种率${f.overall}，${f.overall.previousPeriod}，${f.overall.againstTarget}；麻腮风第1剂接种率${f.mmr}，乙肝疫苗首针及时率${f.birthDose}。百白破零剂次儿童${f.zero}，报告疑似预防接种异常反应${f.events}。`,
})

const ranks = defineParagraph({
  id: 'immunization.ranks',
  section,
  documents: ['summary', 'bulletin'],
  figures: { overall: i.overall },
  say: (f) => zh`免疫规划疫苗接种率${f.overall.leaders}，${f.overall.laggards}。`,
})

const [attendance, observed] = sessionIndicators
const [checked, holding, caughtUp] = schoolIndicators
const [monitored, answered] = coldChainIndicators

/** The clinics behind the doses: school entry, sessions, cold chain. */
const ofClinics = defineParagraph({
  id: 'immunization.clinics',
  section,
  documents: ['summary'],
  figures: { attendance, observed, checked, holding, caughtUp, monitored, answered },
  say: (f) =>
    zh`入托入学儿童预防接种证查验率${f.checked}，持证率${f.holding}，补种率${f.caughtUp}。接种门诊预约到诊率${f.attendance}，留观满30分钟率${f.observed}；冷链温度监测完整率${f.monitored}，报警处置及时率${f.answered}。`,
})

/** What bulletin and summary say about immunization. */
export const paragraphs = [ofYear, ofMonth, ofClinics, ranks]
