/** A morning at a clinic, as `/api/vaccination/morning` tells it. Moments are `YYYY-MM-DD HH:MM` in China. */
export interface Visit {
  id: string
  version: number
  number: number
  state: 'registered' | 'checked' | 'observing' | 'left' | 'deferred' | 'gone'
  person: string
  name: string
  birth: string
  arrivedAt: string
  calledAt: string | null
  passedOver: number
  observeUntil: string | null
  doses: number
}

export interface Appointment {
  id: string
  version: number
  state: string
  slot: string
  person: string
  name: string
  birth: string
  phone: string | null
  doses: string[]
  remindedAt: string | null
}

export interface Morning {
  now: string
  sessions: { id: string; heldOn: string; institutionName: string | null }[]
  session: {
    id: string
    state: string
    heldOn: string
    opensAt: string
    closesAt: string
    institutionName: string | null
    slots: { slot: string; left: number }[]
  } | null
  visits: Visit[]
  appointments: Appointment[]
}

export interface WantedDose {
  dose: string
  vaccine: string
  overdue: boolean
  lot: { id: string; lotNumber: string; expiresOn: string; left: number } | null
  problem: 'no-lot' | 'held' | null
  quantity: string | null
  route: string | null
  sites: string[]
}

/** One child at a station, as `/api/vaccination/visits/ID` tells it. */
export interface Station {
  now: string
  session: string
  visit: Visit & { temperature: number | null }
  sex: string
  wanted: WantedDose[]
  given: { vaccine: string; lotNumber: string | null }[]
  exclusions: { series: string; kind: string; note: string; until: string | null }[]
  events: { vaccine: string; symptoms: string; on: string }[]
}
