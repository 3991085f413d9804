import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { bureauLeader, bureauSection, countyInstitution, patrioticHealthOfficer, townshipCentre } from '../../roles.ts'
import { targetLetters } from '../target-letters/index.ts'
import { confirmDone, putOff, reportDone, sendBack, tellProgress, withdrawMatter } from './course-actions.ts'
import { indicators } from './indicators.ts'
import { matter, meeting, note } from './records.ts'
import { paragraphs } from './report.ts'
import { decideMatter, holdMeeting, photos, receiveDocument, setKeyTask } from './set-actions.ts'
import { tasks } from './tasks.ts'

const [photoOfMeeting, photoOfMatter] = photos
const setting = [holdMeeting, photoOfMeeting, decideMatter, receiveDocument, setKeyTask]
const doing = [tellProgress, reportDone, photoOfMatter]
const judging = [confirmDone, sendBack, putOff, withdrawMatter]
const followed = [matter, note]

/** Section work: what meetings decided, documents ask for and key tasks demand, each with owner, day, progress and evidence, as far as targets need it. */
export const sectionWork = defineDomain({
  id: 'section-work',
  wing: 'administration',
  title: { zh: '股室工作', en: 'Section work' },
  description: {
    zh: '会议议定事项、公文交办、重点工作：责任单位、时限、进展、凭据，由交办股室确认，办结凭据报到目标责任书',
    en: 'What meetings decided, documents ask for and key tasks demand: owner, day, progress, evidence, confirmed by the section that set it and reported to the target letter',
  },
  needs: [resident, targetLetters],
  records: [meeting, ...followed],
  actions: [...setting, ...doing, ...judging],
  tasks,
  indicators,
  paragraphs,
  grants: [
    grant(bureauSection, { may: [...setting, ...doing, ...judging], sees: [meeting, ...followed] }),
    grant(bureauLeader, { may: [putOff, withdrawMatter], sees: [meeting, ...followed] }),
    grant(patrioticHealthOfficer, { may: [setKeyTask, ...doing, ...judging], sees: followed }),
    grant(townshipCentre, { may: doing, sees: followed }),
    grant(countyInstitution, { may: doing, sees: followed }),
  ],
})

export { matter, note } from './records.ts'
export { matters } from './tables.ts'
