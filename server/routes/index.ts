import type { Routes } from '../app-type.ts'
import { accountRoutes } from './account.ts'
import { actionRoutes } from './actions.ts'
import { adminAccountRoutes } from './admin-accounts.ts'
import { adminFieldRoutes } from './admin-fields.ts'
import { adminIndicatorRoutes } from './admin-indicators.ts'
import { adminJournalRoutes } from './admin-journal.ts'
import { administrationRoutes } from './administration.ts'
import { appraisalRoutes } from './appraisal.ts'
import { attachmentRoutes } from './attachments.ts'
import { bulletinRoutes } from './bulletins.ts'
import { checkRoutes } from './check.ts'
import { cockpitRoutes } from './cockpit.ts'
import { dashboardRoutes } from './dashboards.ts'
import { diseaseBulletinRoutes } from './disease-bulletins.ts'
import { diseaseRoutes } from './disease.ts'
import { emergencyRoutes } from './emergency.ts'
import { exportRoutes } from './exports.ts'
import { figureRoutes } from './figures.ts'
import { formRoutes } from './forms.ts'
import { healthRoutes } from './health.ts'
import { houseRoutes } from './house.ts'
import { householdRoutes } from './households.ts'
import { importRoutes } from './imports.ts'
import { mchSurveillanceRoutes } from './mch-surveillance.ts'
import { periodRoutes } from './periods.ts'
import { personRoutes } from './persons.ts'
import { placeRoutes } from './places.ts'
import { qualityRoutes } from './quality.ts'
import { recordRoutes } from './records.ts'
import { returnRoutes } from './returns.ts'
import { sessionRoutes } from './session.ts'
import { setupRoutes } from './setup.ts'
import { subscriptionRoutes } from './subscriptions.ts'
import { summaryRoutes } from './summaries.ts'
import { targetRoutes } from './targets.ts'
import { taskRoutes } from './tasks.ts'
import { vaccinationRoutes } from './vaccination.ts'
import { vaccineRecallRoutes } from './vaccine-recall.ts'
import { viewRoutes } from './views.ts'
import { villageRoutes } from './village.ts'

/** All topics of the API, one file each. */
export const routes: readonly Routes[] = [
  healthRoutes,
  sessionRoutes,
  setupRoutes,
  accountRoutes,
  houseRoutes,
  placeRoutes,
  recordRoutes,
  attachmentRoutes,
  actionRoutes,
  taskRoutes,
  personRoutes,
  householdRoutes,
  figureRoutes,
  cockpitRoutes,
  dashboardRoutes,
  subscriptionRoutes,
  targetRoutes,
  periodRoutes,
  appraisalRoutes,
  mchSurveillanceRoutes,
  administrationRoutes,
  returnRoutes,
  diseaseRoutes,
  diseaseBulletinRoutes,
  emergencyRoutes,
  viewRoutes,
  bulletinRoutes,
  summaryRoutes,
  checkRoutes,
  adminAccountRoutes,
  adminFieldRoutes,
  adminIndicatorRoutes,
  adminJournalRoutes,
  exportRoutes,
  formRoutes,
  importRoutes,
  qualityRoutes,
  villageRoutes,
  vaccinationRoutes,
  vaccineRecallRoutes,
]
