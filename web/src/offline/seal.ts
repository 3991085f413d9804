/** Ciphertext with its nonce. */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

/** OWASP's least for PBKDF2 with SHA-256 (2023). */
export const ROUNDS = 600_000
const CIPHER = 'AES-GCM'

const utf8 = new TextEncoder()
const text = new TextDecoder()

/** Random bytes. */
export const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

/** A key for use, made of raw bytes; scripts cannot read it back. */
export const keyOf = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, CIPHER, false, ['encrypt', 'decrypt'])

/** The key that a PIN stands for, under the device's salt. Takes about half a second, on purpose. */
export async function keyOfPin(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', utf8.encode(pin), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: CIPHER, length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/** The key that the server's recovery key stands for. */
export async function keyOfRecovery(secret: string): Promise<CryptoKey> {
  return keyOf(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(secret))))
}

/** Encrypts bytes; `name` is bound to them, so that one entry cannot be put in another's place. */
export async function sealBytes(key: CryptoKey, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const nonce = randomBytes(12)
  const data = await crypto.subtle.encrypt({ name: CIPHER, iv: nonce, additionalData: utf8.encode(name) }, key, bytes)
  return { nonce, data }
}

/** Decrypts bytes. @throws when the key is another, or name or content were changed. */
export async function openBytes(key: CryptoKey, name: string, sealed: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  const { nonce, data } = sealed
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: CIPHER, iv: nonce, additionalData: utf8.encode(name) }, key, data),
  )
}

/** Encrypts anything that JSON can say. */
export const seal = (key: CryptoKey, name: string, value: unknown): Promise<Sealed> =>
  sealBytes(key, name, utf8.encode(JSON.stringify(value)))

/** The opposite of `seal`. */
export async function unseal<Value>(key: CryptoKey, name: string, sealed: Sealed): Promise<Value> {
  return JSON.parse(text.decode(await openBytes(key, name, sealed))) as Value
}
