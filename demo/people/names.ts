import type { Random } from '../random.ts'

type Sex = 'male' | 'female'

/** Surnames by nationality with weights, as they occur in the region; given names are put together from syllables, so nobody real is meant. */
const surnames: Readonly<Record<string, readonly [string, number][]>> = {
  '01': weights(
    '李 20 王 18 张 18 杨 15 陈 9 刘 9 赵 8 周 7 黄 6 吴 5 徐 4 唐 3 何 6 高 3 段 3 彭 3 罗 3 曾 2 邓 2 谢 2 许 2 蒋 2 朱 3 胡 2 郭 2 林 2 宋 2 马 2',
  ),
  '27': weights('和 68 木 5 杨 7 李 6 张 3 阿 1 王 3 赵 2 周 1 习 1 年 1 桑 1'),
  '14': weights('杨 22 李 18 张 12 赵 9 段 8 尹 6 董 6 王 6 施 5 姚 4 洪 3 颜 2 苏 3'),
  '20': weights('余 16 蜂 7 熊 10 密 5 胡 7 李 12 和 12 杨 8 王 6 乔 4 麻 4 邓 4 左 3'),
  '07': weights('罗 12 杨 12 李 12 吉 7 马 9 阿 7 沙 8 卢 6 毛 5 金 4 和 6 胡 4'),
  '33': weights('和 24 熊 18 曹 9 杨 16 胡 7 李 9 郭 5 马 4'),
  '06': weights('杨 20 李 12 古 10 陶 12 侯 8 王 10 熊 14 项 7'),
  '04': [],
}

function weights(text: string): [string, number][] {
  const parts = text.split(' ')
  return Array.from({ length: parts.length / 2 }, (_, index) => [parts[index * 2]!, Number(parts[index * 2 + 1])])
}

const middle: Record<Sex, string> = {
  male: '文学国建志永正军世万光德玉子绍继耀汝成凤树庆丽润善兴金春家云立新宏振仕开福天松仁',
  female: '丽玉文学金秀春凤桂美雪红爱玲素永翠万国志银淑玲灿竹肖吉慧晓亚仕',
}
const last: Record<Sex, string> = {
  male: '军华伟明强平光宏生林红新云芳武东勇辉祥福贵才良斌峰忠坚元超俊杰龙山江松义根顺全高',
  female: '芬英花梅秀兰珍香莲芝仙丽琴琼菊凤妹芳燕娟霞萍玲红云美慧青春雁月鲜合吉淑',
}
const modern: Record<Sex, string> = {
  male: '浩宇轩俊杰睿泽嘉煜晨子航梓铭博文亦辰皓然逸凡景致远思源',
  female: '欣怡梓涵雨萱诗琪思语佳琪可馨若曦艺诺静怡雪梅婉清奕彤沐晴',
}

const tibetan: Record<Sex, readonly string[]> = {
  male: [
    '扎西',
    '次仁',
    '多吉',
    '格桑',
    '洛桑',
    '鲁茸',
    '阿主',
    '此里',
    '农布',
    '江初',
    '定主',
    '培楚',
    '尼玛',
    '向巴',
  ],
  female: [
    '卓玛',
    '拉姆',
    '央宗',
    '取追',
    '益西',
    '白玛',
    '阿茸',
    '此姆',
    '永宗',
    '追玛',
    '春初',
    '格茸',
    '康珠',
    '措姆',
  ],
}
const yiClans = ['阿普', '吉克', '沙马', '马海', '阿鲁', '杰觉', '曲木', '吉伙']
const yiGiven: Record<Sex, readonly string[]> = {
  male: ['木呷', '拉铁', '尔哈', '日火', '古哈', '伍各', '尔布', '拉坡'],
  female: ['阿芝', '木果', '日牛', '阿支', '伍呷', '尔洗', '阿牛', '石扎'],
}

/** A household's family name; empty where the nationality has none (Tibetans). */
export function surnameOf(random: Random, ethnic: string): string {
  const list = surnames[ethnic] ?? surnames['01']!
  if (list.length === 0) return ''
  if (ethnic === '07' && random.chance(0.35)) return random.pick(yiClans)
  return list[random.weighted(list.map(([, weight]) => weight))]![0]
}

const character = (random: Random, characters: string) => characters[Math.floor(random.next() * characters.length)]!

/** A synthetic full name. Children born since 2005 bear newer names; two-character names are a fifth. */
export function fullName(random: Random, surname: string, ethnic: string, sex: Sex, birthYear: number): string {
  if (ethnic === '04' && surname === '') {
    const first = random.pick(tibetan[sex])
    const second = random.pick(tibetan[sex])
    return first === second ? `${first}${random.pick(['旺堆', '次里'])}` : `${first}${second}`
  }
  if (yiClans.includes(surname)) return `${surname}·${random.pick(yiGiven[sex])}`
  if (birthYear >= 2005 && random.chance(0.7)) {
    const pool = modern[sex]
    const first = character(random, pool)
    const second = character(random, pool)
    return first === second ? `${surname}${first}` : `${surname}${first}${second}`
  }
  if (random.chance(0.18)) return `${surname}${character(random, last[sex])}`
  return `${surname}${character(random, middle[sex])}${character(random, last[sex])}`
}
