import type { ReportSection } from '@kangheng/kernel/wording/paragraph.ts'

/** The outline of bulletin and annual summary: each part is drafted by the bureau section (股室) that answers for it. */
export const population: ReportSection = {
  id: 'population',
  title: { zh: '人口与家庭发展', en: 'Population and families' },
  owner: { zh: '人口监测与家庭发展股', en: 'Population and family section' },
  order: 10,
}

export const primaryCare: ReportSection = {
  id: 'primary-care',
  title: { zh: '基层卫生与基本公共卫生服务', en: 'Primary care and basic public health' },
  owner: { zh: '基层卫生健康股', en: 'Primary care section' },
  order: 20,
}

export const familyDoctor: ReportSection = {
  id: 'family-doctor',
  title: { zh: '家庭医生签约服务', en: 'Family doctor contracts' },
  owner: { zh: '基层卫生健康股', en: 'Primary care section' },
  order: 30,
}

export const chronicDisease: ReportSection = {
  id: 'chronic-disease',
  title: { zh: '慢性病和老年人健康管理', en: 'Chronic disease and older people' },
  owner: { zh: '基层卫生健康股', en: 'Primary care section' },
  order: 32,
}

export const motherAndChild: ReportSection = {
  id: 'mother-and-child',
  title: { zh: '妇幼健康', en: 'Mothers and children' },
  owner: { zh: '妇幼健康股', en: 'Maternal and child health section' },
  order: 34,
}

export const immunization: ReportSection = {
  id: 'immunization',
  title: { zh: '预防接种', en: 'Immunization' },
  owner: { zh: '疾病预防控制股', en: 'Disease control section' },
  order: 35,
}

export const diseaseControl: ReportSection = {
  id: 'disease-control',
  title: { zh: '疾病预防控制', en: 'Disease prevention and control' },
  owner: { zh: '疾病预防控制股', en: 'Disease control section' },
  order: 36,
}

export const emergency: ReportSection = {
  id: 'emergency',
  title: { zh: '卫生应急', en: 'Emergency command' },
  owner: { zh: '卫生应急办公室', en: 'Emergency office' },
  order: 38,
}

export const povertyRelief: ReportSection = {
  id: 'poverty-relief',
  title: { zh: '巩固健康扶贫成果', en: 'Health in the relief of poverty' },
  owner: { zh: '健康扶贫办公室', en: 'Health poverty-relief office' },
  order: 40,
}

export const medicalServices: ReportSection = {
  id: 'medical-services',
  title: { zh: '医疗服务和医疗费用', en: 'Medical services and their cost' },
  owner: { zh: '规划信息与财务股', en: 'Planning, information and finance section' },
  order: 37,
}

export const patrioticHealth: ReportSection = {
  id: 'patriotic-health',
  title: { zh: '爱国卫生和健康城镇', en: 'Patriotic health and healthy places' },
  owner: { zh: '爱国卫生运动委员会办公室', en: 'Patriotic health office' },
  order: 39,
}

export const management: ReportSection = {
  id: 'management',
  title: { zh: '目标管理和督查落实', en: 'Targets and what was set' },
  owner: { zh: '局办公室', en: 'Bureau office' },
  order: 50,
}
