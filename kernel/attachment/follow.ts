import type { Connection } from '../store/connection.ts'

/**
 * Gives the pictures of these rows the person and place that the rows have now: whoever sees the rows sees their pictures, and nobody else. Needs the house's
 * rights (`withHouseRights`): a picture is never changed otherwise.
 */
export async function takePicturesAlong(
  connection: Connection,
  county: string,
  recordIds: readonly string[],
  { person, division }: { readonly person?: string; readonly division?: string },
): Promise<void> {
  if (recordIds.length === 0) return
  await connection.query(
    `update attachment set person = coalesce($3::uuid, person), division = coalesce($4, division)
     where county = $1 and record_id = any($2::uuid[])`,
    [county, recordIds, person ?? null, division ?? null],
  )
}
