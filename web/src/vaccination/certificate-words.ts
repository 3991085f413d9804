import { defineWords } from '../language/words.ts'

export const certificateWords = defineWords({
  title: { zh: '预防接种证', en: 'Vaccination certificate' },
  open: { zh: '打开、打印接种证', en: 'Open and print the certificate' },
  number: { zh: '接种证号', en: 'Number' },
  issuedOn: { zh: '发证日期', en: 'Issued on' },
  code: {
    zh: (number: string) => `接种证${number}的二维码`,
    en: (number: string) => `QR code of certificate ${number}`,
  },
  hint: {
    zh: '扫码可核验此证是否有效、打印后接种记录是否有变动；二维码不含个人信息。',
    en: 'The code tells whether the certificate holds and whether doses changed since it was printed; it holds nothing of the person.',
  },
  doses: { zh: '接种记录', en: 'Doses' },
  vaccine: { zh: '疫苗', en: 'Vaccine' },
  counts: { zh: '计入剂次', en: 'Counts as' },
  none: { zh: '不计剂次', en: 'does not count' },
  on: { zh: '接种日期', en: 'Given on' },
  way: { zh: '部位和途径', en: 'Site and route' },
  lot: { zh: '批号', en: 'Lot' },
  manufacturer: { zh: '生产企业', en: 'Manufacturer' },
  clinic: { zh: '接种单位', en: 'Clinic' },
  verifyTitle: { zh: '核验接种证', en: 'Verify a certificate' },
  verifyAbout: {
    zh: '用扫码枪扫入，或粘贴二维码内容',
    en: 'Scan the code into the field, or paste what it says',
  },
  content: { zh: '二维码内容', en: 'What the code says' },
  verify: { zh: '核验', en: 'Verify' },
  valid: { zh: '有效，与现有接种记录一致', en: 'Valid; the doses are as printed' },
  changed: {
    zh: '有效，但打印后接种记录有变动，请重新打印',
    en: 'Valid, but doses changed since it was printed: print it again',
  },
  revoked: { zh: '已注销，此证无效', en: 'Revoked: it does not hold' },
  forged: { zh: '不是本系统签发的接种证，或内容被改动', en: 'Not a certificate of this house, or it was altered' },
  holder: { zh: '持证人', en: 'Holder' },
  elsewhere: { zh: '不在您的管辖范围内，不显示个人信息', en: 'outside your scope: the person is not shown' },
  dosesNow: { zh: (count: number) => `现有接种记录${count}剂次`, en: (count: number) => `${count} doses on record` },
})
