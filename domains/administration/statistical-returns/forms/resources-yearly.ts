import type { Layout } from '../layout.ts'
import { entered, list, matrix, must, should, within } from './write.ts'

const STAFF = [
  ['doctors', '执业医师', 'Doctors'],
  ['assistant-doctors', '执业助理医师', 'Assistant doctors'],
  ['nurses', '注册护士', 'Nurses'],
  ['pharmacists', '药师（士）', 'Pharmacists'],
  ['technicians', '技师（士）', 'Technicians'],
  ['other-technical', '其他卫生技术人员', 'Other health professionals'],
  ['managers', '管理人员', 'Managers'],
  ['workers', '工勤技能人员', 'Workers'],
] as const
const COLUMNS = [
  ['total', '合计', 'Total'],
  ['established', '其中：在编', 'of which established'],
  ['women', '其中：女性', 'of which women'],
] as const
const DEVICES = [
  ['ct', 'CT', 'CT scanners'],
  ['mri', '磁共振', 'MRI scanners'],
  ['x-ray', '数字X线机', 'Digital X-ray'],
  ['ultrasound', '彩超', 'Ultrasound'],
  ['analyser', '全自动生化分析仪', 'Analysers'],
  ['ventilator', '呼吸机', 'Ventilators'],
  ['ambulance', '救护车', 'Ambulances'],
] as const

const sum = (column: string) => STAFF.map(([code]) => `{${code}-${column}}`).join(' + ')

/** The yearly return of resources, after 卫健统1-1 and 1-2: beds, staff, equipment and rooms at the end of the year. */
export const resourcesYearly: Layout = {
  parts: [
    list('beds', '床位', 'Beds', [
      entered('beds-planned', '编制床位', 'Planned beds', 'beds'),
      entered('beds', '实有床位', 'Beds', 'beds'),
      entered('beds-special', '其中：特需床位', 'of which special', 'beds', 1),
      entered('beds-opened', '全年开放总床日数', 'Open bed-days', 'bedDays'),
    ]),
    matrix('staff', { zh: '人员', en: 'Staff' }, COLUMNS, [
      ...STAFF.map(([code, zh, en]) => [code, zh, en, 'people'] as const),
      ['staff', '在岗职工合计', 'All staff', 'people'],
    ]),
    matrix(
      'equipment',
      { zh: '设备', en: 'Equipment' },
      [
        ['count', '台数', 'Sets'],
        ['working', '其中：在用', 'of which working'],
      ],
      DEVICES.map(([code, zh, en]) => [code, zh, en, 'sets'] as const),
    ),
    list('rooms', '房屋', 'Rooms', [
      entered('area', '房屋建筑面积', 'Floor area', 'area'),
      entered('area-service', '其中：业务用房面积', 'of which for services', 'area', 1),
      entered('area-dangerous', '其中：危房面积', 'of which dangerous', 'area', 2),
      entered('area-rented', '租房面积', 'Rented', 'area'),
    ]),
  ],
  checks: [
    must('special-of-beds', '特需床位不大于实有床位', 'Special beds are part', '{beds-special} <= {beds}'),
    must(
      'opened-of-beds',
      '全年开放床日不大于床位数乘366',
      'Open bed-days fit the beds',
      '{beds-opened} <= {beds} * 366',
    ),
    must('service-of-area', '业务用房面积不大于建筑面积', 'Rooms for services are part', '{area-service} <= {area}'),
    must('dangerous-of-area', '危房面积不大于建筑面积', 'Dangerous rooms are part', '{area-dangerous} <= {area}'),
    ...COLUMNS.map(([code, zh, en]) =>
      must(
        `staff-sum-${code}`,
        `在岗职工等于各类人员之和（${zh}）`,
        `Staff is the sum (${en})`,
        `{staff-${code}} = ${sum(code)}`,
      ),
    ),
    ...[...STAFF, ['staff', '在岗职工', 'Staff'] as const].flatMap(([code, zh, en]) => [
      must(
        `${code}-established`,
        `${zh}：在编不大于合计`,
        `${en}: established are part`,
        `{${code}-established} <= {${code}-total}`,
      ),
      must(`${code}-women`, `${zh}：女性不大于合计`, `${en}: women are part`, `{${code}-women} <= {${code}-total}`),
    ]),
    ...DEVICES.map(([code, zh, en]) =>
      must(
        `${code}-working`,
        `${zh}：在用不大于台数`,
        `${en}: working are part`,
        `{${code}-working} <= {${code}-count}`,
      ),
    ),
    // A unit has one of the two; about the other there is nothing to say.
    ...(['township-monthly', 'hospital-monthly'] as const).map((form) =>
      should(
        `beds-as-${form}`,
        '实有床位与12月月报不一致',
        'Beds differ from the return of December',
        `{beds} = [${form}.beds]`,
        {
          zh: '核对年报和12月月报的床位数',
          en: 'Compare with the monthly return',
        },
      ),
    ),
    within('beds', '实有床位', 'Beds', 'last-year', 30),
    within('staff-total', '在岗职工', 'Staff', 'last-year', 30),
  ],
}
