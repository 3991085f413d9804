import { defineWords } from '../language/words.ts'

export const words = defineWords({
  title: { zh: '登录', en: 'Sign in' },
  motto: {
    zh: '每一项服务只记一次，每一个数字都查得到来处。',
    en: 'Every service recorded once; every figure traced to its source.',
  },
  username: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  enter: { zh: '登录', en: 'Sign in' },
  workOffline: { zh: '先不登录，用本机资料工作', en: 'Work with the copy on this phone' },
  code: { zh: '动态验证码', en: 'Verification code' },
  codeHint: {
    zh: '打开身份验证器，输入当前的六位数字。',
    en: 'Open your authenticator and enter the six digits shown now.',
  },
  verify: { zh: '验证', en: 'Verify' },
  otherAccount: { zh: '换个账号登录', en: 'Sign in as someone else' },
  demoAccounts: { zh: '演示账号', en: 'Demonstration accounts' },
  demoHint: {
    zh: '点一个角色直接进入，各角色看到的范围和功能不同。',
    en: 'Choose a role to enter; each sees its own area and functions.',
  },
  forgotten: {
    zh: '忘记密码请联系本单位管理员重置。',
    en: 'If you forgot your password, ask your administrator to reset it.',
  },
  setUp: { zh: '首次使用', en: 'First use' },
  setUpHint: {
    zh: '系统里还没有账号。请设立第一位管理员，其余账号由管理员开设。',
    en: 'There is no account yet. Set up the first administrator, who opens the others.',
  },
  county: { zh: '县级行政区划代码', en: 'County code' },
  countyHint: { zh: '六位数字，例如 530721', en: 'Six digits, for example 530721' },
  fullName: { zh: '姓名', en: 'Name' },
  create: { zh: '设立管理员', en: 'Set up' },
  passwordHint: {
    zh: '至少十位，不能含用户名，不要用常见密码',
    en: 'At least ten characters; not your user name, not a common password',
  },
  newPassword: { zh: '设置新密码', en: 'Set a new password' },
  newPasswordHint: {
    zh: '这个账号使用的是初始密码，请先改成自己的密码。',
    en: 'This account still has its initial password; set your own first.',
  },
  presentPassword: { zh: '现在的密码', en: 'Present password' },
  nextPassword: { zh: '新密码', en: 'New password' },
  again: { zh: '再输一遍新密码', en: 'New password again' },
  different: { zh: '两次输入的新密码不一致', en: 'The two entries differ' },
  change: { zh: '更改密码', en: 'Change password' },
})
