import { fact, GRADES, group, rate, type ShippedRuleSet } from './write.ts'

/** Names of the measures; weights, baselines and steps are the county’s own. */
const STANDARD =
  '国务院办公厅关于加强三级公立医院绩效考核工作的意见（国办发〔2019〕4号）及二级公立医院绩效考核指标；权重和基准由县级确定'
const REPORTING = '中华人民共和国传染病防治法（2025年修订）第四十五条'
const RETURNS = '国家卫生健康统计调查制度'
const DISPUTES = '医疗纠纷预防和处理条例'
const LOCAL = '县级公立医院绩效考核办法（地方规定）'

/** The yearly appraisal of the county’s public hospitals: figures of their own monthly returns, and what assessors find. 100 points and 4 of bonus. */
export const hospital: ShippedRuleSet = {
  title: { zh: '县级公立医院绩效考核', en: 'Public hospitals of the county' },
  unitKind: 'county-hospital',
  rules: {
    grades: GRADES,
    items: [
      ...group('医疗质量与安全', 'Quality and safety', [
        {
          code: 'records',
          title: { zh: '病案甲级率', en: 'Medical records of the first grade' },
          full: '10',
          clauses: [{ kind: 'ratio', value: '{records-first}', baseline: '{records-read} * 0.9', points: '10' }],
          facts: [
            fact('records-read', '抽查病案份数', 'Records read', '份'),
            fact('records-first', '甲级病案份数', 'Records of the first grade', '份'),
          ],
          source: LOCAL,
        },
        {
          code: 'disputes',
          title: { zh: '承担责任的医疗纠纷', en: 'Disputes in which the hospital was at fault' },
          full: '8',
          clauses: [{ kind: 'deduct-each', count: '{disputes}', points: '2' }],
          facts: [fact('disputes', '承担责任的医疗纠纷件数', 'Disputes with fault', '件')],
          source: DISPUTES,
        },
        {
          code: 'prescriptions',
          title: { zh: '处方点评合格率', en: 'Prescriptions in order' },
          full: '8',
          // −1 for each two percentage points begun below 95.
          clauses: [
            {
              kind: 'deduct-steps',
              value: '{prescriptions-in-order} / {prescriptions-read} * 100',
              baseline: '95',
              step: '2',
              points: '1',
              counts: 'started',
            },
          ],
          facts: [
            fact('prescriptions-read', '点评处方张数', 'Prescriptions read', '张'),
            fact('prescriptions-in-order', '合格处方张数', 'Prescriptions in order', '张'),
          ],
          source: STANDARD,
        },
        {
          code: 'notifiable',
          title: { zh: '传染病漏报', en: 'Notifiable disease not reported' },
          full: '6',
          clauses: [{ kind: 'deduct-each', count: '{cards-missing}', points: '1' }],
          facts: [fact('cards-missing', '抽查发现漏报例数', 'Cases found that were not reported', '例')],
          source: REPORTING,
        },
      ]),
      ...group('运行效率', 'Running', [
        rate('bed-use', '病床使用率', 'Use of beds', 'statistical-returns.bed-use', '80', '8', STANDARD),
        {
          code: 'stay',
          title: { zh: '平均住院日', en: 'Mean stay' },
          full: '8',
          // −1 for each half day begun above eight days.
          clauses: [
            {
              kind: 'deduct-steps',
              value: '[statistical-returns.mean-stay]',
              baseline: '8',
              step: '0.5',
              points: '1',
              counts: 'started',
              better: 'lower',
            },
          ],
          source: STANDARD,
        },
        {
          code: 'drugs',
          title: { zh: '药占比', en: 'Share of drugs' },
          full: '8',
          clauses: [
            {
              kind: 'deduct-steps',
              value: '[statistical-returns.drug-share]',
              baseline: '30',
              step: '1',
              points: '1',
              better: 'lower',
            },
          ],
          source: LOCAL,
        },
        {
          code: 'outpatient-cost',
          title: { zh: '门诊次均费用增幅', en: 'Growth of the cost of a visit' },
          full: '7',
          // Growth above one tenth: −1 for each percentage point begun. No value of last year, no question.
          clauses: [
            {
              kind: 'deduct-steps',
              value: '[statistical-returns.cost-per-visit] / [statistical-returns.cost-per-visit@last-year] * 100',
              baseline: '110',
              step: '1',
              points: '1',
              counts: 'started',
              better: 'lower',
            },
          ],
          notApplicable: 'rescale',
          source: STANDARD,
        },
        {
          code: 'inpatient-cost',
          title: { zh: '住院次均费用增幅', en: 'Growth of the cost of a stay' },
          full: '7',
          clauses: [
            {
              kind: 'deduct-steps',
              value:
                '[statistical-returns.cost-per-discharge] / [statistical-returns.cost-per-discharge@last-year] * 100',
              baseline: '110',
              step: '1',
              points: '1',
              counts: 'started',
              better: 'lower',
            },
          ],
          notApplicable: 'rescale',
          source: STANDARD,
        },
      ]),
      ...group('统计与公共卫生任务', 'Returns and public health', [
        rate('returns', '统计报表及时率', 'Returns in time', 'statistical-returns.timeliness', '100', '8', RETURNS),
        {
          code: 'support',
          title: { zh: '对口支援乡镇卫生院', en: 'Support of township centres' },
          full: '7',
          clauses: [{ kind: 'ratio', value: '{support-days}', baseline: '{support-days-due}', points: '7' }],
          appliesWhen: '{support-days-due} > 0',
          notApplicable: 'rescale',
          facts: [
            fact('support-days-due', '应派驻人天', 'Days of support due', '人天'),
            fact('support-days', '实际派驻人天', 'Days of support', '人天'),
          ],
          source: LOCAL,
        },
      ]),
      ...group('满意度', 'Satisfaction', [
        {
          code: 'patients',
          title: { zh: '患者满意度', en: 'Satisfaction of patients' },
          full: '10',
          clauses: [{ kind: 'ratio', value: '{satisfied}', baseline: '90', points: '10' }],
          facts: [fact('satisfied', '患者满意度（%）', 'Satisfied (%)', '%')],
          source: STANDARD,
        },
        {
          code: 'staff',
          title: { zh: '医务人员满意度', en: 'Satisfaction of staff' },
          full: '5',
          clauses: [{ kind: 'ratio', value: '{staff-satisfied}', baseline: '85', points: '5' }],
          facts: [fact('staff-satisfied', '医务人员满意度（%）', 'Satisfied (%)', '%')],
          source: STANDARD,
        },
      ]),
      ...group('加分', 'Bonus', [
        {
          code: 'techniques',
          bonus: true,
          title: { zh: '新技术新项目', en: 'New techniques' },
          full: '4',
          clauses: [{ kind: 'each', count: '{techniques}', points: '0.5', most: '4' }],
          facts: [fact('techniques', '备案并开展的新技术项数', 'Techniques begun', '项')],
          source: LOCAL,
        },
      ]),
    ],
    vetoes: [
      {
        code: 'fraud',
        title: { zh: '查实的欺诈骗保', en: 'Insurance fraud that was proved' },
        when: '{frauds} > 0',
        most: '59',
        facts: [fact('frauds', '查实欺诈骗保起数', 'Frauds proved', '起')],
      },
    ],
  },
}
