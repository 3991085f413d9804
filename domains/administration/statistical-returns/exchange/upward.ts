import { cellsOf, type Layout } from '../layout.ts'
import type { Values } from '../compute.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'

/** What is sent upward: the approved returns of one form and period. */
export interface UpwardSheet {
  readonly county: string
  readonly form: string
  readonly formName: string
  readonly edition: number
  readonly period: string
  readonly layout: Layout
  readonly units: readonly { readonly unit: string; readonly unitName: string; readonly values: Values }[]
}

interface Observation {
  readonly unit: string
  readonly unitName: string
  readonly cell: string
  readonly value: string
}

/** Every number, unit by unit in the order of the form; an empty cell is none. */
function observationsOf({ layout, units }: UpwardSheet): Observation[] {
  const cells = cellsOf(layout)
  return units.flatMap(({ unit, unitName, values }) =>
    cells.flatMap(({ code }) =>
      values[code] === undefined ? [] : [{ unit, unitName, cell: code, value: values[code] }],
    ),
  )
}

/** The returns as the house itself would read them: form, cells, units. Numbers are texts, so that no reader rounds them. */
export function upwardJson(sheet: UpwardSheet) {
  const { county, form, formName, edition, period, layout, units } = sheet
  return {
    ...{ county, form, formName, edition, period },
    cells: cellsOf(layout).map(({ code, title, unit, decimals }) => ({ code, title, unit, decimals })),
    units: units.map(({ unit, unitName, values }) => ({ unit, unitName, values })),
  }
}

/** One line for each number: period, unit, cell, value. */
export function upwardRows(sheet: UpwardSheet): { readonly columns: readonly string[]; readonly rows: string[][] } {
  const titles = new Map(cellsOf(sheet.layout).map((cell) => [cell.code, cell]))
  return {
    columns: ['form', 'edition', 'period', 'unit', 'unit_name', 'cell', 'cell_name', 'measure_unit', 'value'],
    rows: observationsOf(sheet).map(({ unit, unitName, cell, value }) => [
      ...[sheet.form, String(sheet.edition), sheet.period, unit, unitName, cell],
      ...[titles.get(cell)!.title.zh, titles.get(cell)!.unit.zh, value],
    ]),
  }
}

/** The period as DHIS2 writes it: 202511, 2025. Source: DHIS2 developer guide, Period format. */
const dhis2Period = (period: string) => period.replaceAll('-', '')

/**
 * A DHIS2 data value set: numbers under the codes of data elements and organisation units. Sent to `/api/dataValueSets?dataElementIdScheme=CODE&orgUnitIdScheme=CODE`; the
 * receiving system gives its data elements these codes. Source: DHIS2 developer guide, Data values.
 */
export function dhis2DataValueSet(sheet: UpwardSheet) {
  const period = dhis2Period(sheet.period)
  return {
    dataSet: sheet.form,
    dataValues: observationsOf(sheet).map(({ unit, cell, value }) => ({
      dataElement: `${sheet.form}.${cell}`,
      period,
      orgUnit: unit,
      value,
    })),
  }
}

/**
 * An aggregate message in the shape of SDMX-JSON 2.0: the dimensions unit, cell and period with their values, and observations under the positions of their values
 * (`unit:cell:period`). Source: SDMX-JSON data message, version 2.0.0.
 */
export function sdmxMessage(sheet: UpwardSheet, prepared: string, test: boolean) {
  const cells = cellsOf(sheet.layout)
  const unitAt = new Map(sheet.units.map(({ unit }, index) => [unit, index]))
  const cellAt = new Map(cells.map(({ code }, index) => [code, index]))
  const measures = [...new Set(cells.map((cell) => cell.unit.zh))]
  const period = getPeriod(sheet.period)
  const named = (id: string, zh: string, en: string) => ({ id, name: zh, names: { 'zh-CN': zh, en } })
  return {
    meta: {
      schema: 'https://json.sdmx.org/2.0.0/sdmx-json-data-schema.json',
      id: `${sheet.county}-${sheet.form}-${sheet.period}`,
      prepared,
      test,
      contentLanguages: ['zh-CN', 'en'],
      sender: { id: sheet.county },
    },
    data: {
      dataSets: [
        {
          structure: 0,
          action: 'Replace',
          observations: Object.fromEntries(
            observationsOf(sheet).map(({ unit, cell, value }) => [
              `${unitAt.get(unit)}:${cellAt.get(cell)}:0`,
              [value, measures.indexOf(cells[cellAt.get(cell)!]!.unit.zh)],
            ]),
          ),
        },
      ],
      structures: [
        {
          dataSets: [0],
          ...named(sheet.form, sheet.formName, sheet.form),
          dimensions: {
            observation: [
              {
                ...named('REF_AREA', '填报单位', 'Reporting unit'),
                keyPosition: 0,
                values: sheet.units.map(({ unit, unitName }) => named(unit, unitName, unitName)),
              },
              {
                ...named('INDICATOR', '指标', 'Cell'),
                keyPosition: 1,
                values: cells.map(({ code, title }) => named(code, title.zh, title.en)),
              },
              {
                ...named('TIME_PERIOD', '报告期', 'Period'),
                keyPosition: 2,
                values: [{ id: sheet.period, name: sheet.period, start: period.starts, end: period.ends }],
              },
            ],
          },
          measures: { observation: [named('OBS_VALUE', '数值', 'Value')] },
          attributes: {
            observation: [
              {
                ...named('UNIT_MEASURE', '计量单位', 'Unit of measure'),
                values: measures.map((unit) => {
                  const { en } = cells.find((cell) => cell.unit.zh === unit)!.unit
                  return named(unit, unit, en)
                }),
              },
            ],
          },
        },
      ],
    },
  }
}
