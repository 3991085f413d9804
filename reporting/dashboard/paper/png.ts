import { Resvg } from '@resvg/resvg-js'
import { moved, type Scene } from '@kangheng/drawing/scene.ts'
import { sceneToSvg } from '@kangheng/drawing/svg.ts'
import type { PaperFont } from './font.ts'
import { PAGE } from './sheet.ts'

/** Pages below one another as one picture, two dots to a pixel. */
export function paintScenes(pages: readonly Scene[], font: PaperFont): Uint8Array {
  const scene = pages.flatMap((page, index) => moved(page, 0, index * PAGE.height))
  const svg = sceneToSvg(scene, { width: PAGE.width, height: PAGE.height * pages.length, font: font.family })
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { loadSystemFonts: false, fontFiles: [font.path], defaultFontFamily: font.family },
  })
  return new Uint8Array(picture.render().asPng())
}
