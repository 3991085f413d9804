import type { Text } from '@kangheng/kernel/text/text.ts'

/**
 * The 33 items of the constitution questionnaire for older people, in their order, each by what it asks about. Answers: 1 not at all or never … 5 very much or always.
 * Source: 老年人中医药健康管理服务技术规范, 老年人中医药健康管理服务记录表 (after 中华中医药学会《中医体质分类与判定》 ZYYXH/T157-2009).
 */
export const questions: readonly Text[] = [
  { zh: '精力充沛', en: 'Full of energy' },
  { zh: '容易疲乏', en: 'Easily tired' },
  { zh: '容易气短', en: 'Short of breath' },
  { zh: '说话低弱无力', en: 'Weak voice' },
  { zh: '情绪低沉', en: 'Low spirits' },
  { zh: '精神紧张、焦虑', en: 'Tense, anxious' },
  { zh: '感到孤独、失落', en: 'Lonely, lost' },
  { zh: '容易害怕、受惊', en: 'Easily frightened' },
  { zh: '身体超重不轻松（按体质指数）', en: 'Overweight (by body mass index)' },
  { zh: '眼睛干涩', en: 'Dry eyes' },
  { zh: '手脚发凉', en: 'Cold hands and feet' },
  { zh: '胃脘、背部、腰膝怕冷', en: 'Cold in stomach, back or knees' },
  { zh: '比一般人耐受不了寒冷', en: 'Bears cold badly' },
  { zh: '容易感冒（按每年次数）', en: 'Catches colds (times a year)' },
  { zh: '没感冒也鼻塞、流涕', en: 'Runny nose without a cold' },
  { zh: '口黏口腻或打鼾', en: 'Sticky mouth, or snores' },
  { zh: '容易过敏', en: 'Allergic' },
  { zh: '皮肤容易起荨麻疹', en: 'Nettle rash' },
  { zh: '皮肤不知不觉出现瘀斑', en: 'Bruises without cause' },
  { zh: '皮肤一抓就红有抓痕', en: 'Skin marks when scratched' },
  { zh: '皮肤或口唇干', en: 'Dry skin or lips' },
  { zh: '肢体麻木或固定部位疼痛', en: 'Numb limbs or pain in one place' },
  { zh: '面部或鼻部油亮', en: 'Oily face' },
  { zh: '面色晦黯或有褐斑', en: 'Dull face or brown spots' },
  { zh: '皮肤湿疹、疮疖', en: 'Eczema, boils' },
  { zh: '口干咽燥总想喝水', en: 'Dry mouth, thirsty' },
  { zh: '口苦或口有异味', en: 'Bitter mouth' },
  { zh: '腹部肥大（按腹围）', en: 'Large belly (by girth)' },
  { zh: '吃凉东西不舒服或怕吃凉的', en: 'Uneasy with cold food' },
  { zh: '大便黏滞不爽', en: 'Sticky stool' },
  { zh: '容易大便干燥', en: 'Dry stool' },
  { zh: '舌苔厚腻', en: 'Thick greasy tongue coat' },
  { zh: '舌下静脉瘀紫或增粗', en: 'Dark or thick veins below the tongue' },
]

/** The nine constitutions, the balanced one first. */
export const constitutions = {
  balanced: { zh: '平和质', en: 'Balanced' },
  'qi-deficiency': { zh: '气虚质', en: 'Qi deficiency' },
  'yang-deficiency': { zh: '阳虚质', en: 'Yang deficiency' },
  'yin-deficiency': { zh: '阴虚质', en: 'Yin deficiency' },
  'phlegm-damp': { zh: '痰湿质', en: 'Phlegm dampness' },
  'damp-heat': { zh: '湿热质', en: 'Damp heat' },
  'blood-stasis': { zh: '血瘀质', en: 'Blood stasis' },
  'qi-stagnation': { zh: '气郁质', en: 'Qi stagnation' },
  'inherited-special': { zh: '特禀质', en: 'Inherited special' },
} as const satisfies Record<string, Text>

export type Constitution = keyof typeof constitutions
export type Biased = Exclude<Constitution, 'balanced'>

/** The items of each constitution, by their number. Source: as above. */
const itemsOf: Readonly<Record<Constitution, readonly number[]>> = {
  balanced: [1, 2, 4, 5, 13],
  'qi-deficiency': [2, 3, 4, 14],
  'yang-deficiency': [11, 12, 13, 29],
  'yin-deficiency': [10, 21, 26, 31],
  'phlegm-damp': [9, 16, 28, 32],
  'damp-heat': [23, 25, 27, 30],
  'blood-stasis': [19, 22, 24, 33],
  'qi-stagnation': [5, 6, 7, 8],
  'inherited-special': [15, 17, 18, 20],
}
/** Items that count the other way round for the balanced constitution: 6 less the answer. */
const REVERSED = new Set([2, 4, 5, 13])

export const biased = Object.keys(constitutions).filter((key) => key !== 'balanced') as Biased[]

/** How far a constitution applies. */
export const degrees = {
  yes: { zh: '是', en: 'Yes' },
  mostly: { zh: '基本是', en: 'Mostly' },
  tendency: { zh: '倾向是', en: 'Tends to' },
  no: { zh: '否', en: 'No' },
} as const satisfies Record<string, Text>
export type Degree = keyof typeof degrees

/** What the questionnaire comes to. */
export interface ConstitutionResult {
  readonly scores: Readonly<Record<Constitution, number>>
  readonly degrees: Readonly<Record<Constitution, Degree>>
  /** The constitutions that apply: those found, else those it tends to; of the balanced one also when it mostly applies. */
  readonly found: readonly Constitution[]
  readonly tendencies: readonly Biased[]
  /** The one to advise on first: of those that apply the one with the highest score; undefined when none applies. */
  readonly main: Constitution | undefined
}

/** Scores of each constitution from 33 answers of 1 to 5. */
export function scoresOf(answers: readonly number[]): Record<Constitution, number> {
  if (
    answers.length !== questions.length ||
    answers.some((answer) => !Number.isInteger(answer) || answer < 1 || answer > 5)
  )
    throw new RangeError('The questionnaire has 33 answers of 1 to 5')
  const score = (constitution: Constitution) =>
    itemsOf[constitution].reduce((sum, item) => {
      const answer = answers[item - 1]!
      return sum + (constitution === 'balanced' && REVERSED.has(item) ? 6 - answer : answer)
    }, 0)
  return Object.fromEntries(Object.keys(itemsOf).map((key) => [key, score(key as Constitution)])) as Record<
    Constitution,
    number
  >
}

/**
 * The constitution of an older person. Biased types: 11 and more yes, 9 and 10 a tendency, 8 and less no. Balanced: 17 and more with all eight at 8 or less yes, at 10 or
 * less mostly, otherwise no. Source: as above.
 */
export function judgeConstitution(answers: readonly number[]): ConstitutionResult {
  const scores = scoresOf(answers)
  const highest = Math.max(...biased.map((each) => scores[each]))
  const balanced: Degree = scores.balanced < 17 || highest > 10 ? 'no' : highest <= 8 ? 'yes' : 'mostly'
  const ofBiased = (each: Biased): Degree => (scores[each] >= 11 ? 'yes' : scores[each] >= 9 ? 'tendency' : 'no')
  const judged = Object.fromEntries([
    ['balanced', balanced],
    ...biased.map((each) => [each, ofBiased(each)]),
  ]) as Record<Constitution, Degree>
  const found = (Object.keys(judged) as Constitution[]).filter(
    (each) => judged[each] === 'yes' || judged[each] === 'mostly',
  )
  const tendencies = biased.filter((each) => judged[each] === 'tendency')
  const candidates = found.length > 0 ? found : tendencies
  const rank = (each: Constitution) => (each === 'balanced' ? 0 : scores[each])
  const main = candidates.toSorted((one, other) => rank(other) - rank(one))[0]
  return { scores, degrees: judged, found, tendencies, main }
}

/** The answer to item 9 from the body mass index (kg/m²): below 24, 25, 26, 28, from 28. Source: as above. */
export function weightAnswer(bodyMassIndex: number): number {
  return 1 + [24, 25, 26, 28].filter((limit) => bodyMassIndex >= limit).length
}

/** The answer to item 28 from the girth in cm: below 80, 80–85, 86–90, 91–105, above 105. Source: as above. */
export function girthAnswer(girth: number): number {
  return 1 + [80, 86, 91, 106].filter((limit) => Math.floor(girth) >= limit).length
}

/** Kinds of guidance. Source: as above, 中医药保健指导. */
export const guidanceKinds = {
  mood: { zh: '情志调摄', en: 'Mood' },
  diet: { zh: '饮食调养', en: 'Diet' },
  living: { zh: '起居调摄', en: 'Daily life' },
  exercise: { zh: '运动保健', en: 'Exercise' },
  acupoints: { zh: '穴位保健', en: 'Acupoints' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

/** First advice for each constitution, in short; whoever advises adds to it. Sources: as above; wording of the house. */
export const advice: Readonly<Record<Constitution, string>> = {
  balanced: '饮食有节、起居有常、适量运动，保持现有习惯。',
  'qi-deficiency': '宜山药、黄芪、大枣等益气健脾之品；避免过劳；以散步、太极拳等柔和运动为主；可按揉气海、关元。',
  'yang-deficiency': '宜羊肉、生姜、韭菜等温阳之品，少食生冷；注意保暖；在阳光下运动；可灸足三里、命门。',
  'yin-deficiency': '宜百合、银耳、鸭肉等滋阴之品，少食辛辣；不熬夜；运动勿大汗；可按揉太溪、三阴交。',
  'phlegm-damp': '宜薏苡仁、冬瓜、白萝卜，少食肥甘；居处不潮湿；坚持运动控制体重；可按揉丰隆、足三里。',
  'damp-heat': '宜绿豆、苦瓜、赤小豆，忌烟酒辛辣；保持二便通畅；可做较大强度运动；可按揉支沟、阴陵泉。',
  'blood-stasis': '宜山楂、醋、玫瑰花，少食肥肉；作息规律、避免久坐受寒；运动促进气血；可按揉血海、内关。',
  'qi-stagnation': '宜柑橘、佛手、玫瑰花；多参加集体活动；户外运动；可按揉太冲、合谷。',
  'inherited-special': '饮食清淡，避开致敏食物和花粉尘螨；季节交替注意防护；可按揉足三里、曲池。',
}
