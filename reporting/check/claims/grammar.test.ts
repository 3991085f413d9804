import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { onlyClaim, quantitiesOf } from '../testing/claims.ts'
import { printChinese } from '../testing/chinese-printing.ts'

const reads = (cases: Readonly<Record<string, readonly string[]>>): void => {
  for (const [text, quantities] of Object.entries(cases)) assert.deepEqual(quantitiesOf(text), quantities, text)
}

test('counts with measure words', () => {
  reads({
    '全县配备了204名村医。': ['204人'],
    '共慰问31户，发放慰问金1.65万元。': ['31户', '1.65万元'],
    '设置床位200张，占地15亩，建筑面积1.2万平方米。': ['200张', '15亩', '1.2万㎡'],
    '出动车辆162台次、监督员632人次，查处案件25起。': ['162台次', '632人次', '25起'],
    '检查单位368户次，采血118.5万毫升。': ['368户次', '118.5万ml'],
    '全年体检1738对，3476人。': ['1738对', '3476人'],
  })
})

test('nouns counted without a measure word', () => {
  reads({
    '与财政、民政等7部门联合发文。': ['7个'],
    '覆盖6县12乡镇。': ['6个', '12个'],
    '推进6大业务系统整合。': ['6个'],
    '完成对五县四区的督查。': ['9个'],
  })
})

test('shares, rates and points', () => {
  reads({
    '参合率达98.5％。': ['98.5%'],
    '婴儿死亡率3.38‰，孕产妇死亡率12.5/10万，出生缺陷发生率126.08/万。': ['3.38‰', '12.5/10万', '126.08/万'],
    '孕产妇死亡率为十万分之12.5。': ['12.5/10万'],
    '合格率达百分之九十五点六，提高2.3个百分点。': ['95.6%', '2.3个百分点'],
    '孕产妇死亡率为0，死亡率为零。': ['0/10万', '0‰'],
    '建档率达95.6，居全市前列。': ['95.6%'],
  })
})

test('fractions and words for halves', () => {
  reads({
    '三分之二的乡镇达标。': ['66.67%'],
    '近半的村卫生室不能提供服务。': ['50%'],
    '半数以上的乡镇。': ['50%'],
    '七成以上的村。': ['70%'],
  })
})

test('money, also without its unit', () => {
  reads({
    '投资750万的项目。': ['750万元'],
    '共投资1.09亿正在建设。': ['1.09亿元'],
    '奖励2784人，960元/人年，每人每年360元，每月500元、400元。': [
      '2784人',
      '960元/人年',
      '360元/人年',
      '500元/月',
      '400元/月',
    ],
    '补助600元/人/年。': ['600元/人年'],
  })
})

test('the words before a number may change its unit', () => {
  reads({
    '住院人次1.07万人，门诊人次83.6万。': ['1.07万人次', '83.6万人次'],
    '每千人口床位数达到1.2张，低于全市平均水平4.83张。': ['1.2张/千人', '4.83张/千人'],
    '每万人口全科医生3.2名。': ['3.2人/万人'],
    '每天两次播放，每月一次公示，每年不少于4次。': ['2次/天', '1次/月', '4次/年'],
    '每季度对医疗机构进行检查。': ['4次/年'],
    '出生人口性别比105.34，性别比为113.73:100。': ['105.34:100', '113.73:100'],
  })
})

test('ranges and shared units', () => {
  reads({
    '每所村卫生室有1-2名村医。': ['1~2人'],
    '补助3至5万元。': ['3~5万元'],
    '下降10%—15%。': ['10~15%'],
    '分别确诊90、31、4例。': ['90例', '31例', '4例'],
  })
})

test('ranks', () => {
  reads({
    '我委排名第三。': ['3名'],
    '我市获第二名。': ['2名'],
    '稳居全省第一。': ['1名'],
    '获团体三等奖。': ['3等奖'],
    '较上年上升3位。': ['3位'],
  })
})

test('numbers that claim nothing', () => {
  for (const text of [
    '2025年8月30日印发，8月28日—9月30日实施，1-11月完成。',
    '（玉政办发【2025】8号）、（叙卫委〔20**〕7号）、第12号令。',
    '一、主要工作。（二）加强领导。3.推进改革。',
    '做好H7N9、H5N6禽流感防控，检测PM2.5。',
    '12345热线、“120”急救电话、12320平台。',
    '落实中央八项规定精神，落实“八项规定”“三个统一”“两个责任”，实施“1237”工程。',
    '0-6岁儿童、65岁以上老年人、0～36个月儿童、孕13周前。',
    '十八届三中全会、十一届三次全会、“十三五”规划。',
    '进一步加强、统一管理、一体化、一系列、第一责任人、一把手。',
    '二级以上医院、三级甲等医院、三三一医院、市三医院。',
    '联系电话13912345678，010-12345678。',
    '打造“15分钟服务圈”，24小时值班。',
    '紧扣两大版块、打好三大战役、抓好七项重点工作。',
    '实行零差率销售，做到零投诉、零事故。',
    '二次供水、二期工程、一期工程。',
    '完成救治x名，投资 万元，20**年发放x万份。',
  ]) {
    assert.deepEqual(quantitiesOf(text), [], text)
  }
})

test('Chinese numerals count outside slogans', () => {
  reads({
    '三是五个乡镇卫生院改扩建工程已完工。': ['5个'],
    '市委督查组对我委的两次专题督查。': ['2次'],
    '落实十二项基本公共卫生服务。': ['12项'],
    '培训两千余人，投入三十五万元。': ['2000人', '35万元'],
  })
})

test('vague words make a claim approximate', () => {
  for (const text of [
    '发放资料1000余份。',
    '约60万人。',
    '近600人参加。',
    '20多起案件。',
    '6种以上技术。',
    '罚款10余万元。',
  ])
    assert.equal(onlyClaim(text).approximate, true, text)
  for (const text of ['已签约106351人。', '发放资料1000份。', '成功率≥85%。'])
    assert.equal(onlyClaim(text).approximate, false, text)
})

test('a short bracket belongs to the word it stands in', () => {
  reads({
    '每千人口执业（助理）医师2.78人。': ['2.78人/千人'],
    '各县（市、区）投入35万元（其中自筹5万元）。': ['35万元', '5万元'],
    '义诊36场（次），惠及1.2万人（次）。': ['36场次', '1.2万人次'],
  })
})

test('numbers that leave their unit to the words around them', () => {
  reads({
    '门急诊人次、出院人数分别为998514、16648，床位使用率86%。': ['998514人次', '16648人', '86%'],
    '分别比上年提高5个和8个百分点。': ['5个百分点', '8个百分点'],
    '千人口献血率6.3，同比增长5.2%。': ['6.3‰', '5.2%'],
    '病例组合指数（CMI）由0.85提高到0.92。': ['0.85', '0.92'],
    '每千人口医生1.2人，护士0.9人。': ['1.2人/千人', '0.9人/千人'],
    '执业医师1.98人/千人口。': ['1.98人/千人'],
    '每万名居民有全科医生2.6名。': ['2.6人/万人'],
  })
})

test('apparatus and diseases written in letters are counted, their own digits are not', () => {
  reads({
    '采购CT2台、DR12台，确诊PKU1例。': ['2台', '12台', '1例'],
    '储备N95口罩23万只，做好H7N9病例3例的流调。': ['23万只', '3例'],
    '采集全血1.86万单位、机采血小板1236治疗量，每5万人口有救护车2.2辆。': ['1.86万单位', '1236治疗量', '2.2辆'],
    '采血3860单位，抗菌药物使用强度38.6DDDs。': ['3860单位', '38.6DDDs'],
  })
})

test('shares in tenths and slashes, round numbers that are nearly reached, minutes with seconds', () => {
  reads({
    '大专以上学历不足两成，超过60岁的占1/3。': ['20%', '33.33%'],
    '让利群众近千万元，惠及逾万人。': ['1000万元', '10000人'],
    '平均出车时间1分28秒。': ['88秒'],
    '高、中、初级比例为1:3.5:5。': ['1:3.5:5'],
    '走进千家万户，附近百人。': [],
  })
})

test('the text of a claim stands at its offsets, in code points', () => {
  const text = '𠮷林县共建档4567人。'
  const claim = onlyClaim(text)
  assert.equal([...text].slice(claim.start, claim.end).join(''), claim.text)
  assert.equal(claim.text, '4567人')
})

test('a quantity reads the same in digits, full-width and Chinese', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 11, max: 9999 }),
      fc.constantFrom('人', '户', '家', '例', '份', '人次'),
      (value, unit) => {
        assert.deepEqual(quantitiesOf(`全年共管理${value}${unit}。`), [`${value}${unit}`])
        assert.deepEqual(quantitiesOf(`全年共管理${printChinese(value)}${unit}。`), [`${value}${unit}`])
      },
    ),
    { numRuns: 200 },
  )
})
