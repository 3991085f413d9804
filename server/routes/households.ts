import { z } from 'zod'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { logReading } from '@kangheng/kernel/access/reading-log.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { divisionNames, presentPerson } from '@kangheng/kernel/person/file.ts'
import { getHousehold, membersOf } from '@kangheng/kernel/person/households.ts'
import { maskName } from '@kangheng/kernel/person/mask.ts'
import { requestActor, seesUnmasked } from '../access.ts'
import type { Routes } from '../app-type.ts'
import type { Setting } from '../setting.ts'
import { sectionsOf } from '../view/sections.ts'
import { workOfPeople } from '../work-list.ts'

/** Rows of each record type and member: how things stand and what was done of late; the whole file is the person's. */
const ROWS_PER_MEMBER = 6

/** A household with those of its members whom the reader may see. Opening it opens a part of everybody's file: each is noted in the log. */
async function householdView(setting: Setting, actor: Actor, unmasked: boolean, id: string) {
  const { county, house } = setting
  const reader = { county, today: setting.today(), unmasked }
  const view = await asActor(setting.database, house, actor, async (connection) => {
    const source = { connection, county }
    const { number, headName, division, villageGroup } = await getHousehold(source, id)
    const found = await membersOf(source, id)
    const names = await divisionNames(connection, [division, ...found.map((member) => member.division)])
    const members = []
    for (const member of found) {
      await logReading(connection, county, actor, { person: member.id, division: member.division, what: 'household' })
      const {
        document: _document,
        extra: _extra,
        motherName: _mother,
        ...person
      } = presentPerson(member, names, reader)
      const sections = await sectionsOf(connection, setting, actor, member, { unmasked, limit: ROWS_PER_MEMBER })
      // Curves are drawn in the person's file only.
      members.push({ person, sections: sections.map(({ curves: _curves, ...section }) => section) })
    }
    return {
      id,
      number,
      headName: unmasked ? headName : maskName(headName),
      division,
      divisionName: names.get(division) ?? division,
      villageGroup: unmasked ? villageGroup : null,
      members,
    }
  })
  const persons = view.members.map(({ person }) => person.id)
  return { ...view, work: await workOfPeople(setting, actor, persons, unmasked) }
}

/** Households: who belongs to one, how things stand with each, what is due and what was done. */
export const householdRoutes: Routes = (app, setting) => {
  app.get(
    '/api/households/:id',
    { config: { access: 'see-persons' }, schema: { params: z.object({ id: z.uuid() }) } },
    (request) => householdView(setting, requestActor(request), seesUnmasked(setting, request), request.params.id),
  )
}
