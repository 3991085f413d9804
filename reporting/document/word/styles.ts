import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx'
import { FONT, type DocumentFont } from './fonts.ts'
import { CHARACTER, CLOSER, LINE, RED, SIZE } from './measures.ts'

/** Two characters in, as every paragraph and heading of an official document starts. */
const FIRST_LINE = { firstLine: 2 * CHARACTER, firstLineChars: 200 }

const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })

function heading(font: DocumentFont) {
  return {
    run: { font, size: SIZE.three, color: '000000', bold: false, italics: false, characterSpacing: CLOSER },
    paragraph: { indent: FIRST_LINE, spacing: exactly(LINE), keepNext: true },
  }
}

/** Styles by name, so that an office may adjust the whole document in one place. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT.text, size: SIZE.three, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exactly(LINE) },
    },
    title: {
      run: { font: FONT.title, size: SIZE.two, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(640), keepNext: true },
    },
    heading1: heading(FONT.black),
    heading2: heading(FONT.script),
    heading3: heading(FONT.text),
    heading4: heading(FONT.text),
  },
  paragraphStyles: [
    {
      id: 'OfficialText',
      name: '公文正文',
      basedOn: 'Normal',
      quickFormat: true,
      run: { characterSpacing: CLOSER },
      paragraph: { indent: FIRST_LINE, alignment: AlignmentType.BOTH },
    },
    { id: 'OfficialLine', name: '公文行', basedOn: 'Normal', run: { characterSpacing: CLOSER } },
    {
      id: 'SenderMark',
      name: '发文机关标志',
      basedOn: 'Normal',
      run: { font: FONT.title, color: RED },
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(LINE) },
    },
    {
      id: 'TableTitle',
      name: '公文表题',
      basedOn: 'Normal',
      run: { font: FONT.black, size: 24 },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { ...exactly(420), before: 160 } },
    },
    {
      id: 'TableFacts',
      name: '公文表头说明',
      basedOn: 'Normal',
      run: { font: FONT.table, size: SIZE.smallFive },
      paragraph: { keepNext: true, spacing: exactly(260) },
    },
    {
      id: 'TableCell',
      name: '公文表格',
      basedOn: 'Normal',
      run: { font: FONT.table, size: SIZE.five },
      paragraph: { spacing: exactly(320) },
    },
    {
      id: 'TableNote',
      name: '公文表注',
      basedOn: 'Normal',
      run: { font: FONT.table, size: SIZE.smallFive },
      paragraph: { spacing: exactly(260), indent: { left: 360, hanging: 360 } },
    },
    {
      id: 'ListNote',
      name: '公文清单说明',
      basedOn: 'Normal',
      run: { size: SIZE.five },
      paragraph: {
        alignment: AlignmentType.BOTH,
        indent: { firstLine: SIZE.five * 20, firstLineChars: 200 },
        spacing: { ...exactly(360), before: 80 },
      },
    },
    {
      id: 'Digest',
      name: '公文数据摘要',
      basedOn: 'Normal',
      run: { size: SIZE.smallFive },
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(400) },
    },
    {
      id: 'SmallCell',
      name: '公文清单',
      basedOn: 'Normal',
      run: { font: FONT.table, size: SIZE.smallFive },
      paragraph: { spacing: exactly(240) },
    },
  ],
}

/** Styles whose lines are set by themselves and not on the grid of 22. */
export const OFF_GRID: readonly string[] = [
  'Title',
  'SenderMark',
  'TableTitle',
  'TableFacts',
  'TableCell',
  'TableNote',
  'ListNote',
  'Digest',
  'SmallCell',
]
