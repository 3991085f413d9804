import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import {
  bureauSection,
  countyInstitution,
  resident as residentRole,
  townshipCentre,
  villageDoctor,
} from '../../roles.ts'
import { entries, reviews } from './actions.ts'
import { indicators } from './indicators.ts'
import {
  arrival,
  birth,
  correction,
  death,
  departure,
  duplicate,
  householdChange,
  move,
  registration,
} from './records.ts'
import { asQualityCheck } from './quality/check.ts'
import { qualityChecks } from './quality/checks.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'
import { registerBirth, registerDeath } from './vital-actions.ts'

const events = [registration, birth, death, arrival, departure, move, correction]
const all = [...events, householdChange, duplicate]

/** The population: who lives and is registered where, how they came and went, and the denominators of every rate. */
export const resident = defineDomain({
  id: 'resident',
  wing: 'population',
  title: { zh: '全员人口', en: 'Residents' },
  description: {
    zh: '居民与户的登记，出生、死亡、迁移，常住与户籍人口，数据质量和重复档案',
    en: 'Registration of residents and households, births, deaths and moves, usual and registered population, data quality and duplicates',
  },
  records: all,
  actions: [...entries, ...reviews],
  tasks,
  indicators,
  paragraphs,
  quality: qualityChecks.map(asQualityCheck),
  grants: [
    grant(villageDoctor, { may: entries, sees: [...events, householdChange] }),
    grant(townshipCentre, { may: [...entries, ...reviews], sees: all }),
    grant(countyInstitution, { may: [registerBirth, registerDeath], sees: events }),
    grant(bureauSection, { may: [...entries, ...reviews], sees: all }),
    grant(residentRole, { sees: events }),
  ],
})

export {
  aged0to6,
  aged65,
  livesHere,
  populationOf,
  registeredResidents,
  residence,
  usualBegun,
  usualEnded,
  usualResidents,
  women15to49,
  type PopulationPart,
} from './population.ts'
export { ageBandOf, ageBandStarts, ageBandTitle, deathsByAge, deathsOfSex, populationByAge } from './age-bands.ts'
export { birth, death } from './records.ts'
export { endByDeath } from './vital-actions.ts'
export { meanPopulation, usualPopulation, registeredPopulation } from './indicators.ts'
export { liveBirths, registeredDeaths } from './vital-measures.ts'
export { concernsReproduction, refuseReproductionTarget } from './reproduction.ts'
export { sexRatioDeviation, sexRatioInterval } from './statistics.ts'
export { listDuplicates, type DuplicatePair } from './duplicate-list.ts'
export { wardsOf } from './wards.ts'
export { evaluateQuality, listQualityErrors, type QualityError, type PlaceQuality } from './quality/report.ts'
