import { defineWords } from '../language/words.ts'

export const words = defineWords({
  title: { zh: '离线工作', en: 'Work offline' },
  about: {
    zh: '没有网络也能看名单、填表；有网络时自动发送。',
    en: 'Lists and forms without a network; what you enter is sent when there is one.',
  },
  // The door
  locked: { zh: '输入口令', en: 'Enter the PIN' },
  lockedHint: {
    zh: '本村资料加密存放在这台手机上。',
    en: 'The village’s files lie encrypted on this phone.',
  },
  pin: { zh: '口令', en: 'PIN' },
  pinAgain: { zh: '再输一遍口令', en: 'PIN again' },
  pinRule: {
    zh: '6至12位数字，不要用连号或同一个数字。',
    en: 'Six to twelve digits; no row, no single digit repeated.',
  },
  pinShort: { zh: '口令须为6至12位数字', en: 'A PIN has six to twelve digits' },
  pinSimple: { zh: '连号或同一个数字太容易猜中，请换一个', en: 'Too easy to guess; choose another' },
  pinDiffers: { zh: '两次输入不一致', en: 'The two entries differ' },
  unlock: { zh: '打开', en: 'Open' },
  wrongPin: {
    zh: (left: number) => `口令不对。再错${left}次，本机上的本村资料将被清除（待发送的记录不会丢）。`,
    en: (left: number) =>
      `Wrong PIN. After ${left} more the village’s files on this phone are erased (what waits to be sent is not).`,
  },
  erased: { zh: '本机上的本村资料已清除', en: 'The village’s files on this phone were erased' },
  erasedHint: {
    zh: (waiting: number) =>
      waiting > 0
        ? `有${waiting}条待发送的记录仍加密保存在本机，没有丢。请联网登录，重设口令后会继续发送。`
        : '请联网登录后重设口令，重新同步。',
    en: (waiting: number) =>
      waiting > 0
        ? `${waiting} unsent entries are still on this phone, encrypted. Sign in with a connection and set a new PIN; then they are sent.`
        : 'Sign in with a connection, set a new PIN and sync again.',
  },
  forgotten: { zh: '忘记口令', en: 'Forgot the PIN' },
  forgottenHint: {
    zh: '联网用密码登录后，可以在这里重设口令；待发送的记录会保留。',
    en: 'Sign in with your password on a connection and you can set a new PIN here; what waits is kept.',
  },
  newPin: { zh: '重设口令', en: 'Set a new PIN' },
  toSignIn: { zh: '联网登录', en: 'Sign in' },
  withoutNetwork: { zh: '连不上服务器，可以用本机资料工作。', en: 'No connection: work with what is on this phone.' },
  otherPerson: { zh: '换一个人', en: 'Somebody else' },
  // Setting up
  setUp: { zh: '在这台手机上启用', en: 'Set up on this phone' },
  setUpAbout: {
    zh: '设一个口令，把本村名单和近期记录加密存到这台手机，下乡没有网络也能用。每次打开都要输口令；10分钟不用自动上锁。',
    en: 'Choose a PIN; the village’s list and latest records are kept encrypted on this phone. The PIN is asked each time it is opened, and after ten idle minutes.',
  },
  setUpDo: { zh: '启用并同步', en: 'Set up and sync' },
  unsafe: { zh: '这个地址不能启用离线工作', en: 'Not possible at this address' },
  unsafeHint: {
    zh: '浏览器只允许在 https 地址上加密保存资料。请管理员为服务器配置 https 后再用。',
    en: 'Browsers encrypt on https addresses only. Ask the administrator to put the server behind https.',
  },
  // How things stand
  standing: { zh: '本机资料', en: 'On this phone' },
  syncedAt: { zh: '同步时间', en: 'Synced' },
  never: { zh: '还没有同步', en: 'not yet' },
  incomplete: { zh: '上次同步中断，部分资料不是最新', en: 'The last sync broke off; some of it is older' },
  people: { zh: '居民', en: 'Residents' },
  work: { zh: '待办', en: 'Work' },
  network: { zh: '网络', en: 'Network' },
  online: { zh: '已连接', en: 'connected' },
  offline: { zh: '离线', en: 'offline' },
  signedOut: { zh: '登录已过期', en: 'signed out' },
  syncNow: { zh: '现在同步', en: 'Sync now' },
  syncing: { zh: '正在同步…', en: 'Syncing…' },
  synced: { zh: (parts: number) => `同步完成，更新${parts}部分`, en: (parts: number) => `Synced, ${parts} parts new` },
  notSynced: { zh: '没有同步完，下次接着传', en: 'Not finished; the rest comes next time' },
  lockNow: { zh: '上锁', en: 'Lock' },
  erase: { zh: '清除本机资料', en: 'Erase this copy' },
  eraseHint: {
    zh: '只清除名单和记录的副本；待发送的记录仍加密保留，下次联网登录并设口令后发送。',
    en: 'Erases the copy only; unsent entries stay encrypted and are sent after you sign in and set a PIN again.',
  },
  clockOff: {
    zh: (hours: number) => `手机时钟与服务器相差${hours}小时，请在手机设置里校准；填写日期时请核对。`,
    en: (hours: number) =>
      `This phone’s clock is ${hours} hours off the server’s. Correct it, and check the dates you enter.`,
  },
  // The banner
  bannerOffline: { zh: '离线', en: 'Offline' },
  bannerFrom: { zh: (at: string) => `显示${at}同步的资料`, en: (at: string) => `showing what was synced ${at}` },
  bannerSignedOut: { zh: '登录已过期，登录后发送', en: 'Signed out; sign in to send' },
  signIn: { zh: '登录', en: 'Sign in' },
  waitingShort: { zh: (count: number) => `${count}条待发送`, en: (count: number) => `${count} to send` },
  troubleShort: { zh: (count: number) => `${count}条要处理`, en: (count: number) => `${count} need you` },
  // The outbox
  outbox: { zh: '待发送', en: 'To be sent' },
  nothingWaits: { zh: '没有待发送的记录', en: 'Nothing waits' },
  nothingWaitsHint: { zh: '填好的记录都已送到服务器。', en: 'Everything entered has reached the server.' },
  sendNow: { zh: '现在发送', en: 'Send now' },
  waiting: { zh: '待发送', en: 'waiting' },
  tried: { zh: (times: number) => `已试${times}次，等待答复`, en: (times: number) => `tried ${times} times` },
  conflict: { zh: '内容有冲突', en: 'conflict' },
  refused: { zh: '被退回', en: 'sent back' },
  queued: { zh: '已存入待发送，有网络时自动发送', en: 'Kept; it is sent when there is a connection' },
  correct: { zh: '改正后再发', en: 'Correct and send' },
  compare: { zh: '对照处理', en: 'Compare' },
  change: { zh: '修改', en: 'Change' },
  giveUp: { zh: '放弃这条', en: 'Give up' },
  giveUpReason: { zh: '放弃的原因', en: 'Why it is given up' },
  giveUpHint: { zh: '例如：同事已登记', en: 'For example: a colleague has entered it' },
  lately: { zh: '最近完成', en: 'Lately' },
  sent: { zh: '已送达', en: 'sent' },
  discarded: { zh: '已放弃', en: 'given up' },
  noEntry: { zh: '这条已经处理完了', en: 'This entry has been dealt with' },
  unanswered: {
    zh: '这条已发出，还不知道服务器是否收到，暂时不能改。有网络时会自动弄清楚。',
    en: 'It was sent and nobody knows yet whether it arrived; it cannot be changed until that is clear.',
  },
  faultClock: {
    zh: '填写时手机时钟不准，请核对日期后再发。',
    en: 'The phone’s clock was off when this was entered. Check the dates and send again.',
  },
  faultOrphan: {
    zh: '它所依据的登记已放弃，请改选居民或放弃这条。',
    en: 'The registration it stands on was given up. Choose another resident, or give this up too.',
  },
  mine: { zh: '我填的', en: 'Mine' },
  theirs: { zh: '服务器上现在的', en: 'On the server now' },
  field: { zh: '项目', en: 'Field' },
  onNewState: { zh: '按最新内容重新发送', en: 'Send on the present state' },
  // The day's list
  day: { zh: '今日待办', en: 'The day’s work' },
  byRoute: { zh: '按路线', en: 'By route' },
  byDue: { zh: '按超期', en: 'By urgency' },
  group: { zh: (number: string) => `${number}组`, en: (number: string) => `Group ${number}` },
  noGroup: { zh: '未分组', en: 'No group' },
  groupPeople: { zh: (count: number) => `${count}人`, en: (count: number) => `${count} people` },
  last: { zh: (day: string) => `上次 ${day}`, en: (day: string) => `Last ${day}` },
  noLast: { zh: '没有以往记录', en: 'Nothing recorded before' },
  call: { zh: '打电话', en: 'Call' },
  age: { zh: (years: number) => `${years}岁`, en: (years: number) => `${years} y` },
  household: { zh: (number: string) => `户号${number}`, en: (number: string) => `household ${number}` },
  more: { zh: '再显示一些', en: 'Show more' },
  // The scanner
  scan: { zh: '扫健康卡', en: 'Scan a health card' },
  scanAbout: { zh: '把居民健康卡的二维码放进框里。', en: 'Hold the card’s QR code into the frame.' },
  noCamera: { zh: '打不开摄像头', en: 'The camera does not open' },
  noCameraHint: {
    zh: '请在浏览器里允许使用摄像头，或按姓名查找。摄像头只能在 https 地址上使用。',
    en: 'Allow the camera in the browser, or find the resident by name. Cameras work on https addresses only.',
  },
  unknownCard: { zh: '不是本系统的健康卡，或不在您的管辖范围内', en: 'Not a card of this house, or outside your area' },
  revokedCard: { zh: '这张健康卡已注销', en: 'This card has been revoked' },
  // New versions
  newVersion: { zh: '新版本已准备好', en: 'A new version is ready' },
  update: { zh: '更新', en: 'Update' },
  updateLater: { zh: '填完这张表再更新', en: 'finish this form first' },
})
