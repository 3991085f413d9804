import type { UnitFamily } from '../types.ts'

/** A unit found after a number: canonical name, family and the length of its printed text. */
export type Unit = { name: string; family: UnitFamily; length: number }

const SHARES: readonly (readonly [pattern: string, name: string])[] = [
  ['%', '%'],
  ['‰', '‰'],
  ['(?:1 ?)?/ ?(?:10|十) ?万', '/10万'],
  ['(?:1 ?)?/ ?100000', '/10万'],
  ['(?:1 ?)?/ ?(?:1 ?)?万', '/万'],
  ['(?:1 ?)?/ ?10000(?!0)', '/万'],
  ['(?:1 ?)?/ ?千(?!人|克|米)', '‰'],
]

/** Names under which labels and records know a printed unit; every other unit keeps its printed form. */
const CANONICAL: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  人口: '人',
  口人: '人',
  人员: '人',
  平方米: '㎡',
  平米: '㎡',
  m2: '㎡',
  'm²': '㎡',
  毫升: 'ml',
  ML: 'ml',
  mL: 'ml',
  Ml: 'ml',
  百分点: '个百分点',
  点数: '个百分点',
  大: '个',
  大类: '类',
  大项: '项',
  余个: '个',
  块钱: '元',
  元人民币: '元',
  元钱: '元',
}

const FAMILIES: readonly (readonly [UnitFamily, string])[] = [
  ['point', '个百分点|百分点|个千分点|千分点'],
  ['money', '元人民币|块钱|元钱|元|美元|欧元|港元|港币'],
  ['area', '平方公里|平方千米|平方米|平米|㎡|m2|m²|公顷|亩'],
  [
    'volume',
    '毫升|ml|mL|ML|Ml|升(?!级|至|到|高|学|降|幅)|吨(?!位)|公斤|市斤|斤|千克|kg|KG|克(?!服|难)|立方米|公里|千米|km|DDDs|DDD|米|厘米|毫米',
  ],
  [
    'time',
    '个工作日|工作日|个月|个小时|小时|个学时|学时|个课时|课时|个星期|星期(?![一二三四五六日天])|分钟|秒钟|秒|天(?!然|津|气|使)|周?岁|日(?=[，,。;；、)(]|以[内下]|$)|周(?!年|期|边|转|围|末|密|[一二三四五六日])|床日|个季度|学期|季(?!度)|年',
  ],
  ['multiple', '倍'],
  ['score', '分(?!别|钟|之|级|类|布|管|局|院|中|店|部|公|析|层|区|散|解|流|期|批|片|包|成|工|娩|数|享|校|配|支)'],
  ['visit', '人·次|人次|人份|人天|人日|人年'],
  [
    'person',
    '名(?!单|称|录|誉|额|义|牌|优|词|医堂)|位(?!置|于|列|居|次)|人口|口人|人员|人(?!才|民|大代|社|事部|均|类|生|文|身|情|机)',
  ],
]

/** Measure words of things, each with what must not follow it because that would be another word. */
const THINGS =
  '(?:台|场|车|户|件|家|所|校|例|项|辆|架|艘|只|张|门|轮|频|份|节|班|架|剂|针|单|户|组|处|趟|批|餐|篇|宗|起|床|队|支|艇|头|部)次|' +
  '大类|大项|株次|人份|单位(?=的?[血全红]|[、，。；)\\n])|治疗量|例(?!会|行|如|外)|户(?!籍|外|主|口|厕)|家(?!庭|属|长|访|具|电|政|畜|禽|园|乡|校|底)|' +
  '个(?!体户|人|性|别)|条(?!件|例|款|线)|种(?!植|类|子|树|草)|项(?!目)|份(?!额)|所(?!有|属|需|在|以|辖|致|得|占|谓|涉)|' +
  '支(?!部|付|出|持|援|撑|行|队(?!伍)|架)|队(?!伍|员|长)|组(?!织|成|建|长|员|合)|班(?!子|组|级)|批(?!准|复|评|示|办)|' +
  '对(?!口|外|象|应|接|比|标|照|于|全|各|我|医|卫)|台(?!账|湾|风)|场(?!所|地|馆|镇|面|景)|层(?!次|级|面)|套(?!餐|管|取)|' +
  '副(?!院|局|主|高|县|市|处|科|总|书|教)|面(?!积|向|对|临|上|貌|试|授|广)|座(?!谈|椅|机)|间(?!接|隔|断)|' +
  '处(?!理|置|方|罚|于|级|长|室|分|以|女)|起(?!草|到|来|步|点|诉|源|止|伏|着|了)|宗(?!旨|教)|版(?!本|面|权|块)|' +
  '篇(?!幅|章)|节(?!约|日|点|能|目|育|水|假|省|前)|门(?!诊|急|店|户|槛|口|卫|前|牌|窗)|头(?!条|版|号)|只(?!要|有|能|是|争|需)|' +
  '口(?!腔|径|头|服|岸|号|罩|碑|粮)|片(?!区|面|段)|道(?!路|德|教|地)|本(?!科|级|市|县|区|院|局|年|月|地|次|人|身|辖|单|着|周|土)|' +
  '部(?!门|分|署|队|级|省|委|长)|类(?!似|别|型)|期(?!间|工|望|满|限|项|建)|次(?!均|数|要|日|月|年|级|序|新|品)|件(?!数)|' +
  '张|辆|架|艘|栋|幢|块|根|棵|颗|首|幅|册|卷|封|页|届|堂|遍|趟|回(?!归|收|访|升|报)|桩|案|款(?!项|式|物)|群(?!众|体)|双(?!向|方|重)|' +
  '盏|盘(?!点|活|存|查)|盒|罐|桶|袋|箱|包(?!括|含|保|村|户|片|干)|捆|瓶|杯|粒|剂(?!量|型)|针(?!对|灸|剂|刺)|滴|株|具|匹|枚|人·次|' +
  '标段|床位|床(?!前|旁|边)|样(?!本|品|式)|份次|卡|批件|疗程|字|则|轮|声|步|关|' +
  '余个|大(?=[\\u4e00-\\u9fff])'

/** Things that are counted without a measure word: 7部门, 6县, 12乡镇. */
const BARE_NOUNS =
  '部门|单位|乡镇|镇街|街镇|街道|社区|县\\(?市?|县|市(?!级|场|民|直|内|外|委|政|人|卫|中|区)|区(?!域|级|内|外|直|卫|人|中|委|政|疾|妇)|镇(?!级|卫|中|政)|乡(?!村|级|卫|中)|村(?!级|卫|医|民|委|居)|' +
  '医院|卫生院|卫生室|医疗机构|机构|科室|病区|省份|国家|岗位|专业|项目|品种|病种|站点|中心|支部|党支部|系统|窗口|团队|小组|专科|基地'

const FAMILY_OF_THINGS = new RegExp(`(?:${THINGS})`, 'y')
const SHARE_PATTERNS = SHARES.map(([pattern, name]) => ({ pattern: new RegExp(pattern, 'y'), name }))
const FAMILY_PATTERNS = FAMILIES.map(([family, pattern]) => ({ pattern: new RegExp(`(?:${pattern})`, 'y'), family }))
const BARE_PATTERN = new RegExp(`(?:${BARE_NOUNS})`, 'y')
const PER =
  / ?(?:\/ ?(?:人[·.\/]?年|人[·.\/]?次|人[·.\/]?月|人|年|月|天|日|户|床日|床|平方米|平方公里|㎡|张|例|次|千人口?|万人口?|所|村|个月|亩|份|支|剂))/y

function matchAt(pattern: RegExp, text: string, offset: number): string | null {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0] ?? null
}

/** Reads the unit that begins exactly at `offset` of half-width text; null when there is none. */
export function readUnit(text: string, offset: number): Unit | null {
  for (const { pattern, name } of SHARE_PATTERNS) {
    const found = matchAt(pattern, text, offset)
    if (found !== null) return { name, family: 'share', length: found.length }
  }
  for (const { pattern, family } of FAMILY_PATTERNS) {
    const found = matchAt(pattern, text, offset)
    if (found !== null) return withTimes(text, offset, found) ?? withPer(text, offset, found, family)
  }
  const thing = matchAt(FAMILY_OF_THINGS, text, offset)
  return thing === null ? null : (withTimes(text, offset, thing) ?? withPer(text, offset, thing, 'thing'))
}

/** 1.2万人(次), 36场(次): the bracket completes the measure word. */
function withTimes(text: string, offset: number, found: string): Unit | null {
  if (!/^[人场户家台]$/.test(found) || !text.startsWith('(次)', offset + 1)) return null
  return { name: `${found}次`, family: found === '人' ? 'visit' : 'thing', length: 4 }
}

/** Nouns that may follow a number at once; the unit is then 个 and takes no room in the text. */
export function readBareNoun(text: string, offset: number): Unit | null {
  const noun = matchAt(BARE_PATTERN, text, offset)
  return noun === null
    ? null
    : { name: '个', family: 'thing', length: noun.endsWith('(市') ? noun.length + 1 : noun.length }
}

function withPer(text: string, offset: number, found: string, family: UnitFamily): Unit {
  const name = CANONICAL[found] ?? found
  const per = matchAt(PER, text, offset + found.length)
  if (per === null) return { name, family, length: found.length }
  return {
    name:
      name +
      per
        .replaceAll(' ', '')
        .replace(/人[·./](?=[年月次])/, '人')
        .replace(/人口$/, '人'),
    family: family === 'money' ? 'money' : 'density',
    length: found.length + per.length,
  }
}
