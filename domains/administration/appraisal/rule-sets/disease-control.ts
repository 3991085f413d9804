import { fact, GRADES, group, rate, type ShippedRuleSet } from './write.ts'

/** What a county’s centre is judged by nationally; its weights and baselines are the county’s own. */
const STANDARD = '疾病预防控制工作绩效评估标准（2012年版）县级指标；权重和基准由县级确定'
const LAW = '中华人民共和国传染病防治法（2025年修订）第四十五条、第四十九条'
const EVENTS = '中华人民共和国突发公共卫生事件应对法第三十条'
const SCHEDULE = '国家免疫规划疫苗儿童免疫程序及说明；国家基本公共卫生服务规范（第三版）'
const COLD_CHAIN = '疫苗储存和运输管理规范（2017年版）'
const NORM = '国家基本公共卫生服务规范（第三版）肺结核患者健康管理'
const RABIES = '狂犬病暴露预防处置工作规范（2023年版）'
const LOCAL = '疾病预防控制绩效考核办法（地方规定）'

/** The yearly appraisal of the centre for disease control: its county’s figures, and what assessors find. 100 points and 5 of bonus. */
export const diseaseControl: ShippedRuleSet = {
  title: { zh: '疾病预防控制绩效考核', en: 'Performance of disease control' },
  unitKind: 'cdc',
  rules: {
    grades: GRADES,
    items: [
      ...group('传染病报告与疫情管理', 'Reports of communicable disease', [
        rate(
          'report-timeliness',
          '传染病报告及时率',
          'Reports in time',
          'communicable-disease.report-timeliness',
          '98',
          '9',
          LAW,
        ),
        rate(
          'completeness',
          '传染病报告完整率',
          'Reports complete',
          'communicable-disease.completeness',
          '98',
          '6',
          STANDARD,
        ),
        rate(
          'review-timeliness',
          '传染病审核及时率',
          'Cards reviewed in time',
          'communicable-disease.review-timeliness',
          '98',
          '6',
          STANDARD,
        ),
        rate(
          'investigation',
          '24小时个案调查率',
          'Cases investigated within 24 hours',
          'communicable-disease.investigation-24h-rate',
          '90',
          '7',
          STANDARD,
        ),
        {
          // The year of a first appraisal may have had no cluster: nobody can close one that was not.
          ...rate(
            'clusters-closed',
            '聚集性疫情结案率',
            'Clusters closed',
            'communicable-disease.cluster-closing-rate',
            '100',
            '4',
            STANDARD,
          ),
          notApplicable: 'full',
        },
      ]),
      ...group('监测预警与应急处置', 'Early warning and emergencies', [
        {
          code: 'signals',
          title: { zh: '预警信号2小时核实', en: 'Signals verified within two hours' },
          full: '8',
          // −0.5 for each percentage point begun below 95.
          clauses: [
            {
              kind: 'deduct-steps',
              value: '[communicable-disease.signals-in-time]',
              baseline: '95',
              step: '1',
              points: '0.5',
              counts: 'started',
            },
          ],
          notApplicable: 'full',
          source: LOCAL,
        },
        {
          ...rate(
            'event-reports',
            '突发事件报告及时率',
            'Events reported in time',
            'emergency.report-timeliness',
            '100',
            '6',
            EVENTS,
          ),
          notApplicable: 'full',
        },
        {
          code: 'drills',
          title: { zh: '应急演练及整改', en: 'Drills, and what they led to' },
          full: '6',
          clauses: [
            { kind: 'each', count: '{drills}', points: '1.5', most: '3' },
            { kind: 'ratio', value: '{faults-mended}', baseline: '{faults-found}', points: '3' },
          ],
          appliesWhen: '{faults-found} > 0',
          notApplicable: 'rescale',
          facts: [
            fact('drills', '有评估报告的演练次数', 'Drills with an evaluation', '次'),
            fact('faults-found', '演练发现问题数', 'Faults that drills found', '个'),
            fact('faults-mended', '已整改问题数', 'Faults that were mended', '个'),
          ],
          source: LOCAL,
        },
      ]),
      ...group('免疫规划', 'Immunization', [
        {
          code: 'coverage',
          title: { zh: '国家免疫规划疫苗接种率', en: 'Coverage of the national schedule' },
          full: '10',
          clauses: [
            {
              kind: 'deduct-steps',
              value: '[immunization.coverage]',
              baseline: '90',
              step: '1',
              points: '0.5',
              most: '10',
            },
          ],
          source: SCHEDULE,
        },
        rate(
          'birth-dose',
          '乙肝疫苗首针及时率',
          'Birth dose of hepatitis B in time',
          'immunization.hepb-birth-dose',
          '90',
          '5',
          SCHEDULE,
        ),
        {
          code: 'cold-chain',
          title: { zh: '冷链管理', en: 'Cold chain' },
          full: '5',
          clauses: [{ kind: 'deduct-each', count: '{cold-chain-faults}', points: '1' }],
          facts: [fact('cold-chain-faults', '现场查出的冷链问题数', 'Faults of the cold chain found on site', '个')],
          source: COLD_CHAIN,
        },
      ]),
      ...group('重点疾病防治', 'Programmes', [
        {
          ...rate(
            'tuberculosis-management',
            '肺结核患者管理率',
            'Tuberculosis patients managed',
            'tuberculosis.management-rate',
            '90',
            '5',
            NORM,
          ),
          notApplicable: 'full',
        },
        {
          ...rate(
            'tuberculosis-success',
            '肺结核患者治疗成功率',
            'Tuberculosis treated with success',
            'tuberculosis.success-rate',
            '90',
            '4',
            STANDARD,
          ),
          notApplicable: 'full',
        },
        {
          ...rate(
            'rabies',
            'Ⅲ级暴露被动免疫制剂使用率',
            'Immunoglobulin after exposures of grade III',
            'rabies-exposure.immunoglobulin-rate',
            '95',
            '4',
            RABIES,
          ),
          notApplicable: 'full',
        },
      ]),
      ...group('实验室与技术指导', 'Laboratory and guidance', [
        {
          code: 'proficiency',
          title: { zh: '实验室能力验证合格', en: 'Proficiency tests passed' },
          full: '5',
          clauses: [{ kind: 'ratio', value: '{tests-passed}', baseline: '{tests-taken}', points: '5' }],
          appliesWhen: '{tests-taken} > 0',
          notApplicable: 'rescale',
          facts: [
            fact('tests-taken', '参加能力验证项次', 'Proficiency tests taken', '项次'),
            fact('tests-passed', '能力验证合格项次', 'Proficiency tests passed', '项次'),
          ],
          source: STANDARD,
        },
        {
          code: 'guidance',
          title: { zh: '对基层的技术指导', en: 'Guidance of the base' },
          full: '6',
          // Each township four times a year; papers of guidance for two points more.
          clauses: [
            { kind: 'ratio', value: '{guidance-visits}', baseline: '{guidance-due}', points: '4' },
            { kind: 'each', count: '{guidance-papers}', points: '0.05', most: '2' },
          ],
          facts: [
            fact('guidance-due', '应指导次数（每乡镇每季1次）', 'Visits due (each township once a quarter)', '次'),
            fact('guidance-visits', '实际指导次数', 'Visits of guidance', '次'),
            fact('guidance-papers', '指导记录份数', 'Papers of guidance', '份'),
          ],
          source: LOCAL,
        },
        {
          code: 'reports',
          title: { zh: '疫情分析和风险评估报告', en: 'Analyses and risk assessments' },
          full: '4',
          clauses: [{ kind: 'ratio', value: '{analyses}', baseline: '12', points: '4' }],
          facts: [fact('analyses', '疫情分析报告份数（每月1份）', 'Analyses (one a month)', '份')],
          source: STANDARD,
        },
      ]),
      ...group('加分', 'Bonus', [
        {
          code: 'commendations',
          bonus: true,
          title: { zh: '论文、表彰或经验推广', en: 'Papers, commendations, an example to others' },
          full: '5',
          clauses: [{ kind: 'each', count: '{commendations}', points: '1', most: '5' }],
          facts: [fact('commendations', '省级以上论文、表彰、推广数', 'Papers and commendations', '项')],
          source: LOCAL,
        },
      ]),
    ],
    vetoes: [
      {
        code: 'concealed',
        title: { zh: '隐瞒、谎报、缓报传染病疫情或突发事件', en: 'Disease or an event concealed' },
        when: '{concealed-events} > 0',
        most: '59',
        facts: [fact('concealed-events', '隐瞒、谎报、缓报起数', 'Concealed or reported late on purpose', '起')],
      },
    ],
  },
}
