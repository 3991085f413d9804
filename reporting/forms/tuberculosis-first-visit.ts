import {
  tuberculosisCodes as codes,
  type TuberculosisPatientRow,
} from '@kangheng/domains/public-health/tuberculosis/index.ts'
import { ticked, tickedCode } from './columns-card.ts'
import { blank, day, row } from './markup.ts'
import { formHead, type FormPerson } from './people.ts'

const YES_NO = ['有', '无']
const told = (value: boolean | null) => ticked(YES_NO, value === null ? null : value ? 1 : 2)
/** What is not recorded before the patient begins to take medicine, and stays to be written. */
const toWrite = (titles: readonly string[]) => ticked(titles, null)

/**
 * 肺结核患者第一次入户随访记录表 of a patient; undefined until the patient was visited. What the line of business does not record (way of dispensing, habits, goals) is
 * left to be ticked by hand. Source: 国家基本公共卫生服务规范（第三版）肺结核患者第一次入户随访记录表.
 */
export function tuberculosisFirstVisit(person: FormPerson, x: TuberculosisPatientRow): string | undefined {
  if (!x.firstVisitOn) return undefined
  const taught = x.taught ?? []
  const lessons = Object.entries(codes.teaching).map(
    ([code, { zh }]) => `${zh}　${ticked(['掌握', '未掌握'], taught.includes(code) ? 1 : null)}`,
  )
  const rows = [
    row('随访时间', `${day(x.firstVisitOn)}`, `随访方式　${ticked(['门诊', '家庭'], 2)}`),
    row('患者类型', tickedCode(codes.treatmentKinds, x.treatmentKind)),
    row('痰菌情况', ticked(['阳性', '阴性', '未查痰'], ['positive', 'negative', 'none'].indexOf(x.bacteriology) + 1)),
    row(
      '耐药情况',
      ticked(['耐药', '非耐药', '未检测'], ['resistant', 'sensitive', 'unknown'].indexOf(x.resistance) + 1),
    ),
    row('症状及体征', `${toWrite(Object.values(codes.symptoms).map(({ zh }) => zh))}　其他 ${blank(null, '', 6)}`),
    row(
      '用药',
      `化疗方案 ${blank(x.regimen, '', 8)}　用法 ${toWrite(['每日', '间歇'])}`,
      `药品剂型　${toWrite(['固定剂量复合制剂', '散装药', '板式组合药', '注射剂'])}`,
    ),
    row('督导人员选择', `${tickedCode(codes.supervisors, x.supervisor)}　姓名 ${blank(x.supervisorName, '', 5)}`),
    row(
      '家庭居住环境评估',
      `单独的居室　${told(x.ownRoom)}`,
      `通风情况　${ticked(['良好', '一般', '差'], x.aired ? 1 : null)}`,
    ),
    row('生活方式评估', `吸烟 ${blank(null, '支/天')}　饮酒 ${blank(null, 'ml/天')}`),
    row('健康教育及培训', lessons.join('<br>')),
    row('下次随访时间', day(x.dueOn)),
    row('签名', `评估医生 ${blank(null, '', 7)}　　患者（家属） ${blank(null, '', 7)}`),
  ].map((line) => (line.split('<td').length === 2 ? line.replace('<td', '<td colspan="2"') : line))
  const columns = '<colgroup><col style="width:26mm"><col><col></colgroup>'
  return `<h1>肺结核患者第一次入户随访记录表</h1>${formHead(person)}<table class="tall">${columns}${rows.join('')}</table>`
}
