import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { RecordRow } from '../api/types.ts'

/** What a record's page shows above its fields, where the fields alone would not say it. */
export type RecordPanel = ComponentType<{ row: RecordRow }>

/** Panels by record type; each is fetched when such a record is first opened. */
export const panels: Readonly<Record<string, LazyExoticComponent<RecordPanel>>> = {
  'appraisal.rule-set': lazy(() => import('../appraisal/rule-set-panel.tsx')),
  'appraisal.round': lazy(() => import('../appraisal/round-panel.tsx')),
  'appraisal.sheet': lazy(() => import('../appraisal/sheet-panel.tsx')),
  'healthy-places.application': lazy(() => import('../healthy-places/application-panel.tsx')),
  'basic-services-fund.budget': lazy(() => import('../appraisal/allocation-panel.tsx')),
  'basic-services-fund.allotment': lazy(() => import('../appraisal/allotment-panel.tsx')),
  'target-letters.letter': lazy(() => import('../appraisal/letter-panel.tsx')),
  'immunization.certificate': lazy(() => import('../vaccination/certificate-panel.tsx')),
  'immunization.lot': lazy(() => import('../vaccination/recall-panel.tsx')),
  'immunization.adverse-event': lazy(() => import('../vaccination/recall-panel.tsx')),
  'immunization.school-child': lazy(() => import('../vaccination/notice-panel.tsx')),
  'mch-surveillance.return': lazy(() => import('../surveillance/return-panel.tsx')),
  'statistical-returns.return': lazy(() => import('../returns/return-panel.tsx')),
  'emergency.event': lazy(() => import('../disease/event-panel.tsx')),
  'communicable-disease.cluster': lazy(() => import('../disease/cluster-panel.tsx')),
  'supervision-letters.letter': lazy(() => import('../supervision/letter-panel.tsx')),
}
