import { get, type Query } from './client.ts'

/** Reads a list: the answer itself, or the one list inside it (`{ bulletins: [...] }`). */
export async function getList<Row>(path: string, query?: Query): Promise<Row[]> {
  const answer = await get<Row[] | Record<string, unknown>>(path, query)
  if (Array.isArray(answer)) return answer
  return (Object.values(answer).find(Array.isArray) as Row[] | undefined) ?? []
}
