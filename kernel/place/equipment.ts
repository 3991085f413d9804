import type { Text } from '../text/text.ts'

/** Equipment counted per institution; the key is what `institution.equipment` holds. */
const equipmentKinds = {
  ct: { zh: 'CT', en: 'CT scanner' },
  mri: { zh: '磁共振', en: 'MRI scanner' },
  'digital-x-ray': { zh: '数字X线机', en: 'Digital X-ray' },
  ultrasound: { zh: '彩超', en: 'Ultrasound' },
  ecg: { zh: '心电图机', en: 'ECG' },
  'biochemistry-analyser': { zh: '全自动生化分析仪', en: 'Biochemistry analyser' },
  'blood-counter': { zh: '血球计数仪', en: 'Blood cell counter' },
  'pcr-laboratory': { zh: 'PCR实验室', en: 'PCR laboratory' },
  ventilator: { zh: '呼吸机', en: 'Ventilator' },
  ambulance: { zh: '救护车', en: 'Ambulance' },
  'vaccine-refrigerator': { zh: '疫苗冷藏箱', en: 'Vaccine refrigerator' },
  'exam-all-in-one': { zh: '健康一体机', en: 'All-in-one health examination device' },
  'blood-pressure-monitor': { zh: '血压计', en: 'Blood pressure monitor' },
  'glucose-meter': { zh: '血糖仪', en: 'Glucose meter' },
} as const satisfies Record<string, Text>

/** A kind of equipment. */
export type EquipmentKind = keyof typeof equipmentKinds

/** How many of each an institution has. */
export type Equipment = Partial<Record<EquipmentKind, number>>

/** What a kind of equipment is called; an unknown one (entered by an administrator) by its own word. */
export function equipmentTitle(kind: string): Text {
  return Object.hasOwn(equipmentKinds, kind) ? equipmentKinds[kind as EquipmentKind] : { zh: kind, en: kind }
}
