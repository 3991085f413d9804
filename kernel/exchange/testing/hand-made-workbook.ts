import { strToU8, zipSync } from 'fflate'

/** A workbook written by hand, so that tests hold what real programs write and not what our own writer does. */
export interface HandMadeWorkbook {
  /** Sheet parts: everything inside `<worksheet>`, by sheet name. */
  readonly sheets: Readonly<Record<string, string>>
  /** Inside of `<sst>`. */
  readonly strings?: string
  /** Inside of `<styleSheet>`. */
  readonly styles?: string
  /** Attributes of sheets in the workbook part, by sheet name: `state="hidden"`. */
  readonly states?: Readonly<Record<string, string>>
  readonly workbookPr?: string
  /** Parts that replace or join the others. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/** The bytes of the file. */
export function handMadeWorkbook(workbook: HandMadeWorkbook): Uint8Array {
  const names = Object.keys(workbook.sheets)
  const sheetTags = names.map(
    (name, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" ${workbook.states?.[name] ?? ''} r:id="rId${index + 1}"/>`,
  )
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
  const parts: Record<string, string | Uint8Array> = {
    '_rels/.rels': `<Relationships ${PACKAGE}>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}">${workbook.workbookPr ?? ''}<sheets>${sheetTags.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${PACKAGE}>${names.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${relation('rId90', 'styles', 'styles.xml')}${relation('rId91', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${MAIN}>${workbook.styles ?? ''}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${workbook.strings ?? ''}</sst>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet ${MAIN}>${workbook.sheets[name]}</worksheet>`,
      ]),
    ),
    ...workbook.parts,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
}
