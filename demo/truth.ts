import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { apportion } from './apportion.ts'

/** The smallest county in which every case of the register still occurs. */
export const LEAST_SCALE = 0.005

/** What the county published for 2025, and what the demo's records add up to. Counts of persons unless said. */
export interface CountyTruth {
  /** Usual residents on 31 December. */
  readonly residents: number
  readonly signed: number
  /** Key population, each person once, and those of it with a contract. */
  readonly key: number
  readonly keySigned: number
  readonly specialFamilies: number
  /** Lines of the out-of-poverty register by standing and explanation. */
  readonly register: Readonly<Record<'monitored' | 'out-of-poverty', RegisterTruth>>
  readonly teams: number
  readonly doctors: number
}

export interface RegisterTruth {
  readonly due: number
  readonly died: number
  readonly duplicate: number
  readonly other: number
}

/**
 * Figures of 玉龙 county for 2025 as published (412 doctors in 89 teams; 106,351 of 219,757 signed = 48.39 %; 32,721 of the key
 * population = 72.62 %; register 15,592 = 3,579 + 12,013 of whom 95 not due). The key population itself was not published:
 * 45,058 is 32,721 / 0.7262, rounded.
 */
export const published: CountyTruth = {
  residents: 219_757,
  signed: 106_351,
  key: 45_058,
  keySigned: 32_721,
  specialFamilies: 147,
  register: {
    monitored: { due: 3_549, died: 10, duplicate: 12, other: 8 },
    'out-of-poverty': { due: 11_948, died: 37, duplicate: 0, other: 28 },
  },
  teams: 89,
  doctors: 412,
}

/** Parts of a whole at a scale: the whole is rounded, parts by the largest remainder; what exists in full is never scaled to nothing. */
function scaleParts(parts: readonly number[], scale: number): number[] {
  const least: number[] = parts.map((part) => (part > 0 ? 1 : 0))
  const existing = least.reduce((all, each) => all + each, 0)
  const whole = Math.max(existing, Math.round(parts.reduce((all, each) => all + each, 0) * scale))
  const more = apportion(
    whole - existing,
    parts.map((part, index) => Math.max(0, part * scale - least[index]!) + 1e-9 * part),
  )
  return least.map((each, index) => each + more[index]!)
}

const kinds = ['due', 'died', 'duplicate', 'other'] as const

function scaleRegister(scale: number): CountyTruth['register'] {
  const { monitored, 'out-of-poverty': out } = published.register
  const lines = scaleParts([...kinds.map((kind) => monitored[kind]), ...kinds.map((kind) => out[kind])], scale)
  const part = (from: number) =>
    Object.fromEntries(kinds.map((kind, index) => [kind, lines[from + index]])) as unknown as RegisterTruth
  return { monitored: part(0), 'out-of-poverty': part(kinds.length) }
}

/** The truth of a smaller county: people are fewer, in the same proportions as far as whole numbers allow; places, teams and doctors stay. */
export function countyTruth(scale = 1): CountyTruth {
  if (!(scale >= LEAST_SCALE && scale <= 1)) {
    throw new Refusal(
      'invalid',
      {
        zh: `演示规模应在${LEAST_SCALE}到1之间：再小就容不下名册上的各种情形`,
        en: `The scale of a demo lies between ${LEAST_SCALE} and 1: a smaller county has no room for every case of the register`,
      },
      { field: 'scale' },
    )
  }
  if (scale === 1) return published
  const register = scaleRegister(scale)
  const specialFamilies = Math.max(1, Math.round(published.specialFamilies * scale))
  const keySigned = Math.max(
    register.monitored.due + register['out-of-poverty'].due + specialFamilies,
    Math.round(published.keySigned * scale),
  )
  const residents = Math.round(published.residents * scale)
  return {
    residents,
    signed: Math.round(published.signed * scale),
    key: Math.round(keySigned / 0.7262),
    keySigned,
    specialFamilies,
    register,
    teams: published.teams,
    doctors: published.doctors,
  }
}

/** Lines of the register, whatever was explained. */
export function linesOf(register: RegisterTruth): number {
  return register.due + register.died + register.duplicate + register.other
}
