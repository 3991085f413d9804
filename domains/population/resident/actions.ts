import { keepDistinct, mergeDuplicate, undoMerge } from './duplicate-actions.ts'
import { changeTheHead, joinAHousehold, openAHousehold, splitAHousehold } from './household-actions.ts'
import { registerArrival, registerDeparture, registerMove } from './movement-actions.ts'
import { arrival, birth, death, departure, move, registration } from './records.ts'
import { correctResident, registerResident } from './registration-actions.ts'
import { registerBirth, registerDeath } from './vital-actions.ts'
import { voidEvent } from './void-event.ts'

/** What anybody who knows the people of a place enters. */
export const entries = [
  registerResident,
  registerBirth,
  registerDeath,
  registerArrival,
  registerDeparture,
  correctResident,
  openAHousehold,
  joinAHousehold,
  splitAHousehold,
  changeTheHead,
]

/** What concerns several places or takes something back. */
export const reviews = [
  registerMove,
  mergeDuplicate,
  keepDistinct,
  undoMerge,
  voidEvent(registration),
  voidEvent(birth),
  voidEvent(death),
  voidEvent(arrival),
  voidEvent(departure),
  voidEvent(move),
]
