import type { Ink, Mark, Scene } from './scene.ts'

/** Colours of paper: on white, and so chosen that they differ in grey as well. */
export const paperPalette: Readonly<Record<Ink, string>> = {
  ink: '#1c2429',
  quiet: '#4f5b63',
  rule: '#d0d5d5',
  surface: '#ffffff',
  sunken: '#eeefec',
  accent: '#0d5c63',
  'last-year': '#a9b2b7',
  good: '#1c6a3a',
  warn: '#855400',
  bad: '#a6211b',
  'series-0': '#0d3f45',
  'series-1': '#b5721a',
  'series-2': '#5b4a8a',
  'series-3': '#4f8a3d',
  'series-4': '#a6211b',
  'series-5': '#47545d',
  'shade-0': '#ffffff',
  'shade-1': '#e8f1f1',
  'shade-2': '#cfe2e3',
  'shade-3': '#aacdd0',
  'shade-4': '#7fb1b5',
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!)
const digits = (value: number) => String(Math.round(value * 100) / 100)
const joined = (points: readonly (readonly [number, number])[]) =>
  points.map(([x, y]) => `${digits(x)},${digits(y)}`).join(' ')

function element(mark: Mark, palette: Readonly<Record<Ink, string>>): string {
  const stroke = (ink: Ink | undefined, width = 1) =>
    ink ? ` stroke="${palette[ink]}" stroke-width="${digits(width)}"` : ''
  if (mark.kind === 'line') {
    const dash = mark.dash?.length ? ` stroke-dasharray="${mark.dash.join(' ')}"` : ''
    return `<polyline points="${joined(mark.points)}" fill="none"${stroke(mark.ink, mark.width)}${dash}/>`
  }
  if (mark.kind === 'text') {
    const { at, size, anchor = 'start', bold } = mark
    return `<text x="${digits(at[0])}" y="${digits(at[1])}" font-size="${digits(size)}" fill="${palette[mark.ink]}" text-anchor="${anchor}"${bold ? ' font-weight="700"' : ''}>${escaped(mark.text)}</text>`
  }
  const look = ` fill="${mark.fill ? palette[mark.fill] : 'none'}"${stroke(mark.ink, mark.width)}`
  if (mark.kind === 'circle')
    return `<circle cx="${digits(mark.centre[0])}" cy="${digits(mark.centre[1])}" r="${digits(mark.radius)}"${look}/>`
  return `<polygon points="${joined(mark.points)}"${look}/>`
}

/** A scene as an SVG document. */
export function sceneToSvg(
  scene: Scene,
  { width, height, font }: { width: number; height: number; font: string },
  palette: Readonly<Record<Ink, string>> = paperPalette,
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${digits(width)}" height="${digits(height)}" viewBox="0 0 ${digits(width)} ${digits(height)}" font-family="${escaped(font)}"><rect width="100%" height="100%" fill="${palette.surface}"/>${scene.map((mark) => element(mark, palette)).join('')}</svg>`
}
