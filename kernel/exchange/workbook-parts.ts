import { escapeXml } from './workbook-cells.ts'

/** The small parts of a workbook, written by hand: less than a library, and nothing in them that a reader does not need. */
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Where sheet number `index` (from 0) stands. */
export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`
}

export function contentTypesXml(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, index) => {
    return `<Override PartName="/${sheetPath(index)}" ContentType="${TYPE}.worksheet+xml"/>`
  })
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${parts.join('')}</Types>`
}

export function rootRelationsXml(): string {
  return relationsXml([['rId1', 'officeDocument', 'xl/workbook.xml']])
}

export function workbookRelationsXml(sheets: number): string {
  const targets = Array.from({ length: sheets }, (_, index): [string, string, string] => {
    return [`rId${index + 1}`, 'worksheet', sheetPath(index).slice(3)]
  })
  return relationsXml([...targets, [`rId${sheets + 1}`, 'styles', 'styles.xml']])
}

function relationsXml(relations: ReadonlyArray<[id: string, kind: string, target: string]>): string {
  const items = relations.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  )
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`
}

export function workbookXml(written: readonly { readonly name: string; readonly hidden: boolean }[]): string {
  const sheets = written.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`
}

/** Styles in the order of `STYLE`: general, text, date, header, title, then the number formats given. */
export function stylesXml(formats: readonly string[]): string {
  const all = ['yyyy\\-mm\\-dd', ...formats]
  const numberFormats = all.map(
    (format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(format)}"/>`,
  )
  const plain = (id: number) =>
    `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"${id ? ' applyNumberFormat="1"' : ''}/>`
  const header =
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>'
  const title = '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
  const cellFormats = [plain(0), plain(49), plain(164), header, title, ...formats.map((_, index) => plain(165 + index))]
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="宋体"/><charset val="134"/></font>`
  const edge = (side: string) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`
  return `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="${all.length}">${numberFormats.join('')}</numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F2F2"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cellFormats.length}">${cellFormats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

/** Width and style of one column; the style is that of cells which are still empty. */
export interface ColumnLayout {
  readonly width: number
  readonly style: number
}

/** A sheet before its rows: header frozen, columns laid out. `frozenRows` is the number of rows down to the header. */
export function sheetOpening(layout: readonly ColumnLayout[], frozenRows: number): string {
  const columns = layout.map(
    ({ width, style }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`,
  )
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`
}

/** Cells in which a program offers a list to choose from. `from` is the range that holds it. */
export interface OfferedList {
  readonly cells: string
  readonly from: string
}

/** A sheet after its rows. Something else than what is offered may be typed; a program only asks whether it was meant. */
export function sheetClosing(lists: readonly OfferedList[]): string {
  const offered = lists.map(
    ({ cells, from }) =>
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${cells}"><formula1>${escapeXml(from)}</formula1></dataValidation>`,
  )
  const validations =
    offered.length > 0 ? `<dataValidations count="${offered.length}">${offered.join('')}</dataValidations>` : ''
  return `</sheetData>${validations}</worksheet>`
}

const FORBIDDEN = /[[\]:*?/\\\u0000-\u001F]/g

/** A sheet name which Excel accepts and which is not taken yet: 31 characters, none of `[]:*?/\`, no apostrophe at its ends. */
export function freeSheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean =
    wanted
      .replace(FORBIDDEN, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet'
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` (${number})`
    const name = clean.slice(0, 31 - suffix.length).toWellFormed() + suffix
    if (!taken.has(name.toLowerCase())) return name
  }
}
