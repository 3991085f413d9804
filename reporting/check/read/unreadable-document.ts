import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'

/** A document that cannot be read: says what is wrong with it and what its sender can do. */
export class UnreadableDocument extends Refusal {
  constructor(text: Text, detail?: unknown) {
    super('invalid', text, { field: 'file', detail })
    this.name = 'UnreadableDocument'
  }
}

export const emptyFile = (): UnreadableDocument =>
  new UnreadableDocument({
    zh: '文件是空的。请确认已保存后重新选择文件。',
    en: 'The file is empty. Make sure it was saved and choose it again.',
  })

export const damagedFile = (where: string): UnreadableDocument =>
  new UnreadableDocument(
    {
      zh: `文件已损坏（${where}），无法读取。请用 Word 或 WPS 打开后另存为 .docx，或请报送单位重新发送。`,
      en: `The file is damaged (${where}). Open it in Word or WPS and save it again as .docx, or ask the sender for a new copy.`,
    },
    { where },
  )

export const protectedFile = (): UnreadableDocument =>
  new UnreadableDocument({
    zh: '文件设有打开密码，无法读取。请取消密码后另存为 .docx 再核对。',
    en: 'The file is protected by a password. Remove it, save the file as .docx and check that.',
  })

export const unknownFormat = (name: string): UnreadableDocument =>
  new UnreadableDocument({
    zh: `不认识“${name}”的格式。可核对 .docx、.txt、.md、.html、带文字的 .pdf，以及装有 LibreOffice 时的 .doc、.wps。`,
    en: `The format of “${name}” is not known. Readable are .docx, .txt, .md, .html, .pdf with a text layer and, with LibreOffice installed, .doc and .wps.`,
  })

/** No summary is longer; a text of a thousand pages would keep everybody else waiting. */
export const LONGEST_TEXT = 1_000_000

export const tooLong = (): UnreadableDocument =>
  new UnreadableDocument({
    zh: '文稿超过一百万字，无法一次核对。请分成几个文件，分别核对。',
    en: 'The document has more than a million characters. Split it into several files and check each.',
  })
