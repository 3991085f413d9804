import type { Actor } from '../../access/actor.ts'
import type { Connection } from '../../store/connection.ts'
import { Refusal } from '../../text/refusal.ts'
import { actorOfJob, type ImportJob } from '../import-jobs.ts'

/**
 * Who acts in an import of an action: the account that sent the file, as it is now. An import that goes on after a restart must not write for somebody whose
 * account was disabled or given another post; the installation's own imports have no account.
 * @throws Refusal when the account may no longer act so.
 */
export async function actingAccount(connection: Connection, county: string, job: ImportJob): Promise<Actor> {
  const actor = actorOfJob(job)
  const [row] = await connection.query<Pick<Actor, 'role' | 'division' | 'institution' | 'person'> & { off: boolean }>(
    'select role, division, institution, person, disabled as off from account where county = $1 and id = $2',
    [county, job.account],
  )
  if (!row) return actor
  if (row.off || row.role !== job.role || row.division !== job.division)
    throw new Refusal('forbidden', {
      zh: '上传人的账号已停用或已调整，请由现在的经办人重新导入',
      en: 'The account that sent the file was disabled or changed; somebody in charge must import it again',
    })
  return { ...actor, institution: row.institution, person: row.person }
}
