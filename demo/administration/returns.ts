import { createHash } from 'node:crypto'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import { recordBulk } from '@kangheng/kernel/record/bulk.ts'
import { shippedForms } from '@kangheng/domains/administration/statistical-returns/forms/index.ts'
import { cellsOf } from '@kangheng/domains/administration/statistical-returns/layout.ts'
import { returns } from '@kangheng/domains/administration/statistical-returns/tables.ts'
import { administrator } from '@kangheng/domains/roles.ts'
import type { Stage } from './stage.ts'

/**
 * Fills the bound cells of the townships' returns from the figures, which were not there yet when the returns were loaded: in all of them at once, as each was read on
 * the day it was opened.
 */
export async function fillFromFigures({ database, house, county }: Stage): Promise<void> {
  const bound = cellsOf(shippedForms['township-monthly'].layout).flatMap(({ code, source }) =>
    source.kind === 'figure' ? [{ code, indicator: source.indicator }] : [],
  )
  await database.transaction(async (connection) => {
    const filled = await connection.query<{ id: string }>(
      `update statistical_return r set "values" = r."values" || f.found, from_figures = f.read
       from (
         select g.place, g.period, jsonb_object_agg(b.code, g.value::text) as found,
           jsonb_object_agg(b.code, to_char((g.period || '-01')::date + interval '1 month', 'YYYY-MM-DD')) as read
         from figure g join jsonb_to_recordset($2::text::jsonb) as b (code text, indicator text) on b.indicator = g.indicator
         where g.county = $1 and g.value is not null
           and g.period in (select period from statistical_return where county = $1 and form = 'township-monthly')
         group by g.place, g.period) f
       where r.county = $1 and r.form = 'township-monthly' and f.place = r.division and f.period = r.period returning r.id`,
      [county, JSON.stringify(bound)],
    )
    await recordBulk(connection, house, {
      county,
      actor: installationActor(county, administrator.id),
      requestId: 'demo-returns-figures',
      action: 'demo.load',
      input: { form: 'township-monthly' },
      writes: [
        {
          table: returns,
          rows: filled.length,
          digest: createHash('sm3').update(JSON.stringify(filled)).digest('hex'),
          places: new Map(),
        },
      ],
    })
  })
}
