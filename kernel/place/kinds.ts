import type { Text } from '../text/text.ts'

/** Classes of institutions, with the class letter of WS 218 (health institution classification) where there is one. */
export const institutionKinds = {
  'county-hospital': { title: { zh: '县级综合医院', en: 'County general hospital' }, letter: 'A', level: 'county' },
  'tcm-hospital': {
    title: { zh: '中医医院', en: 'Hospital of traditional Chinese medicine' },
    letter: 'A',
    level: 'county',
  },
  'specialist-hospital': { title: { zh: '专科医院', en: 'Specialist hospital' }, letter: 'A', level: 'county' },
  'maternal-child': {
    title: { zh: '妇幼保健院', en: 'Maternal and child health hospital' },
    letter: 'G',
    level: 'county',
  },
  cdc: { title: { zh: '疾病预防控制中心', en: 'Centre for disease control' }, letter: 'J', level: 'county' },
  supervision: { title: { zh: '卫生监督所', en: 'Health supervision institute' }, letter: 'K', level: 'county' },
  'emergency-centre': { title: { zh: '急救中心（站）', en: 'Emergency centre' }, letter: 'E', level: 'county' },
  'blood-station': {
    title: { zh: '血站（采血点）', en: 'Blood station or collection point' },
    letter: 'F',
    level: 'county',
  },
  'community-centre': {
    title: { zh: '社区卫生服务中心', en: 'Community health centre' },
    letter: 'B',
    level: 'township',
  },
  'township-centre': { title: { zh: '乡镇卫生院', en: 'Township health centre' }, letter: 'C', level: 'township' },
  'community-station': {
    title: { zh: '社区卫生服务站', en: 'Community health station' },
    letter: 'B',
    level: 'village',
  },
  'village-clinic': { title: { zh: '村卫生室', en: 'Village clinic' }, letter: 'D', level: 'village' },
  clinic: { title: { zh: '诊所', en: 'Clinic' }, letter: 'D', level: 'village' },
} as const satisfies Record<string, { title: Text; letter: string; level: 'county' | 'township' | 'village' }>

/** The class of an institution. */
export type InstitutionKind = keyof typeof institutionKinds

/** The class's title; an unknown class (from an older installation) is shown by its own code. */
export function institutionKindTitle(kind: string): Text {
  return Object.hasOwn(institutionKinds, kind)
    ? institutionKinds[kind as InstitutionKind].title
    : { zh: kind, en: kind }
}
