/** A case of a cluster, known by its number in the order of onset. */
export interface Member {
  id: string
  number: number
  onset: string
  division: string
  category: string
  generation: number
  investigated: boolean
  contacts: number
}

export interface ChainLink {
  infector: string
  infectee: string
  interval: number
}

export interface ClusterPicture {
  id: string
  members: Member[]
  links: ChainLink[]
  curve: { on: string; cases: number }[]
  contacts: Record<'observing' | 'symptomatic' | 'case' | 'released' | 'lost', number>
  attackRate: string | null
  generationTime: string | null
  incubation: [number, number] | null
  quietIncubations: number | null
  villages: { code: string; name: string; x: number | null; y: number | null; cases: number }[]
}
