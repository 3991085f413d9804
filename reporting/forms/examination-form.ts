import { examCodes as codes, type examination } from '@kangheng/domains/public-health/health-record/index.ts'
import { blank, choices, day, inWords, row, signatures, text } from './markup.ts'
import { formHead, type FormPerson } from './people.ts'

export type Examination = (typeof examination)['table']['$inferSelect']

const side = (heading: string, rows: readonly string[]) => [
  rows[0]!.replace('<tr>', `<tr><th class="side" rowspan="${rows.length}">${heading}</th>`),
  ...rows.slice(1),
]

/** Cells of a row share its width evenly; what is alone in its row takes all of it. */
const spread = (table: string) =>
  table.replace(/<tr>.*?<\/tr>/gs, (line) => {
    const cells = line.match(/<td/g)?.length ?? 0
    const span = { 1: 4, 2: 2, 4: 1 }[cells] ?? 1
    return span === 1 ? line : line.replaceAll('<td', `<td colspan="${span}"`)
  })

/** The narrow columns first: the first row spans them, and would have them share its width. */
const COLUMNS = '<colgroup><col style="width:9mm"><col style="width:22mm"><col><col><col><col></colgroup>'

const pressure = (systolic: number | null, diastolic: number | null) => `${blank(systolic)}／${blank(diastolic)} mmHg`

/** 健康体检表 of one examination in the layout of the norm; what is not recorded is left to be written. Source: 国家基本公共卫生服务规范（第三版）健康体检表. */
export function examinationForm(person: FormPerson, x: Examination): string {
  const general = [
    row('体　温', blank(x.temperature, '℃'), `脉率　${blank(x.pulse, '次/分钟')}`),
    row(
      '呼吸频率',
      blank(x.breathing, '次/分钟'),
      `血压　左侧 ${pressure(x.systolicLeft, x.diastolicLeft)}　右侧 ${pressure(x.systolicRight, x.diastolicRight)}`,
    ),
    row('身　高', blank(x.height, 'cm'), `体重　${blank(x.weight, 'kg')}`),
    row('腰　围', blank(x.waist, 'cm'), `体质指数（BMI）　${blank(x.bodyMassIndex, 'kg/m²')}`),
    row(
      '自理能力',
      `老年人生活自理能力自我评估　总评分 ${blank(x.selfCareScore)}　0～3 可自理　4～8 轻度依赖　9～18 中度依赖　≥19 不能自理`,
    ),
  ]
  const habits = [
    row('体育锻炼', choices(codes.exercise, x.exercise)),
    row('吸烟情况', `${choices(codes.smoking, x.smoking)}　日吸烟量 ${blank(x.cigarettesPerDay, '支')}`),
    row('饮酒情况', choices(codes.drinking, x.drinking)),
  ]
  const laboratory = [
    row(
      '血常规',
      `血红蛋白 ${blank(x.haemoglobin, 'g/L')}　白细胞 ${blank(x.whiteCells, '×10⁹/L')}　血小板 ${blank(x.platelets, '×10⁹/L')}`,
    ),
    row(
      '尿常规',
      `尿蛋白 ${blank(inWords(codes.urine, x.urineProtein))}　尿糖 ${blank(inWords(codes.urine, x.urineGlucose))}`,
    ),
    row('空腹血糖', blank(x.fastingGlucose, 'mmol/L')),
    row(
      '肝功能',
      `血清谷丙转氨酶 ${blank(x.alanineTransaminase, 'U/L')}　血清谷草转氨酶 ${blank(x.aspartateTransaminase, 'U/L')}　总胆红素 ${blank(x.bilirubin, 'μmol/L')}`,
    ),
    row('肾功能', `血清肌酐 ${blank(x.creatinine, 'μmol/L')}　血尿素 ${blank(x.urea, 'mmol/L')}`),
    row(
      '血　脂',
      `总胆固醇 ${blank(x.cholesterol, 'mmol/L')}　甘油三酯 ${blank(x.triglycerides, 'mmol/L')}　低密度脂蛋白胆固醇 ${blank(x.lowDensity, 'mmol/L')}　高密度脂蛋白胆固醇 ${blank(x.highDensity, 'mmol/L')}`,
    ),
    row('心电图', choices(codes.result, x.ecg)),
    row('腹部B超', choices(codes.result, x.ultrasound)),
  ]
  const abnormal = x.abnormalities
    ? `2&nbsp;有异常：<b>${text(x.abnormalities)}</b>`
    : `1&nbsp;体检无异常　2&nbsp;有异常 ${blank(null, '', 24)}`
  const rows = [
    row('症　状', choices(codes.symptoms, x.symptoms)).replace('<th>', '<th colspan="2">'),
    ...side('一般状况', general),
    ...side('生活方式', habits),
    ...side('辅助检查', laboratory),
    row('现存主要健康问题', choices(codes.problems, x.problems)).replace('<th>', '<th colspan="2">'),
    row('健康评价', abnormal).replace('<th>', '<th colspan="2">'),
    row('健康指导', choices(codes.guidance, x.guidance)).replace('<th>', '<th colspan="2">'),
    row('危险因素控制', choices(codes.riskControls, x.riskControls)).replace('<th>', '<th colspan="2">'),
  ]
  return `<h1>健康体检表</h1>${formHead(person)}<div class="head"><span>体检日期：${day(x.happenedOn)}</span><span>责任医生：${blank(null, '', 7)}</span></div>
<table>${COLUMNS}${spread(rows.join(''))}</table>${signatures('结果反馈　本人签字', '家属签字', '反馈人签字')}<p class="signatures"><span>反馈时间：${day(null)}</span></p>`
}
