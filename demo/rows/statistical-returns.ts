import { isoOf, RECORDS_FROM } from '../days.ts'
import { shippedForms } from '@kangheng/domains/administration/statistical-returns/forms/index.ts'
import * as tables from '@kangheng/domains/administration/statistical-returns/tables.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import type { Model } from '../model.ts'
import { planReturns, type FormCode } from '../services/statistical-returns.ts'
import { evening, recordColumns, rowsFor, type TableRows } from './load-table.ts'

const issuedOn = () => isoOf(RECORDS_FROM - 12)
const BASELINE_SOURCE = '2023年卫生统计年报（演示）'

/** Forms, returns with what was sent each time, and the beds and staff of 2023 as baselines. */
export function statisticalReturnTables({ county, places, seed, idOf }: Model): TableRows[] {
  const layouts = new Map(Object.keys(shippedForms).map((code, index) => [code, idOf('statistical-form', index)]))
  const forms = Object.entries(shippedForms).map(([code, form]): CopyValue[] => [
    ...[county, layouts.get(code)!, county, null, null, issuedOn(), 'issued', evening(issuedOn())],
    ...[code, form.title.zh, form.number, 1, form.periodKind, form.dueDay],
    ...[JSON.stringify(form.unitKinds), JSON.stringify(form.layout), issuedOn()],
  ])
  const planned = planReturns(places, seed)
  const nameOf = (form: FormCode) => shippedForms[form].title.zh
  const rows = planned.map((each, index): CopyValue[] => {
    const judged = each.state === 'open' ? [null, null] : [0, 0]
    return [
      ...[county, idOf('statistical-return', index), each.unit.division, each.unit.code, null, each.starts, each.state],
      // Opened on the first day after the period.
      evening(addDays(each.dueOn, 1 - shippedForms[each.form].dueDay)),
      ...[each.form, nameOf(each.form), layouts.get(each.form)!, each.period, each.unit.name, each.dueOn],
      ...[JSON.stringify(each.values), '{}', '{}', ...judged],
      ...[each.sentOn === null ? 0 : each.before && each.state !== 'returned' ? 2 : 1, each.firstSentOn, each.sentOn],
      ...[each.before ? 1 : 0, each.state === 'returned' ? each.reason : null],
      ...[each.reviewedOn, each.approvedOn, each.frozenOn],
    ]
  })
  const sent = planned.flatMap((each, index) => {
    const first = each.before && each.firstSentOn ? [{ values: each.before, on: each.firstSentOn }] : []
    const last = each.sentOn && each.state !== 'returned' ? [{ values: each.values, on: each.sentOn }] : []
    return [...first, ...last].map((version, number) => ({ ...version, each, index, number: number + 1 }))
  })
  const versions = sent.map(({ each, index, number, values, on }, at): CopyValue[] => [
    ...[county, idOf('statistical-version', at), each.unit.division, each.unit.code, null, on, 'kept', evening(on)],
    ...[idOf('statistical-return', index), number, nameOf(each.form), each.period, each.unit.name],
    JSON.stringify(values),
  ])
  const baselines = planned
    .filter((each) => each.form === 'resources-yearly')
    .flatMap((each) => ['beds', 'staff-total'].map((cell) => ({ each, cell })))
    .map(({ each, cell }, index): CopyValue[] => [
      ...[county, idOf('statistical-baseline', index), each.unit.division, each.unit.code, null, issuedOn(), 'entered'],
      ...[evening(issuedOn()), each.form, cell, '2023', Math.round(Number(each.values[cell]) * 0.97), BASELINE_SOURCE],
    ])
  return [
    rowsFor(
      tables.forms,
      [
        ...recordColumns,
        'form',
        'name',
        'number',
        'edition',
        'periodKind',
        'dueDay',
        'unitKinds',
        'content',
        'issuedOn',
      ],
      forms.length,
      forms,
    ),
    rowsFor(
      tables.returns,
      [
        ...recordColumns,
        ...([
          'form',
          'formName',
          'layout',
          'period',
          'unitName',
          'dueOn',
          'values',
          'fromFigures',
          'explanations',
        ] as const),
        ...(['errors', 'warnings', 'sent', 'firstSentOn', 'sentOn', 'returned', 'returnedReason'] as const),
        ...(['reviewedOn', 'approvedOn', 'frozenOn'] as const),
      ],
      rows.length,
      rows,
    ),
    rowsFor(
      tables.versions,
      [...recordColumns, 'return', 'number', 'formName', 'period', 'unitName', 'values'],
      versions.length,
      versions,
    ),
    rowsFor(
      tables.baselines,
      [...recordColumns, 'form', 'cell', 'period', 'value', 'source'],
      baselines.length,
      baselines,
    ),
  ]
}
