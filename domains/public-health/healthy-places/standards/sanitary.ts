import { part, type ShippedStandard } from './write.ts'

const NATIONAL = '国家卫生乡镇标准（全国爱卫会2021年版）的章节，要点为概括；分值和达标分为地方规定，使用前与文件核对'
const LOCAL = '地方卫生村、卫生单位评审办法（LOCAL），使用前与本省文件核对'

/** Parts as in the national standard of townships; words are a summary, points are local. */
const township = [
  ...part(1, '爱国卫生组织管理', [
    ['党委政府把创建列入议事日程，有规划、有经费、有专人', 5],
    ['爱卫机构健全，建立卫生检查评比和公众投诉处理制度', 5],
  ]),
  ...part(2, '健康教育和健康促进', [
    ['健康教育网络健全，学校、医院、社区、村按要求开展健康教育', 6],
    ['室内公共场所和工作场所禁止吸烟，无烟党政机关、学校、医疗机构建成', 6],
  ]),
  ...part(3, '镇容镇貌和环境卫生', [
    ['主次街道整洁，无乱堆乱放、乱搭乱建、乱贴乱画、占道经营', 8],
    ['!生活垃圾、粪便及时收集转运和无害化处理，无暴露垃圾和卫生死角', 8],
    ['公共厕所数量合理，清洁无异味，免费开放', 5],
    ['农贸市场功能分区合理，环境整洁，活禽区域管理规范', 5],
  ]),
  ...part(4, '生态环境', [
    ['!近三年无较大及以上环境污染和生态破坏事件', 5],
    ['生活污水有收集处理设施，河道沟渠无黑臭水体', 5],
  ]),
  ...part(5, '重点场所卫生', [
    ['小理发店、小旅馆、小浴室等证照齐全，消毒设施到位', 6],
    ['学校、托幼机构教室、食堂、饮水、厕所符合卫生要求，落实传染病防控', 6],
  ]),
  ...part(6, '食品和生活饮用水安全', [
    ['!近三年无重大食品安全事故', 5],
    ['小餐饮店、小作坊、小摊点管理规范，餐具消毒', 5],
    ['集中式供水水质达标，水源卫生防护符合要求', 6],
  ]),
  ...part(7, '疾病防控与医疗卫生服务', [
    ['!近三年无甲、乙类传染病重大疫情责任事件', 4],
    ['病媒生物密度控制水平达到国家标准C级要求，防蝇防鼠设施合格', 6],
    ['预防接种和基本公共卫生服务规范，卫生院和村卫生室达到要求', 4],
  ]),
]

export const sanitary = {
  'national-township': {
    title: { zh: '国家卫生乡镇', en: 'National sanitary township' },
    ...{ kind: 'sanitary-township', level: 'national', source: NATIONAL, passFrom: 85, validYears: 3 },
    requires: 'provincial',
    items: township,
  },
  'provincial-township': {
    title: { zh: '省级卫生乡镇', en: 'Provincial sanitary township' },
    ...{ kind: 'sanitary-township', level: 'provincial', source: NATIONAL, passFrom: 80, validYears: 3 },
    items: township,
  },
  'provincial-village': {
    title: { zh: '省级卫生村', en: 'Provincial sanitary village' },
    ...{ kind: 'sanitary-village', level: 'provincial', source: LOCAL, passFrom: 80, validYears: 3 },
    items: [
      ...part(1, '组织管理', [
        ['村“两委”有专人负责，卫生公约上墙，每周组织清扫', 10],
        ['门前三包落实，有保洁员和保洁经费', 8],
      ]),
      ...part(2, '环境卫生', [
        ['!村庄无暴露垃圾，生活垃圾集中收运', 14],
        ['沟渠畅通，污水不横流，畜禽圈养、粪污清理', 10],
        ['庭院和公共场所整洁，柴草农具堆放整齐', 8],
      ]),
      ...part(3, '厕所和饮水', [
        ['卫生厕所普及率达到当年省定标准，粪污无害化处理', 14],
        ['!饮用水安全，集中供水有消毒', 12],
      ]),
      ...part(4, '健康教育和疾病防控', [
        ['有健康教育宣传栏，每两月更换，村民知晓基本卫生知识', 8],
        ['村卫生室规范服务，预防接种和慢性病管理到位', 8],
        ['孳生地清理和除四害经常开展', 8],
      ]),
    ],
  },
  'county-unit': {
    title: { zh: '县级卫生单位', en: 'Sanitary unit of the county' },
    ...{ kind: 'sanitary-unit', level: 'county', source: LOCAL, passFrom: 85, validYears: 3 },
    items: [
      ...part(1, '组织管理', [
        ['有分管领导和专（兼）职人员，卫生制度健全', 10],
        ['每周开展卫生检查，有记录', 10],
      ]),
      ...part(2, '环境卫生', [
        ['办公区、院落整洁，责任区无垃圾和杂物', 20],
        ['厕所清洁无异味，有洗手设施', 15],
        ['!垃圾分类收集，无卫生死角', 10],
      ]),
      ...part(3, '控烟和健康教育', [
        ['室内全面禁烟，有标识和劝阻制度', 15],
        ['有健康教育宣传栏和活动', 10],
      ]),
      ...part(4, '食堂和病媒防制', [['食堂卫生合格，防蝇防鼠设施完善，孳生地清除', 10]]),
    ],
  },
} as const satisfies Readonly<Record<string, ShippedStandard>>
