import { fact, GRADES, group, rate, type ShippedRuleSet } from './write.ts'

const CONTRACTS = '关于推进家庭医生签约服务高质量发展的指导意见（国卫基层发〔2022〕10号）'
const LOCAL = '家庭医生团队考核办法（地方规定）'

/** The yearly appraisal of family doctor teams: figures of the villages a team answers for. */
export const doctorTeam: ShippedRuleSet = {
  title: { zh: '家庭医生团队考核', en: 'Family doctor teams' },
  unitKind: 'doctor-team',
  rules: {
    grades: GRADES,
    items: [
      ...group('签约', 'Contracts', [
        rate('coverage', '签约覆盖率', 'Contract coverage', 'family-doctor.coverage', '45', '15', CONTRACTS),
        rate(
          'key-coverage',
          '重点人群签约率',
          'Coverage of the key population',
          'family-doctor.key-coverage',
          '70',
          '20',
          CONTRACTS,
        ),
        rate('renewal', '续约率', 'Renewal', 'family-doctor.renewal-rate', '90', '10', LOCAL),
      ]),
      ...group('履约', 'Services', [
        rate('fulfilment', '履约率', 'Fulfilment', 'family-doctor.fulfilment-rate', '80', '25', LOCAL),
        rate(
          'hypertension',
          '高血压患者规范管理率',
          'Hypertension managed to the norm',
          'hypertension.standard-rate',
          '62',
          '15',
          '国家基本公共卫生服务规范（第三版）',
        ),
        rate(
          'diabetes',
          '2型糖尿病患者规范管理率',
          'Diabetes managed to the norm',
          'diabetes.standard-rate',
          '62',
          '10',
          '国家基本公共卫生服务规范（第三版）',
        ),
      ]),
      ...group('评价', 'Opinion', [
        {
          code: 'complaints',
          title: { zh: '有效投诉', en: 'Complaints that were justified' },
          full: '5',
          clauses: [{ kind: 'deduct-each', count: '{complaints}', points: '1' }],
          facts: [fact('complaints', '有效投诉件数', 'Justified complaints', '件')],
          source: LOCAL,
        },
      ]),
    ],
  },
}
