import { defineRole } from '@kangheng/kernel/access/actor.ts'

/** Who uses the house (see docs/handbook). A role's verbs on records are granted by each line of business in its index.ts. */
export const villageDoctor = defineRole({
  id: 'village-doctor',
  title: { zh: '村医', en: 'Village doctor' },
  description: { zh: '在村卫生室签约、随访、建档', en: 'Contracts, follows up and keeps records at a village clinic' },
  unmasked: true,
  rights: ['see-figures', 'see-persons', 'work-offline'],
})

export const townshipCentre = defineRole({
  id: 'township-centre',
  title: { zh: '乡镇卫生院', en: 'Township health centre' },
  description: {
    zh: '管理本乡镇的居民、档案、签约和月报',
    en: 'Manages residents, records, contracts and monthly forms of a township',
  },
  unmasked: true,
  rights: ['see-figures', 'see-persons', 'import', 'export', 'merge-persons'],
})

export const countyInstitution = defineRole({
  id: 'county-institution',
  title: { zh: '县级医疗卫生机构', en: 'County institution' },
  description: {
    zh: '县医院、妇幼保健院、疾控中心等：查阅和补充居民服务',
    en: 'County hospital, MCH, CDC and others: reads and adds to residents’ services',
  },
  unmasked: true,
  rights: ['see-figures', 'see-persons'],
})

export const diseaseControl = defineRole({
  id: 'disease-control',
  title: { zh: '疾控中心传染病防治岗', en: 'Disease control' },
  description: {
    zh: '审核传染病报告卡，核实和处置预警信号；艾滋病、性病报告卡仅此岗位可见',
    en: 'Reviews report cards, verifies signals; the one role that sees cards of HIV and sexually transmitted diseases',
  },
  unmasked: true,
  rights: ['see-figures', 'see-persons', 'export'],
})

export const mentalHealthOfficer = defineRole({
  id: 'mental-health-officer',
  title: { zh: '精防专干', en: 'Mental health officer' },
  description: {
    zh: '县、乡两级管理严重精神障碍患者；除本岗位和患者所在村的村医外，他人不可见',
    en: 'Manages patients with severe mental disorder for the county or a township; beside the patient’s village doctor the one role that sees them',
  },
  unmasked: true,
  rights: ['see-figures', 'see-persons'],
})

export const patrioticHealthOfficer = defineRole({
  id: 'patriotic-health-officer',
  title: { zh: '爱卫办专干', en: 'Patriotic health officer' },
  description: {
    zh: '县、乡两级办理卫生城镇和健康村镇创建、病媒监测、环境整治、改厕改水、网格巡查，不见居民档案',
    en: 'Runs health campaigns, vector surveys, clean-ups, toilets and water, and patrols for the county or a township; sees no resident’s file',
  },
  unmasked: false,
  // Not to import: whoever may, sees the registers of residents that others have brought in.
  rights: ['see-figures', 'export'],
})

export const bureauSection = defineRole({
  id: 'bureau-section',
  title: { zh: '局机关股室', en: 'Bureau section' },
  description: {
    zh: '下达目标、编制通报、考核、起草总结',
    en: 'Sets targets, writes the bulletin, appraises, drafts the summary',
  },
  unmasked: false,
  rights: [
    'see-figures',
    'see-persons',
    'import',
    'export',
    'set-targets',
    'close-periods',
    'write-bulletin',
    'write-summary',
    'merge-persons',
  ],
})

export const bureauLeader = defineRole({
  id: 'bureau-leader',
  title: { zh: '局领导', en: 'Bureau leader' },
  description: {
    zh: '看全县进度、预警和排名，签发通报和总结',
    en: 'Sees where the county stands; issues bulletins and signs the summary',
  },
  unmasked: false,
  rights: ['see-figures', 'export', 'write-bulletin', 'write-summary', 'sign-summary'],
})

export const resident = defineRole({
  id: 'resident',
  title: { zh: '居民', en: 'Resident' },
  description: { zh: '查看本人档案、签约和查阅记录', en: 'Sees the own record, contract and who read them' },
  unmasked: true,
  rights: ['see-own-person'],
})

export const upperLevel = defineRole({
  id: 'upper-level',
  title: { zh: '上级部门', en: 'Level above' },
  description: {
    zh: '查看全县、全市汇总数据，不见个人',
    en: 'Sees aggregates of the county or the city, never persons',
  },
  unmasked: false,
  aboveCounties: true,
  rights: ['see-figures', 'export'],
})

export const administrator = defineRole({
  id: 'administrator',
  title: { zh: '系统管理员', en: 'Administrator' },
  description: {
    zh: '管理账号、字段、指标和日志，不经办业务',
    en: 'Manages accounts, fields, indicators and the journal; runs no business',
  },
  unmasked: false,
  aboveCounties: true,
  rights: ['see-figures', 'manage-accounts', 'configure', 'see-journal', 'import'],
})

/** All roles of the house. */
export const roles = [
  villageDoctor,
  townshipCentre,
  countyInstitution,
  diseaseControl,
  mentalHealthOfficer,
  patrioticHealthOfficer,
  bureauSection,
  bureauLeader,
  resident,
  upperLevel,
  administrator,
] as const
