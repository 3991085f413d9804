/** Layout of GB/T 9704-2012 in Word's units: twips (1/20 pt) for lengths, half points for sizes. */

/** Millimetres in twips. */
export function millimetres(value: number): number {
  return Math.round((value / 25.4) * 1440)
}

/** §5.2.1: type area 156 × 225 mm on A4; head 37 mm, binding edge 28 mm. */
export const PAGE = {
  width: millimetres(210),
  height: millimetres(297),
  top: millimetres(37),
  bottom: millimetres(35),
  left: millimetres(28),
  right: millimetres(26),
  /** Width of the type area. */
  measure: millimetres(156),
} as const

/** §5.2.3: 22 lines of 28 characters. The pitch of a line is 225 mm ÷ 22 = 28.99 pt, kept just below so that 22 lines fit. */
export const LINE = 579

/** Width of one character of the grid: 156 mm ÷ 28. */
export const CHARACTER = Math.floor(PAGE.measure / 28)

/**
 * What each character of 16 pt is set closer, in twips, so that 28 fill a line. Set on the text itself and not as a grid
 * of characters, which writers other than Word spread wrongly.
 */
export const CLOSER = CHARACTER - 16 * 20

/** §7.5: the dash of the page number stands 7 mm below the type area; this is the distance of the footer's foot from the edge. */
export const FOOTER = millimetres(35 - 7 - 2.5)

/** Sizes of type by their Chinese names, in half points. */
export const SIZE = {
  /** 二号 */
  two: 44,
  /** 三号 */
  three: 32,
  /** 四号 */
  four: 28,
  /** 五号 */
  five: 21,
  /** 小五 */
  smallFive: 18,
} as const

export const RED = 'FF0000'
