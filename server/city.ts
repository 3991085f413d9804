import { countiesIn } from '@kangheng/kernel/access/settings.ts'
import { gatherFigures, stateOfCounties } from '@kangheng/kernel/indicator/gather.ts'
import { countiesOf, loadCity, type CityData } from '@kangheng/kernel/place/city.ts'
import { isCity } from '@kangheng/kernel/place/code.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { openPrepared, readSettings, writeSettings, type Installation } from './installation.ts'
import type { Setting } from './setting.ts'

/** The counties of a city that have been set up in its database. */
export const countiesOfCity = async ({ database, county }: Setting): Promise<string[]> =>
  countiesOf(county, await countiesIn(database))

/**
 * Sets up a city above the counties of a database. Its first month is the earliest of theirs; it is a demo when they all are. Running it again changes nothing but the names.
 * @throws Refusal when no county of the city is there.
 */
export async function initialiseCity(installation: Installation, city: CityData): Promise<Setting> {
  return openPrepared(installation, async (database) => {
    const counties = countiesOf(city.code, await countiesIn(database))
    if (counties.length === 0)
      throw new Refusal('unavailable', {
        zh: `数据库中没有代码以 ${city.code} 开头的县，请先建立县`,
        en: `No county of ${city.code} is in this database; set up the counties first`,
      })
    await loadCity(database, city, counties)
    const known = await Promise.all(counties.map((county) => readSettings(database, county)))
    const months = known.flatMap(({ firstMonth }) => (firstMonth ? [firstMonth] : []))
    const { today } = known[0]!
    const demo = known.every((each) => each.demo && each.today === today)
    const settings = {
      county: city.code,
      ...(months.length > 0 ? { firstMonth: months.sort()[0]! } : {}),
      ...(demo && today ? { demo, today, demoReady: true } : {}),
    }
    await writeSettings(database, city.code, settings)
    return { ...(await readSettings(database, city.code)), ...settings }
  })
}

/** Gathers the figures of a city anew. Returns their number. */
export async function gatherCity(setting: Setting): Promise<number> {
  return gatherFigures(setting.database, await setting.computation(), await countiesOfCity(setting))
}

/** Gathers the figures of a city when those of a county have changed; counties that have been set up meanwhile join it. */
export function cityWatch(setting: Setting): () => Promise<void> {
  let gathered: string | undefined
  return async () => {
    if (!isCity(setting.county)) return
    const counties = await countiesOfCity(setting)
    const computation = await setting.computation()
    // Looked at before the figures are: what changes meanwhile is found the next time.
    const state = await stateOfCounties(setting.database, computation, counties)
    if (state === gathered) return
    const [{ name, englishName }] = (await setting.database.query(
      'select name, english_name as "englishName" from division where code = $1',
      [setting.county],
    )) as [{ name: string; englishName: string }]
    await loadCity(setting.database, { code: setting.county, name, englishName }, counties)
    await gatherFigures(setting.database, computation, counties)
    await setting.database.execute('analyze figure')
    gathered = state
  }
}
