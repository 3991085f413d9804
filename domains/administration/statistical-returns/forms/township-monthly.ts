import type { Layout } from '../layout.ts'
import { inpatientChecks, inpatients, money, moneyChecks } from './service.ts'
import { entered, figure, list, must, reckoned } from './write.ts'

const visits = list('visits', '门诊服务', 'Outpatients', [
  reckoned('visits', '总诊疗人次', 'Visits', 'visits', '{outpatient} + {emergency} + {home-visits} + {other-visits}'),
  entered('outpatient', '门诊人次', 'Outpatient visits', 'visits', 1),
  entered('outpatient-tcm', '其中：中医门诊人次', 'of which traditional medicine', 'visits', 2),
  entered('emergency', '急诊人次', 'Emergency visits', 'visits', 1),
  entered('home-visits', '出诊和家庭卫生服务人次', 'Home visits', 'visits', 1),
  entered('other-visits', '其他诊疗人次', 'Other visits', 'visits', 1),
  entered('appointments', '预约诊疗人次', 'Visits by appointment', 'visits'),
  entered('signed-visits', '签约居民就诊人次', 'Visits of signed residents', 'visits'),
  entered('referred-up', '向上级医院转诊人次', 'Referred upward', 'visits'),
  entered('referred-down', '上级医院下转接收人次', 'Received back', 'visits'),
  entered('check-ups', '健康检查人次', 'Health check-ups', 'visits'),
  entered('prescriptions', '门诊处方数', 'Prescriptions', 'count'),
  entered('prescriptions-antibacterial', '其中：使用抗菌药物', 'of which antibacterials', 'count', 1),
  entered('prescriptions-injection', '其中：使用注射剂', 'of which injections', 'count', 1),
  entered('prescriptions-tcm', '其中：中医处方', 'of which traditional medicine', 'count', 1),
])

const medicines = list('medicines', '药品使用', 'Medicines', [
  entered('essential-drugs', '基本药物使用金额', 'Essential medicines', 'yuan'),
  entered('all-drugs', '全部药品使用金额', 'All medicines', 'yuan'),
  entered('platform-purchases', '省平台采购金额', 'Bought on the platform', 'yuan'),
  entered('all-purchases', '药品采购总额', 'All purchases', 'yuan'),
  reckoned(
    'essential-share',
    '基药使用占比',
    'Share of essential medicines',
    'percent',
    '{essential-drugs} / {all-drugs} * 100',
    2,
  ),
  reckoned(
    'platform-share',
    '网采率',
    'Bought on the platform',
    'percent',
    '{platform-purchases} / {all-purchases} * 100',
    2,
  ),
])

const staff = list('staff', '人员', 'Staff', [
  entered('staff', '在岗职工数', 'Staff', 'people'),
  entered('doctors', '其中：执业（助理）医师', 'of which doctors', 'people', 1),
  entered('nurses', '其中：注册护士', 'of which nurses', 'people', 1),
])

const publicHealth = list('public-health', '辖区服务（系统取数）', 'The township (from the figures)', [
  figure('residents', '常住人口', 'Residents', 'people', 'resident.usual-population'),
  figure('signed', '家庭医生签约人数', 'Signed residents', 'people', 'family-doctor.signed'),
  figure('signed-services', '签约服务人次', 'Services to signed residents', 'services', 'family-doctor.services'),
  figure('health-records', '居民健康档案份数', 'Health records', 'files', 'health-record.records'),
])

/**
 * The monthly workload of township and community centres, 59 columns by unit. Columns: the workload and finance table of a county in use (domain notes § 10), the
 * monthly form of other units (卫健统1-10), and four numbers the house has itself.
 */
export const townshipMonthly: Layout = {
  parts: [visits, inpatients, money, medicines, staff, publicHealth],
  checks: [
    must(
      'tcm-of-outpatient',
      '中医门诊人次不大于门诊人次',
      'Traditional medicine is part',
      '{outpatient-tcm} <= {outpatient}',
    ),
    must(
      'appointments-of-visits',
      '预约诊疗人次不大于总诊疗人次',
      'Appointments are part',
      '{appointments} <= {visits}',
    ),
    must(
      'signed-of-visits',
      '签约居民就诊人次不大于总诊疗人次',
      'Signed residents are part',
      '{signed-visits} <= {visits}',
    ),
    must(
      'antibacterial-of-prescriptions',
      '抗菌药物处方数不大于处方数',
      'Antibacterials are part',
      '{prescriptions-antibacterial} <= {prescriptions}',
    ),
    must(
      'injection-of-prescriptions',
      '注射剂处方数不大于处方数',
      'Injections are part',
      '{prescriptions-injection} <= {prescriptions}',
    ),
    must(
      'essential-of-drugs',
      '基本药物金额不大于全部药品金额',
      'Essential medicines are part',
      '{essential-drugs} <= {all-drugs}',
    ),
    must(
      'platform-of-purchases',
      '平台采购金额不大于采购总额',
      'The platform is part',
      '{platform-purchases} <= {all-purchases}',
    ),
    must(
      'staff-parts',
      '医师与护士之和不大于职工数',
      'Doctors and nurses are staff',
      '{doctors} + {nurses} <= {staff}',
    ),
    ...inpatientChecks,
    ...moneyChecks,
  ],
}
