import type { Text } from '@kangheng/kernel/text/text.ts'

/** Body mass index, kg/m², to one decimal; undefined when height or weight is missing. */
export function bodyMassIndex(heightCm: number | undefined, weightKg: number | undefined): number | undefined {
  if (!heightCm || !weightKg) return undefined
  return Math.round((weightKg / (heightCm / 100) ** 2) * 10) / 10
}

/** How much help an older person needs, by the self-care score of the norm. */
export function selfCareClass(score: number): Text {
  if (score <= 3) return { zh: '可自理', en: 'Independent' }
  if (score <= 8) return { zh: '轻度依赖', en: 'Lightly dependent' }
  return score <= 18 ? { zh: '中度依赖', en: 'Moderately dependent' } : { zh: '不能自理', en: 'Dependent' }
}
