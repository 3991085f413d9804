import type { Text } from '../language/language.tsx'

/** The vaccinations of one of the family, as `/api/me/vaccination` tells them. */
export interface FamilyView {
  family: { id: string; name: string; birth: string }[]
  person: string
  card: string | null
  certificate: boolean
  coming: { dose: Text; vaccine: Text; from: string; latest: string; standing: 'overdue' | 'due' | 'future' }[]
  given: { id: string; vaccine: Text; counts: Text[]; on: string }[]
  appointments: FamilyAppointment[]
  sessions: OpenSession[]
}

export interface FamilyAppointment {
  id: string
  version: number
  state: string
  heldOn: string
  slot: string
  clinic: string
  doses: Text[]
}

export interface OpenSession {
  id: string
  heldOn: string
  clinic: string
  doses: Text[]
  slots: { slot: string; left: number }[]
}
