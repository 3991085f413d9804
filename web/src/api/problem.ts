/** A refusal of the server, told in the reader's language (RFC 9457), or a failure to reach it (`status` 0). */
export class Problem extends Error {
  readonly status: number
  readonly detail: string
  readonly fields: Readonly<Record<string, string>>
  /** On 409: the row as it is now. */
  readonly current: Record<string, unknown> | null

  constructor(
    status: number,
    title: string,
    detail: string,
    fields: Record<string, string> = {},
    current: Record<string, unknown> | null = null,
  ) {
    super(title)
    this.name = 'Problem'
    this.status = status
    this.detail = detail
    this.fields = fields
    this.current = current
  }
}

interface ProblemBody {
  title?: string
  detail?: string
  field?: string
  errors?: { field: string; message: string }[]
  current?: Record<string, unknown>
}

/** Reads the server's problem document; `fallback` is said when there is none. */
export async function readProblem(response: Response, fallback: { title: string; detail: string }): Promise<Problem> {
  const body = await response.json().then(
    (value: unknown) => (typeof value === 'object' && value !== null ? (value as ProblemBody) : {}),
    (): ProblemBody => ({}),
  )
  const fields = Object.fromEntries((body.errors ?? []).map((error) => [error.field, error.message]))
  if (body.field && !fields[body.field]) fields[body.field] = body.detail ?? body.title ?? fallback.title
  return new Problem(
    response.status,
    body.title ?? fallback.title,
    body.detail ?? (body.title ? '' : fallback.detail),
    fields,
    body.current ?? null,
  )
}

/** Any thrown thing as a problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem(-1, error instanceof Error ? error.message : String(error), '')
}
