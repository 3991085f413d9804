import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { diseaseControl as section } from '../../sections.ts'
import * as i from './indicators.ts'

const { groupMortality: g } = i

const ofYear = defineParagraph({
  id: 'cause-of-death.year',
  section,
  documents: ['summary'],
  figures: {
    crude: i.crudeMortality,
    standardised: i.standardisedMortality,
    expectancy: i.lifeExpectancy,
    premature: i.premature,
    heart: g['heart-disease'],
    stroke: g['cerebrovascular-disease'],
    cancer: g['malignant-neoplasm'],
    lungs: g['respiratory-disease'],
    injury: g.injury,
    timely: i.timely,
    vague: i.vagueRate,
  },
  say: (f) =>
    zh`全年粗死亡率${f.crude}，标化死亡率${f.standardised}；人均期望寿命${f.expectancy}，${f.expectancy.change}；重大慢性病过早死亡率${f.premature}，${f.premature.change}，${f.premature.againstTarget}。主要死因死亡率：心脏病${f.heart}，脑血管病${f.stroke}，恶性肿瘤${f.cancer}，呼吸系统疾病${f.lungs}，损伤和中毒${f.injury}。死因报告及时率${f.timely}，死因编码不准确比例${f.vague}。`,
})

const ofMonth = defineParagraph({
  id: 'cause-of-death.month',
  section,
  documents: ['bulletin'],
  figures: { timely: i.timely, certified: i.certifiedRate, vague: i.vagueRate },
  say: (f) =>
    zh`死因报告及时率${f.timely}，${f.timely.againstTarget}；死亡报告率${f.certified}；死因编码不准确比例${f.vague}。及时率${f.timely.leaders}，${f.timely.laggards}。`,
})

/** What causes of death say in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
