import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checksOf, findingOf, findingsOf } from '../testing/claims.ts'

/** Holds, fails, or says nothing. */
const verdict = (text: string, type: Parameters<typeof checksOf>[1]): string => {
  const checks = checksOf(text, type)
  return checks.length === 0 ? 'silent' : checks.every((check) => check.holds) ? 'holds' : 'fails'
}

const judge = (
  type: Parameters<typeof checksOf>[1],
  cases: Readonly<Record<string, 'holds' | 'fails' | 'silent'>>,
): void => {
  for (const [text, expected] of Object.entries(cases)) assert.equal(verdict(text, type), expected, text)
}

test('ratio: numerator and denominator in the same part of the sentence', () => {
  judge('ratio', {
    '应接种52794人次，实种52386人次，接种率99.23%。': 'holds',
    '应接种52794人次，实种52386人次，接种率99.32%。': 'fails',
    '为219757名居民签订协议，已签约106351人，签约率为48.39%；重点人群签约32721人，签约率72.62%。': 'holds',
    '完成手术1236台，其中三四级手术412台，占33.33%。': 'holds',
    '完成手术1236台，其中三四级手术412台，占32.33%。': 'fails',
    '门诊83659人次，住院6478人次，床位使用率78%。': 'silent',
    '共开展活动12次，发放资料3000份，覆盖率95%。': 'silent',
  })
})

test('ratio: a pair that gives one rate contradicts no other', () => {
  judge('ratio', {
    '抽检任务186家，完成183家，完结率100%，任务完成率98.4%。': 'holds',
    '发现病人563例，其中新涂阳287例，完成年任务280例的102.5%。': 'holds',
  })
  assert.deepEqual(findingsOf('发现病人563例，其中新涂阳287例，完成年任务280例的102.5%。'), [])
})

test('numbers that stand near each other without belonging together are left alone', () => {
  for (const text of [
    '督促局12个科室、下属31家医疗机构梳理整改工作。',
    '新发现肺结核患者186例，成功治疗率95.6%。',
    '活产数8672个，住院分娩8630人。婴儿死亡率5.77‰。',
    '每千人口医师数2.43人、护士2.87人，分别低于全市平均水平0.31人、0.42人。',
    '每千人口床位4.0张，低于全市平均水平0.8张。',
    '计生局2013年上半年工作汇报\n全县总人口为461235人，出生2635人，出生率11.42‰。',
  ]) {
    assert.deepEqual(findingsOf(text), [], text)
  }
})

test('ratio: cutting off instead of rounding is named', () => {
  const finding = findingOf('应检查3人，实检查2人，检查率66.6%。', 'ratio')
  assert.match(finding?.explanation.zh ?? '', /截尾/)
  assert.match(finding?.explanation.en ?? '', /cut off/)
})

test('ratio: exchanged digits are suggested', () => {
  const finding = findingOf('应接种52794人次，实种52386人次，接种率99.32%。', 'ratio')
  assert.match(finding?.explanation.zh ?? '', /“99\.32%”应为“99\.23%”（相邻两位数字颠倒）/)
  assert.equal(finding?.computed, '99.22718')
})

test('feasible: no whole number of 21 makes 98 percent', () => {
  judge('feasible', {
    '在管高血压患者560人，占高血压患者的56.58%。': 'fails',
    '在管高血压患者560人，占估算高血压患者的56.58%。': 'silent',
    '今年共受理投诉举报21件，办结率98%。': 'fails',
    '今年共受理投诉举报21件，办结率95%。': 'holds',
    '共建档2171人，建档率为59.25%。': 'holds',
    '培训班3期，考核合格率95%。': 'silent',
    '受理申请52794件，办结率99.23%。': 'silent',
  })
})

test('sum: complete lists', () => {
  judge('sum', {
    '贫困人口15592人，其中未脱贫3579人，已脱贫12013人。': 'holds',
    '贫困人口15592人，其中未脱贫3579人，已脱贫12113人。': 'fails',
    '保留审批事项17项（市本级保留12项，国务院和省新下放5项）。': 'holds',
    '保留审批事项17项（市本级保留12项，国务院和省新下放6项）。': 'fails',
    '40个村卫生室建设，现有13个完工，其他27个正在装修。': 'holds',
    '40个村卫生室建设，现有13个完工，其他26个正在装修。': 'fails',
    '法定传染病报告1495例，报告率100%。报告乙类传染病11种1018例，丙类6种467例。': 'fails',
    '总诊疗152.36万人次，其中门急诊143.2万人次、住院9.16万人次。': 'holds',
    '总诊疗152.36万人次，其中门急诊133.2万人次、住院9.16万人次。': 'fails',
    '建议、提案共37件（人大建议15件、政协提案22件）。': 'holds',
    '建议、提案共47件（人大建议15件、政协提案22件）。': 'fails',
    '党组织27个，其中党委2个、党总支3个、党支部22个。': 'holds',
    '特别扶助386人，伤残142人、死亡244人。': 'holds',
    '特别扶助386人，伤残142人、死亡254人。': 'fails',
    '甲医院12人，乙医院8人，合计20人。': 'holds',
    '甲医院12人，乙医院8人，合计21人。': 'fails',
    '总费用90575.8亿元，其中政府24147.9亿元，社会41676.8亿元，个人24751.1亿元。': 'holds',
  })
})

test('sum: partial and overlapping lists are left alone', () => {
  for (const text of [
    '机构1070785个，其中医院38355个，基层机构1016238个，专业公共卫生机构12121个。',
    '现有职工257人，其中卫生技术人员210人，高级职称15人，中级职称60人。',
    '卫生技术人员1248.8万人，其中执业医师478.2万人，注册护士563.7万人。',
    '争取资金1.35亿元，其中中央资金8600万元，省级资金3200万元。',
    '查处案件25起，其中食品10起、公共场所8起等。',
  ]) {
    assert.deepEqual(findingsOf(text), [], text)
  }
})

test('sum: natural growth is births less deaths', () => {
  judge('sum', {
    '出生率7.98‰，死亡率6.52‰，自然增长率1.46‰。': 'holds',
    '出生率7.98‰，死亡率6.52‰，自然增长率1.64‰。': 'fails',
  })
})

test('bound: parts, limits, comparisons and steps of a procedure', () => {
  judge('bound', {
    '评选出15个创新项目，其中我市3个入围。': 'holds',
    '评选出15个创新项目，其中我市31个入围。': 'fails',
    '每千人口床位4.0张，低于全市平均水平4.83张。': 'holds',
    '每千人口床位4.9张，低于全市平均水平4.83张。': 'fails',
    '全市出生47001人（出生人数控制在5.1万人以内）。': 'holds',
    '全市出生57001人（出生人数控制在5.1万人以内）。': 'fails',
    '共受理申请5890例，审核5822例，已办结5770例。': 'holds',
    '共受理申请5890例，审核5922例，已办结5770例。': 'fails',
  })
})

test('list-count: names and number', () => {
  judge('list-count', {
    '将桂花、永兴、仁里、龙凤4个中心卫生院组建联合体。': 'holds',
    '将桂花、永兴、仁里、龙凤5个中心卫生院组建联合体。': 'fails',
    '制定三个目录（低价药品目录、备案目录、非中标目录）。': 'holds',
    '与船山区、安居区、大英县等44家机构签约。': 'silent',
    '开展调查问卷、走访群众3次。': 'silent',
  })
})

test('product: couples, unit prices, averages, margins', () => {
  judge('product', {
    '新建村卫生室62所，每所补助5万元，共310万元。': 'holds',
    '救护车购置6辆，单价28.5万元，共171万元。': 'holds',
    '资助参保2.86万人、资金800.8万元，人均280元。': 'holds',
    '资助参保2.86万人、资金800.8万元，人均380元。': 'fails',
    '新建村卫生室62所，每所补助5万元，共360万元。': 'fails',
    '周转房项目9个，总投资1080万元，平均每个120万元。': 'holds',
    '奖励86人，每人1200元，发放33.5万元。': 'silent',
    '全年体检1738对，3476人。': 'holds',
    '全年体检1738对，3467人。': 'fails',
    '县医院、疾控中心和保健院各抽调4名业务骨干共12人。': 'holds',
    '县医院、疾控中心和保健院各抽调4名业务骨干共13人。': 'fails',
    '奖励200人，960元/人，共发放19.2万元。': 'holds',
    '奖励200人，960元/人，共发放19.5万元。': 'fails',
    '住院补偿23560人次，补偿金额6815.3万元，次均补偿2892.74元。': 'holds',
    '取消15%的利润加成，全年销售药品1315万元，优惠患者197万元。': 'holds',
    '取消15%的利润加成，全年销售药品1315万元，优惠患者179万元。': 'fails',
  })
})

test('change: two levels in the sentence', () => {
  judge('change', {
    '报告传染病1318例，较上年1379例下降4.42%。': 'holds',
    '报告传染病1318例，较上年1379例下降4.24%。': 'fails',
    '标准由380元提高到410元，增加30元。': 'holds',
    '标准由380元提高到410元，增加40元。': 'fails',
    '参合率由95.2%提高到98.5%，提高3.3个百分点。': 'holds',
    '参合率由95.2%提高到98.5%，提高2.3个百分点。': 'fails',
  })
})

test('change: the step and the growth it means', () => {
  judge('change', {
    '收入2.36亿元，比上年2.18亿元增加0.18亿元，增幅8.26%。': 'holds',
    '收入2.36亿元，比上年2.18亿元增加0.18亿元，增幅6.26%。': 'fails',
    '卫生人员1230万人，比上年增加55.1万人（增长4.7%）。': 'holds',
    '卫生人员1230万人，比上年增加55.1万人（增长7.4%）。': 'fails',
    '卫生人员1230万人，比上年增加55.1万人，业务收入增长12%。': 'silent',
    '发病率为363.58/10万，比去年同期（378.2/10万）下降3.87%。': 'holds',
    '发病率为363.58/10万，比去年同期（378.2/10万）下降8.37%。': 'fails',
    '报告发病率由去年的312.5/10万下降到今年的298.6/10万，下降4.45%。': 'holds',
  })
})

test('one population behind the rates of a sentence', () => {
  judge('cross', {
    '全区出生人口3615人，出生率为5.87‰，自然增长人口1785人，自然增长率为2.9‰。': 'holds',
    '全区出生人口3615人，出生率为5.87‰，自然增长人口1785人，自然增长率为3.9‰。': 'fails',
    '乙类11种667例，报告发病率188.28/10万；丙类7种397例，报告发病率112.06/10万。': 'holds',
    '乙类11种667例，报告发病率188.28/10万；丙类7种397例，报告发病率121.06/10万。': 'fails',
    '全区出生人口3615人，出生率为5.87‰，孕产妇死亡1人，孕产妇死亡率27.7/10万。': 'silent',
  })
})

test('sex ratio: boys to a hundred girls', () => {
  judge('ratio', {
    '全区共出生2138人（其中男1104人，女1034人），多孩率0.75%。出生人口性别比106.8。': 'holds',
    '全区共出生2138人（其中男1104人，女1034人），多孩率0.75%。出生人口性别比108.6。': 'fails',
    '参训男性30人，女性70人。全区工作扎实。出生人口性别比106.8。': 'silent',
  })
})

test('integer base: some whole number of last year must give the growth', () => {
  judge('integer-base', {
    '接待来访36批58人次，同比分别下降12.2%和15.9%。': 'holds',
    '接待来访37批58人次，同比分别下降12.2%和15.9%。': 'fails',
    '报告病例21例，同比增长31.25%。': 'holds',
    '报告病例21例，同比增长30%。': 'fails',
    '业务收入772万元，同比增长16.4%。': 'silent',
    '报告病例21例，发病率同比下降30%。': 'silent',
  })
})

test('weighted growth: the total grows between its parts', () => {
  judge('weighted-growth', {
    '收入300万元，增长8.2%，其中医疗收入200万元，增长10%，药品收入100万元，增长5%。': 'holds',
    '收入300万元，增长12.8%，其中医疗收入200万元，增长10%，药品收入100万元，增长5%。': 'fails',
  })
})

test('completion: task, work done and the time elapsed', () => {
  judge('completion', {
    '检查任务数12000人，已完成11860人，完成率98.83%。': 'holds',
    '检查任务数12000人，已完成11860人，完成率99.83%。': 'fails',
    '1-9月，完成年度目标的78%，超时间进度3个百分点。': 'holds',
    '1-9月，完成年度目标的78%，超时间进度5个百分点。': 'fails',
  })
})

test('cross: a share and the share of those who do not', () => {
  judge('cross', {
    '开展中医药适宜技术的村卫生室达75%。部分工作滞后。近半的村卫生室不能提供中医药适宜技术服务。': 'fails',
    '开展中医药适宜技术的村卫生室达45%。部分工作滞后。近半的村卫生室不能提供中医药适宜技术服务。': 'holds',
    '全区婴儿死亡率为3.38‰。工作扎实。全区婴儿死亡率为3.83‰。': 'fails',
    '全县家庭医生签约106351人。工作扎实。全县家庭医生签约106531人。': 'fails',
    '全县家庭医生签约106351人。工作扎实。其中重点人群家庭医生签约32721人。': 'silent',
    '全区10个乡镇卫生院参加。工作扎实。全区12个乡镇卫生院达标。': 'fails',
    '全区10个乡镇卫生院参加。工作扎实。完成8个乡镇卫生院改造。': 'silent',
    '高血压患者规范管理率70%。工作扎实。糖尿病患者规范管理率60%。': 'silent',
  })
})

test('implied: the basis stands elsewhere and is never called a contradiction', () => {
  const cases = [
    '全区累计建立居民健康档案441676份，建档率100%。完成电子档案录入437237份，建档率99.05%。',
    '常住人口44.2万人。法定传染病报告1495例，报告发病率224.4/10万。',
    '全市出生47001人。全市孕产妇死亡率3.42/10万。',
    '全区10个乡镇卫生院、3个社区卫生服务中心。各社区卫生服务中心、乡镇卫生院均设中医科，标准化科室分别达60%、80%。',
  ]
  for (const text of cases)
    assert.ok(findingsOf(text).length > 0 && findingsOf(text).every((finding) => finding.includes(' implied ')), text)
})

test('magnitude: what cannot be', () => {
  judge('magnitude', {
    '免费检查目标人群覆盖率达111.24%。': 'fails',
    '任务完成率达111.24%。': 'silent',
    '出生人口性别比10.53。': 'fails',
    '发放慰问金165元，慰问31户。': 'silent',
  })
  assert.match(findingOf('发放住院分娩补助1118人，补助金额55.885元。', 'magnitude')?.explanation.zh ?? '', /人均/)
})

test('approximate numbers and plans are not held to account', () => {
  for (const text of [
    '培训约100人，其中医生40人，护士50人。',
    '计划培训100人，力争合格率达98%。',
    '覆盖率达到90%以上，应检查100人，实检查85人。',
  ])
    assert.deepEqual(findingsOf(text), [], text)
})
