import { bureauLeader, bureauSection } from '@kangheng/domains/roles.ts'
import { readingPolicy } from '@kangheng/kernel/access/policies.ts'
import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { acceptFinding, dismissFinding, reopenFinding } from './decision-actions.ts'
import { mapWords, withdrawMapping } from './mapping-actions.ts'
import { figureDecision, figureMapping } from './records.ts'

const actions = [mapWords, withdrawMapping, acceptFinding, dismissFinding, reopenFinding]
const records = [figureMapping, figureDecision]

/** What the figure check remembers: what words mean in this county, and what was decided about findings. */
export const figureCheck = defineDomain({
  id: 'figure-check',
  wing: 'administration',
  title: { zh: '文稿核数', en: 'Figure check' },
  description: {
    zh: '文稿核数记下的口径对照和核数意见',
    en: 'What the check of written figures remembers: words for indicators, decisions on findings',
  },
  records,
  actions,
  grants: [grant(bureauSection, { may: actions, sees: records }), grant(bureauLeader, { may: actions, sees: records })],
})

/** What the county decided about words holds in its townships too. */
export const figureCheckPolicies = readingPolicy(
  'figure_mapping',
  figureMapping.id,
  `division = (select kangheng.county()) collate "C"`,
)
