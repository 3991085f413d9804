import { fact, GRADES, group, rate, type ShippedRuleSet } from './write.ts'

/** Baselines are national targets that are reset every year by notice: check them against the notice of the year. */
const TARGETS = '国家基本公共卫生服务项目年度绩效目标（2023—2025年，按年度通知调整）'
const NORM = '国家基本公共卫生服务规范（第三版）'
const LOCAL = '县级绩效考核办法（地方规定）'

/** The county's yearly appraisal of township centres for basic public health services: 100 points and 5 of bonus. */
export const townshipCentre: ShippedRuleSet = {
  title: { zh: '基本公共卫生服务项目绩效考核（乡镇卫生院）', en: 'Basic public health services: township centres' },
  unitKind: 'township-centre',
  rules: {
    grades: GRADES,
    items: [
      ...group('组织管理', 'Organisation', [
        {
          code: 'plan',
          title: { zh: '年度计划和总结齐全', en: 'Plan and report of the year on file' },
          full: '2',
          clauses: [
            { kind: 'met', when: '{plan} = 1', points: '1' },
            { kind: 'met', when: '{report} = 1', points: '1' },
          ],
          facts: [
            fact('plan', '有年度计划（有1无0）', 'Plan on file (1 or 0)'),
            fact('report', '有年度总结（有1无0）', 'Report on file (1 or 0)'),
          ],
          source: LOCAL,
        },
        {
          code: 'guidance',
          title: { zh: '对村卫生室的指导', en: 'Guidance of village clinics' },
          full: '4',
          // The two-part maximum: visits to three points, papers to one.
          clauses: [
            { kind: 'each', count: '{guidance-visits}', points: '0.25', most: '3' },
            { kind: 'each', count: '{guidance-papers}', points: '0.1', most: '1' },
          ],
          facts: [
            fact('guidance-visits', '指导次数', 'Visits of guidance', '次'),
            fact('guidance-papers', '指导记录份数', 'Papers of guidance', '份'),
          ],
          source: LOCAL,
        },
      ]),
      ...group('资金管理', 'Money', [
        {
          code: 'accounts',
          title: { zh: '专账管理、支出合规', en: 'Separate accounts, proper spending' },
          full: '8',
          clauses: [{ kind: 'deduct-each', count: '{improper-payments}', points: '1' }],
          facts: [fact('improper-payments', '不合规支出笔数', 'Improper payments', '笔')],
          source: '基本公共卫生服务补助资金管理办法',
        },
      ]),
      ...group('健康档案和健康教育', 'Records and health education', [
        rate(
          'record-coverage',
          '电子健康档案建档率',
          'Coverage of electronic records',
          'health-record.electronic-coverage',
          '90',
          '6',
          TARGETS,
        ),
        rate('record-use', '健康档案使用率', 'Use of records', 'health-record.use-rate', '62', '6', NORM),
        {
          code: 'education',
          title: { zh: '健康知识讲座和公众咨询', en: 'Lectures and public consultations' },
          full: '6',
          clauses: [
            { kind: 'ratio', value: '{lectures}', baseline: '12', points: '3' },
            { kind: 'ratio', value: '{consultations}', baseline: '9', points: '3' },
          ],
          facts: [
            fact('lectures', '讲座次数（每月不少于1次）', 'Lectures (one a month)', '次'),
            fact('consultations', '公众咨询次数（全年不少于9次）', 'Consultations (nine a year)', '次'),
          ],
          source: `${NORM} 健康教育`,
        },
      ]),
      ...group('预防接种', 'Immunization', [
        {
          code: 'vaccination',
          title: { zh: '国家免疫规划疫苗接种率', en: 'Coverage of the national schedule' },
          full: '10',
          // −0.5 for each complete percentage point below 90, five points at most.
          clauses: [
            {
              kind: 'deduct-steps',
              value: '[immunization.coverage]',
              baseline: '90',
              step: '1',
              points: '0.5',
              most: '5',
            },
          ],
          source: TARGETS,
        },
        rate(
          'birth-dose',
          '乙肝疫苗首针及时率',
          'Birth dose of hepatitis B in time',
          'immunization.hepb-birth-dose',
          '90',
          '4',
          TARGETS,
        ),
      ]),
      ...group('慢性病和老年人健康管理', 'Chronic disease and older people', [
        rate(
          'older-people',
          '老年人健康管理率',
          'Management of older people',
          'older-people.management-rate',
          '62',
          '10',
          TARGETS,
        ),
        rate(
          'hypertension-standard',
          '高血压患者规范管理率',
          'Hypertension managed to the norm',
          'hypertension.standard-rate',
          '62',
          '9',
          TARGETS,
        ),
        rate(
          'hypertension-control',
          '高血压患者血压控制率',
          'Blood pressure controlled',
          'hypertension.control-rate',
          '40',
          '4',
          LOCAL,
        ),
        rate(
          'diabetes-standard',
          '2型糖尿病患者规范管理率',
          'Diabetes managed to the norm',
          'diabetes.standard-rate',
          '62',
          '7',
          TARGETS,
        ),
        rate(
          'diabetes-control',
          '糖尿病患者血糖控制率',
          'Glucose controlled',
          'diabetes.control-rate',
          '40',
          '3',
          LOCAL,
        ),
        {
          code: 'genuine-records',
          title: { zh: '高血压随访记录真实规范', en: 'Follow-up records genuine and complete' },
          full: '6',
          clauses: [{ kind: 'samples', points: '6' }],
          sample: {
            record: 'hypertension.patient',
            size: 5,
            question: {
              zh: '电话核实随访是否真实，查看随访表是否完整',
              en: 'By telephone: did the visits take place? Are the forms complete?',
            },
          },
          source: LOCAL,
        },
      ]),
      ...group('传染病报告和卫生监督协管', 'Reporting and supervision', [
        {
          code: 'reporting',
          title: { zh: '传染病报告及时率', en: 'Cases reported in time' },
          full: '5',
          clauses: [
            {
              kind: 'deduct-steps',
              value: '[communicable-disease.report-timeliness]',
              baseline: '95',
              step: '5',
              points: '0.5',
              counts: 'started',
            },
          ],
          // No case in the year: nothing to report late.
          notApplicable: 'full',
          source: `${TARGETS}；传染病防治法`,
        },
        {
          code: 'supervision',
          title: { zh: '卫生监督协管巡查（5类各2次）', en: 'Inspections: five kinds, each twice a year' },
          full: '4',
          clauses: [{ kind: 'deduct-each', count: '{missing-inspections}', points: '0.4' }],
          facts: [fact('missing-inspections', '缺少的巡查次数', 'Inspections missing', '次')],
          source: `${NORM} 卫生监督协管`,
        },
      ]),
      ...group('满意度', 'Satisfaction', [
        {
          code: 'satisfaction',
          title: { zh: '服务对象满意度', en: 'Satisfaction of residents' },
          full: '6',
          clauses: [{ kind: 'ratio', value: '{satisfied}', baseline: '90', points: '6' }],
          facts: [fact('satisfied', '满意度调查结果', 'Share of the satisfied', '%')],
          source: LOCAL,
        },
      ]),
      ...group('加分', 'Bonus', [
        {
          code: 'leads',
          bonus: true,
          title: { zh: '上报协管线索', en: 'Leads reported' },
          full: '5',
          clauses: [
            { kind: 'each', count: '{leads}', points: '0.2', most: '2' },
            { kind: 'each', count: '{valuable-leads}', points: '0.5', most: '5' },
          ],
          facts: [
            fact('leads', '上报线索数', 'Leads reported', '条'),
            fact('valuable-leads', '查实的线索数', 'Leads that proved true', '条'),
          ],
          source: LOCAL,
        },
      ]),
    ],
    vetoes: [
      {
        code: 'concealed',
        title: { zh: '瞒报、漏报突发公共卫生事件', en: 'A public health event concealed' },
        when: '{concealed-events} > 0',
        most: '59',
        facts: [fact('concealed-events', '瞒报、漏报事件数', 'Events concealed', '起')],
      },
    ],
  },
}
