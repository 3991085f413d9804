import { defineWords } from '../language/words.ts'

export const words = defineWords({
  title: { zh: '发信设置', en: 'Mail' },
  about: {
    zh: '看板订阅由这里设置的发信服务器发出。没有设置时不发送任何邮件。密码加密保存，保存后不再显示。',
    en: 'Subscribed dashboards are sent through this server; nothing is sent while none is set. The password is kept as ciphertext and never shown again.',
  },
  host: { zh: '发信服务器', en: 'Server' },
  port: { zh: '端口', en: 'Port' },
  security: { zh: '加密方式', en: 'Encryption' },
  tls: { zh: 'TLS（通常为465端口）', en: 'TLS (usually port 465)' },
  starttls: { zh: 'STARTTLS（通常为587端口）', en: 'STARTTLS (usually port 587)' },
  none: { zh: '不加密（只用于本机转发）', en: 'None (a relay on this machine only)' },
  user: { zh: '用户名', en: 'User name' },
  userHint: { zh: '服务器不要求登录时不填', en: 'Empty when the server asks for none' },
  password: { zh: '密码或授权码', en: 'Password' },
  passwordKept: { zh: '已保存；不填则不变', en: 'Kept; left as it is when empty' },
  from: { zh: '发件人', en: 'From' },
  fromHint: { zh: '如 康衡 <kangheng@example.cn>', en: 'Such as Kangheng <kangheng@example.cn>' },
  site: { zh: '本系统网址', en: 'Address of these pages' },
  siteHint: {
    zh: '邮件中的退订链接用它，如 https://kangheng.example.cn',
    en: 'For the way to unsubscribe, such as https://kangheng.example.cn',
  },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  try: { zh: '发一封测试邮件', en: 'Send a test message' },
  tryTo: { zh: '收件邮箱', en: 'To' },
  tried: { zh: '测试邮件已发出', en: 'The test message was sent' },
  noFont: {
    zh: '服务器上没有中文字体，不能生成看板的 PDF 和图片。请安装 fonts-noto-cjk，或用环境变量 KANGHENG_FONT 指明字体文件。',
    en: 'The server has no font with Chinese characters and cannot make files of dashboards: install fonts-noto-cjk, or name a font file in KANGHENG_FONT.',
  },
  deliveries: {
    zh: (sent: number, waiting: number, failed: number) =>
      `近31天：已发送${sent}封，等待${waiting}封，没有发出${failed}封`,
    en: (sent: number, waiting: number, failed: number) =>
      `In 31 days: ${sent} sent, ${waiting} waiting, ${failed} not sent`,
  },
})
