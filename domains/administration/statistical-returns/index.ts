import { defineDomain, grant } from '@kangheng/kernel/domain/define-domain.ts'
import { resident } from '../../population/resident/index.ts'
import { bureauLeader, bureauSection, countyInstitution, townshipCentre, upperLevel } from '../../roles.ts'
import { enterBaseline, withdrawBaseline } from './baseline-actions.ts'
import { draftForm, issueForm, newEdition, setCheck, setRow } from './form-actions.ts'
import { indicators } from './indicators.ts'
import { baseline, form, statisticalReturn, version } from './records.ts'
import { quality } from './quality.ts'
import { paragraphs } from './report.ts'
import {
  approveReturn,
  freezePeriod,
  openDue,
  openReturns,
  reviewReturn,
  saveReturn,
  sendBack,
  submitReturn,
  unfreeze,
} from './return-actions.ts'
import { tasks } from './tasks.ts'

const formWork = [draftForm, newEdition, setRow, setCheck, issueForm]
const unitWork = [saveReturn, submitReturn]
const countyWork = [openReturns, openDue, reviewReturn, approveReturn, sendBack, freezePeriod]
const baselineWork = [enterBaseline, withdrawBaseline]
const own = [form, statisticalReturn, version, baseline]

/** Statistical returns: units fill in the forms of the month and the year; checked, reviewed, approved and frozen, they are the figures of work and money. */
export const statisticalReturns = defineDomain({
  id: 'statistical-returns',
  wing: 'administration',
  title: { zh: '统计报表', en: 'Statistical returns' },
  description: {
    zh: '乡镇卫生院月报、医院月报、卫生资源年报：布置、填报、审核、批准、锁定和上报',
    en: 'Monthly returns of centres and hospitals, yearly return of resources: opened, filled in, checked, approved, sent upward',
  },
  needs: [resident],
  records: own,
  actions: [...formWork, ...unitWork, ...countyWork, unfreeze, ...baselineWork],
  tasks,
  indicators,
  paragraphs,
  quality,
  daily: [{ action: openDue, as: bureauSection }],
  grants: [
    grant(townshipCentre, { may: unitWork, sees: own }),
    grant(countyInstitution, { may: unitWork, sees: own }),
    grant(bureauSection, { may: [...formWork, ...countyWork, ...baselineWork], sees: own }),
    grant(bureauLeader, { may: [approveReturn, sendBack, unfreeze], sees: own }),
    grant(upperLevel, { sees: [form, statisticalReturn] }),
  ],
})

export { statisticalReturnsPolicies } from './policies.ts'
export { changesBetween, listForms, readBoard, readReturn, readSheet } from './read.ts'
export { readReturnWorkbook, returnWorkbook, sheetWorkbook, type WorkbookHead } from './exchange/workbook.ts'
export { dhis2DataValueSet, sdmxMessage, upwardJson, upwardRows } from './exchange/upward.ts'
