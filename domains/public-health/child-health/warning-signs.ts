import type { Text } from '@kangheng/kernel/text/text.ts'
import type { CheckUpId } from './schedule.ts'

/** The four signs of an age: hearing and speech, contact, hands, movement. */
type Signs = readonly [Text, Text, Text, Text]

/**
 * Warning signs of development by age: one is enough for a referral.
 * Source: 国家基本公共卫生服务规范（第三版）, 儿童健康检查记录表, 儿童心理行为发育问题预警征象筛查表.
 */
const signsByAge: Partial<Record<CheckUpId, Signs>> = {
  'month-3': [
    { zh: '对很大声音没有反应', en: 'no reaction to a loud sound' },
    { zh: '逗引时不发音或不会微笑', en: 'no sound or smile when played with' },
    { zh: '不注视人脸，不追视移动人或物品', en: 'does not look at faces or follow what moves' },
    { zh: '俯卧时不会抬头', en: 'does not lift the head when prone' },
  ],
  'month-6': [
    { zh: '发音少，不会笑出声', en: 'few sounds, does not laugh' },
    { zh: '不会伸手抓物', en: 'does not reach for things' },
    { zh: '紧握拳松不开', en: 'fists stay clenched' },
    { zh: '不能扶坐', en: 'cannot sit with support' },
  ],
  'month-8': [
    { zh: '听到声音无应答', en: 'no response to sounds' },
    { zh: '不会区分生人和熟人', en: 'does not tell strangers from family' },
    { zh: '双手间不会传递玩具', en: 'does not pass a toy from hand to hand' },
    { zh: '不会独坐', en: 'cannot sit alone' },
  ],
  'month-12': [
    { zh: '呼唤名字无反应', en: 'does not react to the name' },
    { zh: '不会模仿“再见”或“欢迎”动作', en: 'does not imitate waving or clapping' },
    { zh: '不会用拇食指对捏小物品', en: 'no pincer grip' },
    { zh: '不会扶物站立', en: 'cannot stand with support' },
  ],
  'month-18': [
    { zh: '不会有意识叫“爸爸”或“妈妈”', en: 'does not call father or mother' },
    { zh: '不会按要求指人或物', en: 'does not point when asked' },
    { zh: '与人无目光交流', en: 'no eye contact' },
    { zh: '不会独走', en: 'cannot walk alone' },
  ],
  'month-24': [
    { zh: '不会说3个物品的名称', en: 'does not name three things' },
    { zh: '不会按吩咐做简单事情', en: 'does not follow simple requests' },
    { zh: '不会用勺吃饭', en: 'cannot eat with a spoon' },
    { zh: '不会扶栏上楼梯/台阶', en: 'cannot climb stairs with a rail' },
  ],
  'month-30': [
    { zh: '不会说2—3个字的短语', en: 'no phrases of two or three words' },
    { zh: '兴趣单一、刻板', en: 'narrow, rigid interests' },
    { zh: '不会示意大小便', en: 'does not ask for the toilet' },
    { zh: '不会跑', en: 'cannot run' },
  ],
  'month-36': [
    { zh: '不会说自己的名字', en: 'does not say the own name' },
    { zh: '不会玩“拿棍当马骑”等假想游戏', en: 'no make-believe play' },
    { zh: '不会模仿画圆', en: 'cannot copy a circle' },
    { zh: '不会双脚跳', en: 'cannot jump with both feet' },
  ],
  'year-4': [
    { zh: '不会说带形容词的句子', en: 'no sentences with adjectives' },
    { zh: '不能按要求等待或轮流', en: 'cannot wait or take turns' },
    { zh: '不会独立穿衣', en: 'cannot dress alone' },
    { zh: '不会单脚站立', en: 'cannot stand on one foot' },
  ],
  'year-5': [
    { zh: '不能简单叙说事情经过', en: 'cannot tell what happened' },
    { zh: '不知道自己的性别', en: 'does not know the own sex' },
    { zh: '不会用筷子吃饭', en: 'cannot eat with chopsticks' },
    { zh: '不会单脚跳', en: 'cannot hop on one foot' },
  ],
  'year-6': [
    { zh: '不会表达自己的感受或想法', en: 'does not express feelings or thoughts' },
    { zh: '不会玩角色扮演的集体游戏', en: 'no role play with others' },
    { zh: '不会画方形', en: 'cannot draw a square' },
    { zh: '不会奔跑', en: 'cannot run fast' },
  ],
}

/** The age in the words of the forms: 3月龄, 4岁. */
const ageWords = (id: string): Text => {
  const [unit, number] = id.split('-')
  return unit === 'month'
    ? { zh: `${number}月龄`, en: `${number} months` }
    : { zh: `${number}岁`, en: `${number} years` }
}

/** All signs by code (`month-3-1`); the titles begin with the age, by which one looks for them. */
export const warningSigns: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.entries(signsByAge).flatMap(([id, signs]) =>
    signs.map(({ zh, en }, index) => {
      const age = ageWords(id)
      return [`${id}-${index + 1}`, { zh: `${age.zh}：${zh}`, en: `${age.en}: ${en}` }] as const
    }),
  ),
)

/** The signs of one age with their codes, in the order of the form; none where development is not screened. */
export const warningSignsOf = (id: CheckUpId): { code: string; title: Text }[] =>
  (signsByAge[id] ?? []).map((title, index) => ({ code: `${id}-${index + 1}`, title }))

/** The age a sign belongs to. */
export const ageOfSign = (sign: string): string => sign.slice(0, sign.lastIndexOf('-'))
/** Whether development is screened at this age. */
export const hasWarningSigns = (id: CheckUpId): boolean => id in signsByAge
