const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** What a browser says of itself, short enough to recognise one's own device: `Chrome · Windows`. */
export function deviceName(agent: string | null): string {
  if (!agent) return '—'
  const find = (known: typeof browsers) => known.find(([pattern]) => pattern.test(agent))?.[1]
  return [find(browsers), find(systems)].filter(Boolean).join(' · ') || agent.slice(0, 40)
}
