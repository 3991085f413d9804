import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { bureauLeader, bureauSection, townshipCentre, upperLevel } from '../../roles.ts'
import { appraisal } from '../appraisal/index.ts'
import {
  answerStanding,
  commentReview,
  computeReview,
  discardReview,
  draftAward,
  issueAward,
  publishReview,
  retireAward,
} from './actions.ts'
import { indicators } from './indicators.ts'
import { award, review, standing } from './records.ts'
import { paragraphs } from './report.ts'
import { tasks } from './tasks.ts'

const reviewing = [draftAward, computeReview, commentReview, discardReview]
const leading = [issueAward, retireAward, publishReview]
const all = [award, review, standing]

/** The travelling red flag: townships are ranked every quarter by a rule set of the appraisal; who lags is named with the reasons only. */
export const redFlag = defineDomain({
  id: 'red-flag',
  wing: 'administration',
  title: { zh: '流动红旗和季度讲评', en: 'Red flag and quarterly review' },
  description: {
    zh: '按考核细则每季度给乡镇排名、授流动红旗、讲评；落后的须有失分原因，涉及生育的指标不得用',
    en: 'Townships ranked every quarter by a rule set, a travelling flag, a comment; who lags with reasons; never by births',
  },
  needs: [resident, appraisal],
  records: all,
  actions: [...reviewing, ...leading, answerStanding],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(bureauSection, { may: reviewing, sees: all }),
    grant(bureauLeader, { may: [...leading, commentReview], sees: all }),
    grant(townshipCentre, { may: [answerStanding], sees: all }),
    grant(upperLevel, { sees: all }),
  ],
})

export { redFlagPolicies } from './policies.ts'
