import type { ChildRow, NewbornVisitRow } from '@kangheng/domains/public-health/child-health/index.ts'
import type { DeliveryRow, NewbornRow } from '@kangheng/domains/public-health/maternal-health/index.ts'
import { ticked } from './columns-card.ts'
import { blank, day, row, text } from './markup.ts'
import { formHead, type FormPerson } from './people.ts'

/** What is known of a newborn beside the visit; what the reader may not see, or nobody recorded, is left to be written. */
export interface NewbornFacts {
  readonly child: ChildRow | undefined
  readonly birth: NewbornRow | undefined
  readonly delivery: DeliveryRow | undefined
}

const place = (list: readonly string[], value: string | null | undefined) => {
  const at = list.indexOf(value ?? '')
  return at < 0 ? null : at + 1
}
const looked = () => ticked(['未见异常', '异常'], null)
const SEXES = ['男', '女']

/** How the child was born, by the number of the form: 1 顺产 … 4 剖宫 5 双多胎; several may hold. */
function births({ child, delivery }: NewbornFacts): number[] {
  const mode = { vaginal: [1], assisted: [], caesarean: [4] }[delivery?.mode ?? ''] ?? []
  return [...mode, ...((child?.plurality ?? 1) > 1 ? [5] : [])]
}

/** 新生儿家庭访视记录表 of one visit. Source: 国家基本公共卫生服务规范（第三版）新生儿家庭访视记录表. */
export function newbornVisitForm(person: FormPerson, x: NewbornVisitRow, facts: NewbornFacts): string {
  const { child, birth } = facts
  const factors = child?.riskFactors ?? []
  const screening = x.diseaseScreening === 'passed' ? 2 : x.diseaseScreening === 'not-done' ? 1 : null
  const birthWeight = child?.birthWeight ?? birth?.weight ?? null
  const rows = [
    row('性别', ticked(SEXES, place(SEXES, person.sex)), `出生日期　${day(person.birth)}`),
    row('身份证号', blank(person.documentNumber, '', 14), `家庭住址　${blank(person.address, '', 12)}`),
    row(
      '父亲',
      `姓名 ${blank(null, '', 5)}`,
      `职业 ${blank(null, '', 4)}　联系电话 ${blank(null, '', 7)}　出生日期 ${blank(null, '', 6)}`,
    ),
    row(
      '母亲',
      `姓名 ${blank(child?.motherName, '', 5)}`,
      `职业 ${blank(null, '', 4)}　联系电话 ${blank(person.phone, '', 7)}　出生日期 ${blank(null, '', 6)}`,
    ),
    row(
      '出生孕周',
      blank(child?.gestationalWeeks ?? birth?.weeks, '周'),
      `母亲妊娠期患病情况　${ticked(['无', '糖尿病', '妊娠期高血压', '其他'], null)}`,
    ),
    row(
      '助产机构',
      blank(facts.delivery?.deliveredAt, '', 8),
      `出生情况　${ticked(['顺产', '胎头吸引', '产钳', '剖宫', '双多胎', '臀位', '其他'], births(facts))}`,
    ),
    row(
      '新生儿窒息',
      `${ticked(['无', '有'], factors.includes('asphyxia') ? 2 : child ? 1 : null)}　Apgar评分 1分钟 ${blank(birth?.apgar)}`,
      `畸形　${ticked(['无', '有'], factors.includes('defect') || birth?.defect ? 2 : child ? 1 : null)}　${birth?.defect ? `<b>${text(birth.defect)}</b>` : ''}`,
    ),
    row(
      '听力筛查',
      ticked(['通过', '未通过', '未筛查', '不详'], place(['passed', 'failed', 'not-done'], x.hearingScreening)),
      `疾病筛查　${ticked(['未进行', '检查均阴性', '甲低', '苯丙酮尿症', '其他遗传代谢病'], screening)}`,
    ),
    row(
      '出生体重',
      blank(birthWeight === null ? null : birthWeight / 1000, 'kg'),
      `目前体重　${blank(x.weight, 'kg')}　身长　${blank(x.height, 'cm')}`,
    ),
    row(
      '喂养方式',
      ticked(['纯母乳', '混合', '人工'], place(['exclusive', 'mixed', 'artificial'], x.feeding)),
      `吃奶量 ${blank(null, 'ml/次')}　吃奶次数 ${blank(null, '次/日')}`,
    ),
    row(
      '呕吐',
      ticked(['无', '有'], null),
      `大便　${ticked(['糊状', '稀', '其他'], null)}　大便次数 ${blank(null, '次/日')}`,
    ),
    row(
      '体温',
      blank(x.temperature, '℃'),
      `心率 ${blank(null, '次/分钟')}　呼吸频率 ${blank(x.breathingRate, '次/分钟')}`,
    ),
    row(
      '面色',
      ticked(['红润', '黄染', '其他'], null),
      `黄疸部位　${ticked(['无', '面部', '躯干', '四肢', '手足'], place(['none', 'face', 'trunk', 'limbs', 'palms'], x.jaundice))}`,
    ),
    row('前囟', `${blank(null, 'cm')}×${blank(null, 'cm')}`, ticked(['正常', '膨隆', '凹陷', '其他'], null)),
    row('眼睛', looked(), `四肢活动度　${looked()}`),
    row('耳外观', looked(), `颈部包块　${ticked(['无', '有'], null)}`),
    row('鼻', looked(), `皮肤　${ticked(['未见异常', '湿疹', '糜烂', '其他'], null)}`),
    row('口腔', looked(), `肛门　${looked()}`),
    row('心肺听诊', looked(), `胸部　${looked()}`),
    row('腹部触诊', looked(), `脊柱　${looked()}`),
    row(
      '外生殖器',
      looked(),
      `脐带　${ticked(['未脱', '脱落', '脐部有渗出', '其他'], place(['not-fallen', 'fallen', 'oozing', 'other'], x.navel))}`,
    ),
    row(
      '其他异常',
      blank(x.abnormal, '', 16),
      `转诊建议　${ticked(['无', '有'], x.referredTo ? 2 : x.abnormal ? null : 1)}　机构及科室 ${blank(x.referredTo, '', 8)}`,
    ),
    row(
      '指导',
      ticked(
        ['喂养指导', '发育指导', '防病指导', '预防伤害指导', '口腔保健指导', '其他'],
        x.guidance.map((each) => ['feeding', 'growth', 'illness', 'injury', 'mouth'].indexOf(each) + 1),
      ),
      `高危儿　${ticked(['否', '是'], child ? (child.highRisk ? 2 : 1) : null)}`,
    ),
    row('本次访视日期', day(x.happenedOn), `下次随访地点 ${blank(null, '', 7)}　下次随访日期 ${day(null)}`),
  ]
  const columns = '<colgroup><col style="width:24mm"><col style="width:68mm"><col></colgroup>'
  return `<h1>新生儿家庭访视记录表</h1>${formHead(person)}<table>${columns}${rows.join('')}</table><p class="signatures"><span>随访医生签名：${blank(x.doctor, '', 7)}</span><span>家长签名：${blank(null, '', 7)}</span></p>`
}
