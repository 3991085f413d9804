/** The sheet of a template that explains its columns; never read. */
export const INSTRUCTIONS = '填写说明'

/** The hidden sheet with the lists a template offers. */
export const OPTIONS = '选项'

/** What a returned workbook adds to the columns it came with. */
export const RETURN_REASON = '退回原因'
export const RETURN_PLACE = '原表位置'
export const RETURN_COLUMNS: ReadonlySet<string> = new Set([RETURN_REASON, RETURN_PLACE])
