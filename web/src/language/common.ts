import { defineWords } from './words.ts'

/** Words that every page uses. */
export const common = defineWords({
  product: { zh: '康衡', en: 'Kangheng' },
  productLine: { zh: '县域卫生健康统计与业务平台', en: 'Health work of a county, run and weighed' },
  synthetic: {
    zh: '演示数据：页面中的人员与记录均为合成，不是真实个人信息',
    en: 'Demonstration data: all people and records shown are synthetic',
  },
  syntheticShort: { zh: '演示数据 · 人员与记录均为合成', en: 'Demonstration · synthetic people and records' },
  search: { zh: '查询', en: 'Search' },
  clear: { zh: '清除条件', en: 'Clear filters' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  confirm: { zh: '确定', en: 'Confirm' },
  close: { zh: '关闭', en: 'Close' },
  back: { zh: '返回', en: 'Back' },
  add: { zh: '新增', en: 'Add' },
  edit: { zh: '修改', en: 'Edit' },
  remove: { zh: '移除', en: 'Remove' },
  retry: { zh: '重试', en: 'Try again' },
  loading: { zh: '正在加载…', en: 'Loading…' },
  more: { zh: '更多', en: 'More' },
  nextPage: { zh: '下一页', en: 'Next page' },
  firstPage: { zh: '回到首页', en: 'First page' },
  all: { zh: '全部', en: 'All' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  missing: { zh: '缺数', en: 'missing' },
  withheld: { zh: '不公开', en: 'withheld' },
  withheldWhy: {
    zh: '人数少，或可由此推出人数少的地方，只对指定岗位公开',
    en: 'It counts few people, or would tell of a place that does: told to named roles only',
  },
  notApplicable: { zh: '不适用', en: 'n/a' },
  place: { zh: '地区', en: 'Place' },
  period: { zh: '时期', en: 'Period' },
  status: { zh: '状态', en: 'Status' },
  unit: { zh: '单位', en: 'Unit' },
  basis: { zh: '口径', en: 'Basis' },
  asOf: { zh: '数据截至', en: 'As of' },
  date: { zh: '日期', en: 'Date' },
  name: { zh: '姓名', en: 'Name' },
  download: { zh: '下载', en: 'Download' },
  exportExcel: { zh: '导出表格', en: 'Export to Excel' },
  ways: { zh: '办理', en: 'Do' },
  print: { zh: '打印', en: 'Print' },
  rowsOf: {
    zh: (shown: number, total: number | null | undefined) =>
      total === undefined
        ? `已显示${shown}条`
        : total === null
          ? `已显示${shown}条，共一万条以上`
          : `已显示${shown}条，共${total.toLocaleString('en-US')}条`,
    en: (shown: number, total: number | null | undefined) =>
      total === undefined
        ? `${shown} shown`
        : total === null
          ? `${shown} shown of more than 10,000`
          : `${shown} shown of ${total.toLocaleString('en-US')}`,
  },
  nothingHere: { zh: '没有符合条件的数据', en: 'Nothing matches' },
  nothingHereHint: {
    zh: '可以放宽条件，或换一个地区、时期再看。',
    en: 'Widen the filters, or choose another place or period.',
  },
  done: { zh: '已完成', en: 'Done' },
  saved: { zh: '已保存', en: 'Saved' },
  required: { zh: '必填', en: 'Required' },
  optional: { zh: '选填', en: 'Optional' },
})
