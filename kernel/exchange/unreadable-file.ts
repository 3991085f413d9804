import { Refusal } from '../text/refusal.ts'
import type { Text } from '../text/text.ts'

/** Why a file cannot be read as a table. */
export type FileProblem =
  | 'empty'
  | 'damaged'
  | 'too-large'
  | 'password-protected'
  | 'legacy-xls'
  | 'other-format'
  | 'unknown-encoding'
  | 'unclosed-quote'

/** A file that cannot be read: says what is wrong with it and what its sender can do. An expected outcome, not a fault. */
export class UnreadableFile extends Refusal {
  readonly problem: FileProblem

  constructor(problem: FileProblem, text: Text, detail?: unknown) {
    super('invalid', text, { field: 'file', detail })
    this.name = 'UnreadableFile'
    this.problem = problem
  }
}

/** The file is cut off or its inside contradicts itself. `where` names the part. */
export function damaged(where: string): UnreadableFile {
  return new UnreadableFile(
    'damaged',
    {
      zh: `文件已损坏（${where}），无法读取。请用 Excel 或 WPS 打开后另存为 .xlsx，或请填报单位重新发送`,
      en: `The file is damaged (${where}). Open it in Excel or WPS and save it again as .xlsx, or ask the sender for a new copy`,
    },
    { where },
  )
}

/** The file expands beyond what a register can be. */
export function tooLarge(limitBytes: number): UnreadableFile {
  const megabytes = Math.round(limitBytes / 1_048_576)
  return new UnreadableFile(
    'too-large',
    {
      zh: `文件展开后超过 ${megabytes} MB，未予读取。请删除多余的格式和空行，或按乡镇拆分后分别导入`,
      en: `The file expands to more than ${megabytes} MB and was not read. Remove stray formatting and empty rows, or split it by township`,
    },
    { limitBytes },
  )
}

export const PASSWORD_PROTECTED: Text = {
  zh: '文件设有打开密码，无法读取。请在 Excel 或 WPS 中取消密码后另存为 .xlsx 再导入',
  en: 'The file is protected by a password. Remove the password in Excel or WPS, save it as .xlsx and import that',
}

export const LEGACY_XLS: Text = {
  zh: '这是旧版 .xls 文件，无法读取。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入',
  en: 'This is an old .xls file. Open it in Excel or WPS, save it as .xlsx and import that',
}

export const EMPTY_FILE: Text = {
  zh: '文件是空的（0 字节）。请确认已保存后重新选择文件',
  en: 'The file is empty (0 bytes). Make sure it was saved and choose it again',
}

/** The file is something other than a workbook or a CSV; `what` names it in both languages. */
export function otherFormat(what: Text): UnreadableFile {
  return new UnreadableFile('other-format', {
    zh: `这不是 Excel 工作簿或 CSV 文件，而是${what.zh}。请另存为 .xlsx 或 CSV 再导入`,
    en: `This is no Excel workbook or CSV file but ${what.en}. Save it as .xlsx or CSV and import that`,
  })
}
