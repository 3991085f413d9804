/** What the server said. */
export interface Reply {
  readonly status: number
  readonly body: unknown
  /** The server's clock, in milliseconds; null when it did not say. */
  readonly serverAt: number | null
}

/** The way to the server. Every method throws `Unreachable` when no whole answer of this server came back. */
export interface Transport {
  get(path: string): Promise<Reply>
  post(path: string, body: unknown): Promise<Reply>
  /** An answer in lines, each as soon as it is there. */
  lines(path: string, body: unknown): AsyncIterable<string>
}

/** No answer: nobody knows whether the request arrived. */
export class Unreachable extends Error {}

/** An answer in lines that the server refused to give. */
export class Refused extends Error {
  readonly reply: Reply
  constructor(reply: Reply) {
    super(String(reply.status))
    this.reply = reply
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * Whether the answer is this server's. A hotel's or carrier's sign-in page answers everything with a cheerful 200, and a proxy with a 404 of its own: taking
 * either for an answer would lose an entry.
 */
export function isOurs({ status, body }: Reply): boolean {
  if (!isObject(body)) return false
  return status < 400 || (typeof body['type'] === 'string' && body['type'].startsWith('urn:kangheng:'))
}

/** Splits a stream of text into lines. @throws Unreachable when it ends within one. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder()
  // Only what is new is looked through: a line may be megabytes long and come in hundreds of pieces.
  let begun: string[] = []
  try {
    for await (const chunk of chunks) {
      const parts = decoder.decode(chunk, { stream: true }).split('\n')
      for (const part of parts.slice(0, -1)) {
        const line = begun.join('') + part
        begun = []
        yield line
      }
      begun.push(parts.at(-1)!)
    }
  } catch (error) {
    throw error instanceof Unreachable ? error : new Unreachable()
  }
  if (begun.join('') !== '') throw new Unreachable()
}
