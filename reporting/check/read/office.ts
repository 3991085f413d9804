import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DocumentText } from './document-text.ts'
import { readDocx } from './docx.ts'
import { damagedFile, UnreadableDocument } from './unreadable-document.ts'

const NAMES = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice']
const USUAL_PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/opt/libreoffice/program',
  '/Applications/LibreOffice.app/Contents/MacOS',
  'C:\\Program Files\\LibreOffice\\program',
  'C:\\Program Files (x86)\\LibreOffice\\program',
]
/** Less than a thread of the server has, so that this is the message that arrives. */
const PATIENCE_MS = 45_000

/** Reads .doc, .wps, .rtf and .odt by turning them into .docx with LibreOffice. Says so when it is not installed. */
export async function readWithOffice(bytes: Uint8Array, extension: string): Promise<DocumentText> {
  return { ...readDocx(await convertToDocx(bytes, extension)), format: 'office' }
}

/** The converted file itself, for giving it back with comments. */
export async function convertToDocx(bytes: Uint8Array, extension: string): Promise<Uint8Array> {
  const office = await findOffice()
  if (office === null) {
    throw new UnreadableDocument({
      zh: `读取 .${extension} 文件需要安装 LibreOffice，本机没有找到。请安装后重试，或用 Word、WPS 打开后另存为 .docx。`,
      en: `Reading .${extension} files takes LibreOffice, which was not found here. Install it, or open the file in Word or WPS and save it as .docx.`,
    })
  }
  const folder = await mkdtemp(join(tmpdir(), 'kangheng-check-'))
  try {
    const source = join(folder, `source.${extension}`)
    await writeFile(source, bytes)
    await run(office, [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'docx',
      '--outdir',
      folder,
      source,
    ])
    return await readFile(join(folder, 'source.docx')).catch(() => {
      throw damagedFile(`LibreOffice: .${extension}`)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The program of LibreOffice on this machine, or null. */
export async function findOffice(): Promise<string | null> {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...USUAL_PLACES].filter((folder) => folder !== '')
  for (const folder of folders) {
    for (const name of NAMES) {
      const path = join(folder, name)
      if (
        await access(path, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return path
    }
  }
  return null
}

function run(command: string, argv: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, argv, { stdio: 'ignore', timeout: PATIENCE_MS })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(damagedFile(`LibreOffice: ${code ?? 'timeout'}`))))
  })
}
