import { addCase, closeCluster, gatherCases, openCluster, removeCase, updateCluster } from './cluster-actions.ts'
import {
  contactBecomesCase,
  excludeContact,
  extendContact,
  loseContact,
  observeContact,
  registerContact,
  releaseContact,
} from './contact-actions.ts'
import { investigationActions } from './investigate-actions.ts'
import { establishLink, withdrawLink } from './link-actions.ts'
import {
  caseContact,
  caseInvestigation,
  cluster,
  clusterCase,
  contactObservation,
  transmissionLink,
} from './records.ts'

/** What a township does for its own cases and contacts. */
export const fieldWork = [
  ...investigationActions,
  registerContact,
  observeContact,
  excludeContact,
  contactBecomesCase,
  releaseContact,
  extendContact,
  loseContact,
]
/** What a village doctor does: look after contacts day by day. */
export const dailyObservation = [observeContact]
/** What disease control decides. */
export const outbreakWork = [
  establishLink,
  withdrawLink,
  openCluster,
  gatherCases,
  addCase,
  removeCase,
  updateCluster,
  closeCluster,
]
export const contactRecords = [caseContact, contactObservation]
export const outbreakRecords = [caseInvestigation, ...contactRecords, transmissionLink, cluster, clusterCase]
/** What a bureau leader sees: no persons. */
export const clusterRecords = [cluster]
