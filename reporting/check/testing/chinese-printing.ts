const DIGITS = '零一二三四五六七八九'
const CAPITALS = '零壹贰叁肆伍陆柒捌玖'

/** Prints a whole number below 10^12 in Chinese, as a writer would: 12 十二, 105 一百零五, 20500 两万零五百. */
export function printChinese(value: number, options: { capitals?: boolean } = {}): string {
  const digits: string = options.capitals === true ? CAPITALS : DIGITS
  const [ten, hundred, thousand] = options.capitals === true ? ['拾', '佰', '仟'] : ['十', '百', '千']
  const steps = ['', ten, hundred, thousand]

  const group = (number: number): string => {
    let text = ''
    let zero = false
    for (let place = 3; place >= 0; place--) {
      const digit = Math.floor(number / 10 ** place) % 10
      if (digit === 0) zero = text !== ''
      else {
        text += (zero ? digits.charAt(0) : '') + digits[digit] + steps[place]
        zero = false
      }
    }
    return text
  }

  if (value === 0) return digits.charAt(0)
  const parts = [
    { scale: '亿', number: Math.floor(value / 1e8) },
    { scale: '万', number: Math.floor(value / 1e4) % 1e4 },
    { scale: '', number: value % 1e4 },
  ]
  let text = ''
  let gap = false
  for (const { scale, number } of parts) {
    if (number === 0) {
      gap = text !== ''
      continue
    }
    const bridge = text !== '' && (gap || number < 1000) ? digits.charAt(0) : ''
    text += bridge + group(number) + scale
    gap = false
  }
  return text.replace(/^一十/, '十')
}

/** The same digits full-width. */
export const printFullWidth = (text: string): string =>
  text.replace(/[0-9.%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
