import { defineRegister } from '@kangheng/kernel/exchange/register.ts'

/** The register of residents (居民花名册): its columns under all the names by which they come. Source: rules for resident registers, 1.2. */
export const residentRegister = defineRegister({
  id: 'residents',
  title: { zh: '居民花名册', en: 'Register of residents' },
  columns: {
    serial: { title: { zh: '序号', en: 'No.' }, aliases: ['序号', '编号'] },
    name: { title: { zh: '姓名', en: 'Name' }, aliases: ['姓名', '居民姓名'] },
    sex: { title: { zh: '性别', en: 'Sex' }, aliases: ['性别'] },
    ethnic: { title: { zh: '民族', en: 'Ethnic group' }, aliases: ['民族', '族别'] },
    id: {
      title: { zh: '身份证号', en: 'Identity number' },
      aliases: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '证件号码', '身份证'],
    },
    birth: { title: { zh: '出生日期', en: 'Date of birth' }, aliases: ['出生日期', '出生年月日', '出生年月', '生日'] },
    head: { title: { zh: '户主姓名', en: 'Head of household' }, aliases: ['户主姓名', '户主'] },
    relation: {
      title: { zh: '与户主关系', en: 'Relation to head' },
      aliases: ['与户主关系', '与户主的关系', '家庭关系'],
    },
    township: { title: { zh: '乡镇', en: 'Township' }, aliases: ['乡镇', '乡(镇)', '乡镇名称', '所属乡镇'] },
    village: { title: { zh: '村(社区)', en: 'Village' }, aliases: ['村(社区)', '村委会', '行政村', '村名'] },
    group: { title: { zh: '村民小组', en: 'Village group' }, aliases: ['村民小组', '小组', '组别'] },
    address: {
      title: { zh: '详细住址', en: 'Address' },
      aliases: ['详细住址', '家庭住址', '现住址', '家庭详细住址', '住址'],
    },
    phone: {
      title: { zh: '联系电话', en: 'Phone' },
      aliases: ['联系电话', '电话', '联系方式', '手机号码', '手机号', '电话号码'],
    },
    hukou: {
      title: { zh: '户籍类型', en: 'Household registration' },
      aliases: ['户籍类型', '户口性质', '户籍性质', '户口类型'],
    },
    poverty: { title: { zh: '是否脱贫户', en: 'Out of poverty' }, aliases: ['是否脱贫户', '脱贫户'] },
    htn: { title: { zh: '是否高血压', en: 'Hypertension' }, aliases: ['是否高血压', '高血压'] },
    dm: { title: { zh: '是否糖尿病', en: 'Diabetes' }, aliases: ['是否糖尿病', '糖尿病'] },
    remark: { title: { zh: '备注', en: 'Remark' }, aliases: ['备注'] },
  },
  identifiedBy: ['name', 'id'],
  nameColumn: 'name',
  totalsIn: ['serial', 'name'],
  ditto: ['head', 'township', 'village', 'group', 'address'],
})

/** Columns of the register of residents. */
export type ResidentColumn = (typeof residentRegister.keys)[number]
