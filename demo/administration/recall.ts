import type { Stage } from './stage.ts'

/** A lot of the third quarter of 2025 that is still in the refrigerators beside the one of the fourth. */
const LOT = { vaccine: 'MPSV-AC', lotNumber: 'MPSVAC25Q3' }

/** A manufacturer recalls a lot: the county stops it in every clinic, and two clinics have begun to tell the families. */
export async function playRecall(stage: Stage): Promise<void> {
  const { database, county } = stage
  const named = [county, LOT.vaccine, LOT.lotNumber]
  const lots = await database.query<{ id: string }>(
    `select id from immunization_lot where county = $1 and vaccine = $2 and lot_number = $3 and state = 'in-use' order by id`,
    named,
  )
  for (const { id } of lots)
    await stage.act(
      'disease-control',
      '2025-12-22',
      'immunization.lot.stop',
      { reason: '生产企业通知：个别样品外观检查异常，主动召回' },
      id,
    )
  const clinics = await database.query<{ username: string; division: string }>(
    `select username, division from account where county = $1 and role = 'township-centre' order by username`,
    [county],
  )
  for (const { username, division } of clinics) {
    const given = await database.query<{ id: string }>(
      `select id from immunization_vaccination where county = $1 and vaccine = $2 and lot_number = $3 and division >= $4 and division < $4 || '~'
         and voided_at is null order by happened_on, id limit 12`,
      [...named, division],
    )
    for (const [index, { id }] of given.entries())
      if (index % 4 === 3)
        await stage.act(username, '2025-12-24', 'immunization.recall-notice.miss', {
          ...{ vaccination: id, way: 'phone', note: '电话无人接听，请村医上门' },
        })
      else if (index % 4 < 2)
        await stage.act(username, '2025-12-23', 'immunization.recall-notice.tell', {
          ...{ vaccination: id, way: index % 2 === 0 ? 'phone' : 'message', note: '已告知，孩子无不适' },
        })
  }
}
