import { entered, list, must, reckoned, should, within } from './write.ts'

/** What every institution with beds counts of its inpatients. Source: domain notes § 10 (bed use, mean stay, cost per discharge). */
export const inpatients = list('inpatients', '住院服务', 'Inpatients', [
  entered('in-at-start', '期初在院人数', 'In hospital at the beginning', 'people'),
  entered('admissions', '入院人数', 'Admissions', 'people'),
  entered('discharges', '出院人数', 'Discharges', 'people'),
  entered('discharge-deaths', '其中：死亡', 'of which died', 'people', 1),
  reckoned(
    'in-at-end',
    '期末在院人数',
    'In hospital at the end',
    'people',
    '{in-at-start} + {admissions} - {discharges}',
  ),
  entered('beds', '期末实有床位', 'Beds', 'beds'),
  entered('open-bed-days', '实际开放总床日数', 'Open bed-days', 'bedDays'),
  entered('occupied-bed-days', '实际占用总床日数', 'Occupied bed-days', 'bedDays'),
  entered('discharged-bed-days', '出院者占用总床日数', 'Bed-days of those discharged', 'bedDays'),
  entered('operations', '住院病人手术人次', 'Operations', 'visits'),
  reckoned('bed-use', '病床使用率', 'Bed use', 'percent', '{occupied-bed-days} / {open-bed-days} * 100', 2),
  reckoned('mean-stay', '出院者平均住院日', 'Mean stay', 'days', '{discharged-bed-days} / {discharges}', 1),
])

const EXPLAIN = { zh: '核实后填写说明', en: 'Verify, then explain' }

/** Checks of the inpatient part, shared by the forms that have it. */
export const inpatientChecks = [
  must('in-at-end-not-negative', '期末在院人数不应为负', 'Nobody can be minus in hospital', '{in-at-end} >= 0'),
  must(
    'deaths-of-discharges',
    '死亡人数不大于出院人数',
    'Deaths are part of discharges',
    '{discharge-deaths} <= {discharges}',
  ),
  must('open-days-of-beds', '开放床日不大于床位数乘31', 'Open bed-days fit the beds', '{open-bed-days} <= {beds} * 31'),
  should(
    'bed-use-to-100',
    '病床使用率超过100%',
    'Bed use above 100%',
    '{occupied-bed-days} <= {open-bed-days}',
    EXPLAIN,
  ),
  should(
    'mean-stay-to-30',
    '平均住院日超过30日',
    'Mean stay above 30 days',
    '{discharged-bed-days} <= {discharges} * 30',
    EXPLAIN,
  ),
  within('discharges', '出院人数', 'Discharges', 'last-year', 50),
  within('visits', '总诊疗人次', 'Visits', 'previous', 50),
  within('visits', '总诊疗人次', 'Visits', 'last-year', 50),
  within('medical-income', '医疗收入', 'Medical income', 'last-year', 60),
]

/** Income and expenses in yuan. Source: domain notes § 10 (cost per visit, share of drugs without herbal slices). */
export const money = list('money', '收入与费用', 'Income and expenses', [
  reckoned('income', '总收入', 'Income', 'yuan', '{medical-income} + {fiscal-income} + {other-income}'),
  reckoned('medical-income', '医疗收入', 'Medical income', 'yuan', '{outpatient-income} + {inpatient-income}'),
  entered('outpatient-income', '门诊收入', 'Outpatient income', 'yuan', 1),
  entered('outpatient-drugs', '其中：药品收入', 'of which drugs', 'yuan', 2),
  entered('outpatient-tests', '其中：检查化验收入', 'of which tests', 'yuan', 2),
  entered('inpatient-income', '住院收入', 'Inpatient income', 'yuan', 1),
  entered('inpatient-drugs', '其中：药品收入', 'of which drugs', 'yuan', 2),
  entered('inpatient-tests', '其中：检查化验收入', 'of which tests', 'yuan', 2),
  entered('herbal-income', '医疗收入中：中药饮片收入', 'Medical income: herbal slices', 'yuan', 1),
  entered('material-income', '医疗收入中：卫生材料收入', 'Medical income: materials', 'yuan', 1),
  entered('insurance-paid', '医疗收入中：医保基金支付', 'Medical income: paid by insurance', 'yuan', 1),
  entered('fiscal-income', '财政补助收入', 'Fiscal subsidies', 'yuan'),
  entered('other-income', '其他收入', 'Other income', 'yuan'),
  entered('expenses', '总费用', 'Expenses', 'yuan'),
  entered('staff-expenses', '其中：人员经费', 'of which staff', 'yuan', 1),
  entered('drug-expenses', '其中：药品费', 'of which drugs', 'yuan', 1),
  reckoned(
    'cost-per-visit',
    '门诊次均费用',
    'Cost per visit',
    'yuan',
    '{outpatient-income} / ({outpatient} + {emergency})',
  ),
  reckoned('cost-per-discharge', '住院次均费用', 'Cost per discharge', 'yuan', '{inpatient-income} / {discharges}'),
  reckoned(
    'drug-share',
    '药占比（不含中药饮片）',
    'Share of drugs without herbal slices',
    'percent',
    '({outpatient-drugs} + {inpatient-drugs} - {herbal-income}) / {medical-income} * 100',
    2,
  ),
])

export const moneyChecks = [
  must(
    'outpatient-parts',
    '门诊药品与检查化验收入之和不大于门诊收入',
    'Parts of the outpatient income',
    '{outpatient-drugs} + {outpatient-tests} <= {outpatient-income}',
  ),
  must(
    'inpatient-parts',
    '住院药品与检查化验收入之和不大于住院收入',
    'Parts of the inpatient income',
    '{inpatient-drugs} + {inpatient-tests} <= {inpatient-income}',
  ),
  must(
    'herbal-of-drugs',
    '中药饮片收入不大于药品收入',
    'Herbal slices are part of drugs',
    '{herbal-income} <= {outpatient-drugs} + {inpatient-drugs}',
  ),
  must(
    'insurance-of-income',
    '医保支付不大于医疗收入',
    'Insurance pays part of the income',
    '{insurance-paid} <= {medical-income}',
  ),
  must(
    'expense-parts',
    '人员经费与药品费之和不大于总费用',
    'Parts of the expenses',
    '{staff-expenses} + {drug-expenses} <= {expenses}',
  ),
  should(
    'cost-per-visit-range',
    '门诊次均费用不在20至600元之间',
    'Cost per visit outside 20 to 600 yuan',
    'and({cost-per-visit} >= 20, {cost-per-visit} <= 600)',
    EXPLAIN,
  ),
]
