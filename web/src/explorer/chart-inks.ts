/** The inks of the page for the canvas, read from the same tokens. */
export interface Inks {
  readonly ink: string
  readonly quiet: string
  readonly rule: string
  readonly accent: string
  readonly lastYear: string
  readonly surface: string
  readonly series: readonly string[]
}

/** Reads the tokens of the present theme. Series differ in lightness as well as hue, so that they survive black-and-white print. */
export function readInks(): Inks {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  const dark = document.documentElement.dataset.theme === 'dark'
  return {
    ink: token('--ink'),
    quiet: token('--ink-3'),
    rule: token('--rule'),
    accent: token('--accent'),
    lastYear: token('--last-year'),
    surface: token('--surface'),
    series: dark
      ? ['#64c4c8', '#e3b553', '#b9a5e2', '#8fbf7a', '#f28f87', '#bac4c9']
      : ['#0d5c63', '#b5721a', '#5b4a8a', '#4f8a3d', '#a6211b', '#47545d'],
  }
}
