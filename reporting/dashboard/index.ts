import {
  administrator,
  bureauLeader,
  bureauSection,
  countyInstitution,
  diseaseControl,
  mentalHealthOfficer,
  townshipCentre,
  upperLevel,
  villageDoctor,
} from '@kangheng/domains/roles.ts'
import { readingPolicy } from '@kangheng/kernel/access/policies.ts'
import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { compose, revise, withdraw } from './dashboard-actions.ts'
import { annotate, withdrawNote } from './note-actions.ts'
import { dashboard, figureNote, subscription } from './records.ts'
import { changeSubscription, endSubscription, subscribe } from './subscription-actions.ts'

const records = [dashboard, figureNote, subscription]
const reading = [subscribe, changeSubscription, endSubscription]
const composing = [...reading, compose, revise, withdraw, annotate, withdrawNote]

/** Pages composed of views of figures, notes on figures, and what is sent by mail. Who sees figures reads; leaders, sections and township centres compose and annotate. */
export const dashboardsDomain = defineDomain({
  id: 'dashboards',
  wing: 'administration',
  title: { zh: '数据看板', en: 'Dashboards' },
  description: {
    zh: '由指标视图拼成的看板、数据批注和邮件订阅',
    en: 'Dashboards of views, notes on figures, subscriptions by mail',
  },
  records,
  actions: composing,
  grants: [
    ...[bureauLeader, bureauSection, townshipCentre].map((role) => grant(role, { may: composing, sees: records })),
    ...[villageDoctor, countyInstitution, diseaseControl, mentalHealthOfficer, upperLevel, administrator].map((role) =>
      grant(role, { may: reading, sees: records }),
    ),
  ],
})

const OWN = `recorded_by = (select kangheng.account())`
const SHARED = `kangheng.sees_any_role(shared_with)`

/** Narrows what the rule of places shows. */
const only = (table: string, condition: string) => `
drop policy if exists kangheng_only on "${table}";
create policy kangheng_only on "${table}" as restrictive for all to kangheng_app, kangheng_county using (${condition});`

/**
 * A dashboard is opened by its owner and by the roles it is shared with, at its place, above it and below it: what a county's leader shares is read in every township, what a
 * township shares in its villages and in the county. A subscription is seen by the subscriber alone, its deliveries likewise.
 */
export const dashboardPolicies = [
  readingPolicy(
    'dashboard',
    dashboard.id,
    `division in (select ancestor from place_ancestor where leaf = (select kangheng.scope_from()) collate "C")`,
  ),
  only('dashboard', `${OWN} or ${SHARED}`),
  only('dashboard_subscription', OWN),
  `
alter table "dashboard_delivery" enable row level security;
drop policy if exists kangheng_scope on "dashboard_delivery";
create policy kangheng_scope on "dashboard_delivery" for select to kangheng_app, kangheng_county
  using (subscription in (select id from dashboard_subscription));
revoke all on "dashboard_delivery" from kangheng_app, kangheng_county;
grant select on "dashboard_delivery" to kangheng_app, kangheng_county;`,
].join('\n')
