import type { Arguments } from './arguments.ts'
import { optional } from './arguments.ts'
import { openInstallation, type Installation } from '@kangheng/server/installation.ts'
import type { Setting } from '@kangheng/server/setting.ts'

/** The installation a command works on: --data, or PostgreSQL by DATABASE_URL (--data still tells where the secret is); of several counties in it the one that --county or KANGHENG_COUNTY names. */
export function installationOf(given: Arguments): Installation {
  const folder = optional(given, 'data') ?? process.env['KANGHENG_DATA'] ?? 'data'
  const county = optional(given, 'county') ?? (process.env['KANGHENG_COUNTY'] || undefined)
  // A folder named on the command line is an embedded database of its own, whatever the environment says.
  return { folder, url: given.options['data'] === undefined ? process.env['DATABASE_URL'] : undefined, county }
}

/** Opens the installation, does the work, and closes it whatever happens. */
export async function withInstallation<Result>(
  given: Arguments,
  work: (setting: Setting) => Promise<Result>,
): Promise<Result> {
  const setting = await openInstallation(installationOf(given))
  try {
    return await work(setting)
  } finally {
    await setting.close()
  }
}
