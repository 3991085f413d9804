import type { Schema } from '../api/types.ts'
import type { Text } from '../language/language.tsx'
import { useCatalogue } from '../shell/house.ts'

/** The inputs of an action of immunization as the house declares them. */
export function useInputs(action: string): Readonly<Record<string, Schema>> {
  const { actions } = useCatalogue()
  return actions.get(`immunization.${action}`)?.input.properties ?? {}
}

/** The coded values of an input. */
export const valuesOf = (schema: Schema | undefined): Readonly<Record<string, Text>> => schema?.['x-values'] ?? {}

/** What an input is called. */
export const titleOf = (schema: Schema): Text => ({ zh: schema.title ?? '', en: schema.titleEn ?? schema.title ?? '' })
