import { isBlankMark, withoutSpaces } from '@kangheng/kernel/exchange/cell-text.ts'
import type { Relation } from './entry.ts'
import { indexWords } from './words.ts'

const WORDS: ReadonlyMap<string, Relation> = indexWords<Relation>({
  户主: '户主 本人 户主本人',
  配偶: '配偶 妻 妻子 夫 丈夫 爱人 老婆',
  子: '子 儿子 长子 次子 三子 独生子 大儿子 小儿子 养子',
  女: '女 女儿 长女 次女 三女 独生女 大女儿 小女儿 养女',
  儿媳: '儿媳 儿媳妇 媳 媳妇',
  女婿: '女婿 婿 上门女婿',
  父亲: '父亲 父',
  母亲: '母亲 母',
  祖父: '祖父 爷爷',
  祖母: '祖母 奶奶',
  孙子: '孙子 孙 长孙',
  孙女: '孙女 长孙女',
  兄弟: '兄弟 兄 弟 哥哥 弟弟',
  姐妹: '姐妹 姐 妹 姐姐 妹妹',
  其他: '其他 其它 其他亲属 亲戚 非亲属',
})

/** Reads the relation to the head of household (T of the cell): null when blank, undefined when it cannot be read. Source: rules 1.10. */
export function readRelation(text: string): Relation | null | undefined {
  const plain = withoutSpaces(text)
  return isBlankMark(plain) ? null : WORDS.get(plain)
}
