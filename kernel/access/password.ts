import { hash, verify } from '@node-rs/argon2'
import { refuse } from '../text/refusal.ts'

const MINIMUM_LENGTH = 10
const MAXIMUM_LENGTH = 200

/** Starts of passwords that everyone tries first. */
const COMMON = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  '1234567890',
  '0123456789',
  '123456789a',
  'a123456789',
  'qwertyuiop',
  '1qaz2wsx',
  'abcd1234',
  'abc123',
  'admin123',
  'administrator',
  'iloveyou',
  'woaini',
  'wodemima',
  'kangheng',
  'welcome',
  'letmein',
]

const isMonotonous = (text: string) => new Set(text).size < 4

/** Whether digits only count up or down: 1234567890, 9876543210. */
function isSequence(text: string): boolean {
  if (!/^\d+$/.test(text)) return false
  const steps = [...text].slice(1).map((digit, index) => (Number(digit) - Number(text[index]) + 10) % 10)
  return steps.every((step) => step === steps[0] && (step === 1 || step === 9))
}

/**
 * Refuses a password that is too easy: shorter than 10 characters, the user name in it, a common one, one repeated character or a run of digits.
 * Length is what counts; no kinds of characters are demanded.
 */
export function checkPassword(password: string, username: string, field = 'password'): void {
  if ([...password].length < MINIMUM_LENGTH)
    refuse(field, {
      zh: `密码至少 ${MINIMUM_LENGTH} 个字符，可用一句好记的话`,
      en: `A password has at least ${MINIMUM_LENGTH} characters; a sentence you remember will do`,
    })
  if (password.length > MAXIMUM_LENGTH)
    refuse(field, {
      zh: `密码不能超过 ${MAXIMUM_LENGTH} 个字符`,
      en: `A password has at most ${MAXIMUM_LENGTH} characters`,
    })
  const plain = password.toLowerCase()
  if (username.length >= 3 && plain.includes(username.toLowerCase()))
    refuse(field, { zh: '密码中不能含有用户名', en: 'A password must not contain the user name' })
  if (COMMON.some((common) => plain.startsWith(common)) || isMonotonous(plain) || isSequence(plain))
    refuse(field, {
      zh: '这个密码太常见，容易被猜中，请换一个',
      en: 'This password is common and easily guessed; choose another',
    })
}

/** Argon2id with the parameters OWASP recommends (19 MiB, two passes); the salt is part of the text. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19456, timeCost: 2, parallelism: 1 })
}

let nobody: Promise<string> | undefined

/** Whether a password fits a hash. Without a hash (no such account) the same work is done, so that the time tells nothing. */
export async function passwordFits(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const fits = await verify(passwordHash ?? (await nobody), password).catch(() => false)
  return fits && passwordHash !== undefined
}
