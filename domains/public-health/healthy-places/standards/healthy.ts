import { part, type ShippedStandard } from './write.ts'

const SOURCE = '全国爱卫办健康村镇、健康单位、健康家庭建设规范的要点；分值和达标分为地方规定，使用前与当年文件核对'

export const healthy = {
  'healthy-village': {
    title: { zh: '健康村', en: 'Healthy village' },
    ...{ kind: 'healthy-village', level: 'county', source: SOURCE, passFrom: 80, validYears: 3 },
    items: [
      ...part(1, '健康环境', [
        ['村庄整洁，垃圾污水得到治理，绿化良好', 15],
        ['卫生厕所普及，饮用水安全', 15],
      ]),
      ...part(2, '健康服务', [
        ['村卫生室达标，家庭医生签约重点人群应签尽签', 15],
        ['老年人、慢性病、妇幼等基本公共卫生服务落实', 15],
      ]),
      ...part(3, '健康人群', [
        ['有健身场地和健康活动，居民健康素养逐年提高', 15],
        ['公共场所无烟，村民不良生活习惯减少', 10],
      ]),
      ...part(4, '健康文化', [['村规民约有健康内容，有健康宣传栏和健康带头人', 15]]),
    ],
  },
  'healthy-unit': {
    title: { zh: '健康单位', en: 'Healthy unit' },
    ...{ kind: 'healthy-unit', level: 'county', source: SOURCE, passFrom: 80, validYears: 3 },
    items: [
      ...part(1, '管理制度', [['健康单位建设纳入工作计划，有专人负责', 15]]),
      ...part(2, '健康环境', [
        ['!建成无烟单位，室内全面禁烟', 20],
        ['办公、生产环境整洁，通风采光和职业防护符合要求', 15],
      ]),
      ...part(3, '健康服务', [
        ['每年组织职工体检，建立健康档案，结果有干预', 20],
        ['有急救箱和经过培训的人员，关注心理健康', 15],
      ]),
      ...part(4, '健康文化', [['工间操、健步走等活动经常开展，食堂提倡三减', 15]]),
    ],
  },
  'healthy-household': {
    title: { zh: '健康家庭', en: 'Healthy household' },
    ...{ kind: 'healthy-household', level: 'county', source: SOURCE, passFrom: 80, validYears: 2 },
    items: [
      ...part(1, '健康环境', [['居室和庭院整洁，厕所卫生，垃圾分类', 25]]),
      ...part(2, '健康行为', [
        ['家庭成员不在室内吸烟，合理膳食，经常锻炼', 30],
        ['知晓基本健康知识，会测量血压、体温', 15],
      ]),
      ...part(3, '健康服务', [['与家庭医生签约，按时体检、接种和随访', 20]]),
      ...part(4, '家庭和睦', [['家庭和睦，邻里互助', 10]]),
    ],
  },
} as const satisfies Readonly<Record<string, ShippedStandard>>
