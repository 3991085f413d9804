import {
  mentalCodes as codes,
  type MentalVisitRow,
} from '@kangheng/domains/public-health/severe-mental-disorder/index.ts'
import { cardCodes } from '@kangheng/domains/public-health/chronic-follow-up/index.ts'
import { ticked, tickedCode } from './columns-card.ts'
import { blank, day, row, text } from './markup.ts'
import { formHead, type FormPerson } from './people.ts'

const classes = ['unstable', 'basically-stable', 'stable']
const RISKS = ['0级', '1级', '2级', '3级', '4级', '5级']

/** 严重精神障碍患者随访服务记录表 of one visit. Source: 国家基本公共卫生服务规范（第三版）. Its rows are seen by named roles alone, and so is the form. */
export function mentalVisitForm(person: FormPerson, x: MentalVisitRow): string {
  const function_ = (value: string | null) => tickedCode(codes.functions, value)
  const medicines = (x.medicines ?? []).map(
    ({ name, timesPerDay, dose }) =>
      `<b>${text(name)}</b>　${timesPerDay ? `每日 ${timesPerDay} 次` : ''}　${dose ? `每次 ${text(dose)}` : ''}`,
  )
  const rows = [
    row('随访日期', `${day(x.happenedOn)}　　本次随访形式 ${tickedCode(cardCodes.modes, x.mode)}`),
    row('危险性评估', RISKS.map((grade, index) => `${index === x.risk ? '☑' : '□'}${grade}`).join('　')),
    row('目前症状', tickedCode(codes.symptoms, x.symptoms)),
    row('自知力', tickedCode(codes.insights, x.insight)),
    row('睡眠情况', `${function_(x.sleep)}　　饮食情况 ${function_(x.diet)}`),
    row(
      '社会功能',
      `个人生活料理 ${function_(x.selfCare)}<br>家务劳动 ${function_(x.housework)}<br>生产劳动及工作 ${function_(x.work)}<br>学习能力 ${function_(x.learning)}<br>社会人际交往 ${function_(x.contact)}`,
    ),
    row(
      '危险行为',
      `肇事肇祸 ${blank(x.incidents, '次')}　轻度滋事 ${blank(null, '次')}　其他危害行为 ${blank(null, '次')}　自伤 ${blank(null, '次')}　自杀未遂 ${blank(null, '次')}`,
    ),
    row('关锁情况', tickedCode(codes.confinements, x.confinement)),
    row('住院情况', `${ticked(['未住院', '目前正在住院', '曾住院，现未住院'], null)}　末次出院时间 ${day(null)}`),
    row('实验室检查', x.tests ? `☑2&nbsp;有 <b>${text(x.tests)}</b>` : `□1&nbsp;无 □2&nbsp;有 ${blank(null, '', 18)}`),
    row('用药依从性', tickedCode(codes.compliances, x.compliance)),
    row('药物不良反应', `${tickedCode(codes.reactions, x.reaction)}`),
    row('治疗效果', tickedCode(codes.effects, x.effect)),
    row('躯体疾病', tickedCode(codes.somaticStates, x.somatic)),
    row('是否转诊', `${ticked(['否', '是'], x.referredTo ? 2 : 1)}　转诊至机构及科室 ${blank(x.referredTo, '', 14)}`),
    row('用药情况', medicines.join('<br>') || blank(null, '', 26)),
    row('康复措施', tickedCode(codes.rehabilitation, x.rehabilitation)),
    row('本次随访分类', ticked(['不稳定', '基本稳定', '稳定'], classes.indexOf(x.class) + 1)),
    row(
      '下次随访日期',
      `${day(x.agreedOn ?? x.dueOn)}　　随访医生签名 ${blank(x.doctor, '', 7)}　　患者（家属）签名 ${blank(null, '', 7)}`,
    ),
  ]
  return `<h1>严重精神障碍患者随访服务记录表</h1>${formHead(person)}<table>${rows.join('')}</table>`
}
