/** Names of places of the invented city: plausible, and nobody's. */
export const countyNames: readonly (readonly [zh: string, en: string])[] = [
  ['云岭', 'Yunling'],
  ['清河', 'Qinghe'],
  ['松川', 'Songchuan'],
  ['望江', 'Wangjiang'],
  ['白泉', 'Baiquan'],
  ['东屏', 'Dongping'],
  ['龙潭', 'Longtan'],
  ['石屏岭', 'Shipingling'],
  ['南浦', 'Nanpu'],
  ['银川坝', 'Yinchuanba'],
  ['凤鸣', 'Fengming'],
  ['金沙湾', 'Jinshawan'],
  ['翠湖', 'Cuihu'],
  ['岩泉', 'Yanquan'],
  ['长亭', 'Changting'],
  ['永丰', 'Yongfeng'],
  ['青溪', 'Qingxi'],
  ['鹤岭', 'Heling'],
  ['桃源', 'Taoyuan'],
  ['落霞', 'Luoxia'],
  ['古渡', 'Gudu'],
  ['茶山', 'Chashan'],
  ['雨林', 'Yulin'],
  ['三江口', 'Sanjiangkou'],
]

const firsts = [
  ['平', 'Ping'],
  ['兴', 'Xing'],
  ['和', 'He'],
  ['安', 'An'],
  ['福', 'Fu'],
  ['新', 'Xin'],
  ['大', 'Da'],
  ['上', 'Shang'],
  ['双', 'Shuang'],
  ['红', 'Hong'],
] as const
const seconds = [
  ['坪', 'ping'],
  ['溪', 'xi'],
  ['桥', 'qiao'],
  ['塘', 'tang'],
  ['营', 'ying'],
  ['街', 'jie'],
  ['箐', 'qing'],
] as const

/** The n-th of seventy names of townships and villages, of which a county of the city has fewer. */
export function placeName(number: number): { zh: string; en: string } {
  const [first, firstEnglish] = firsts[number % firsts.length]!
  const [second, secondEnglish] = seconds[(number * 3 + Math.floor(number / firsts.length)) % seconds.length]!
  return { zh: first + second, en: firstEnglish + secondEnglish }
}
