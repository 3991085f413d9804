import { z } from 'zod'
import {
  compare,
  figureOf,
  previewRuleSet,
  readFindings,
  readRound,
  readRuleSet,
  readSheet,
  unitKinds,
  type RuleSet,
  type UnitKind,
} from '@kangheng/domains/administration/appraisal/index.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { findPeriod } from '@kangheng/kernel/period/period.ts'
import { missing, refuse } from '@kangheng/kernel/text/refusal.ts'
import { appraisalWorkbook } from '@kangheng/reporting/appraisal/workbook.ts'
import { requestActor } from '../access.ts'
import type { Routes } from '../app-type.ts'
import { attach, WORKBOOK } from '../download.ts'

const params = z.object({ id: z.uuid() })

/** What a key of a formula is called: the indicator's title, or the fact's. */
function titlesOf(rules: RuleSet, indicators: readonly { id: string; title: { zh: string; en: string } }[]) {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator.title]))
  const facts = new Map(
    [...rules.items, ...rules.vetoes].flatMap((owner) => owner.facts).map((fact) => [fact.name, fact.title]),
  )
  return (key: string) => {
    const figure = figureOf(key)
    return (figure ? byId.get(figure.indicator) : facts.get(key.slice(1, -1))) ?? { zh: key, en: key }
  }
}

/** Rule sets tried on a period, appraisals with their sheets, and the workbook that reckons by itself. */
export const appraisalRoutes: Routes = (app, setting) => {
  const { database, house } = setting
  if (!house.records.has('appraisal.round')) return

  app.get('/api/appraisal/rounds/:id', { config: { access: 'see-figures' }, schema: { params } }, (request) =>
    asActor(database, house, requestActor(request), async (connection) => {
      const { round, rules, sheets } = await readRound(connection, setting.county, request.params.id)
      const groups = [...new Map(rules.items.map((item) => [item.group.zh, item.group])).values()]
      return {
        id: round.id,
        state: round.state,
        unitKind: round.unitKind,
        results: round.results,
        groups: groups.map((group) => ({
          title: group,
          full: rules.items
            .filter((item) => item.group.zh === group.zh)
            .reduce((sum, item) => sum + Number(item.full), 0),
        })),
        sheets: sheets.map(({ id, unitName, total, base, bonus, grade, rank, veto, awaiting, lines, state }) => ({
          ...{ id, unitName, total, base, bonus, grade, rank, veto, state, awaiting: awaiting.length },
          groups: groups.map((group) => {
            const scores = rules.items.flatMap((item) =>
              item.group.zh === group.zh ? (lines.find((line) => line.item === item.code)?.score ?? []) : [],
            )
            return scores.length === 0
              ? null
              : (scores.reduce((cents, score) => cents + Math.round(Number(score) * 100), 0) / 100).toFixed(2)
          }),
        })),
      }
    }),
  )

  app.get(
    '/api/appraisal/rounds/:id/workbook',
    { config: { access: 'export' }, schema: { params } },
    async (request, reply) => {
      const indicators = await setting.indicators()
      const { name, file } = await asActor(database, house, requestActor(request), async (connection) => {
        const { round, rules, sheets } = await readRound(connection, setting.county, request.params.id)
        const findings = await readFindings(
          connection,
          setting.county,
          sheets.map((sheet) => sheet.id),
        )
        const titleOf = titlesOf(rules, indicators)
        const units = sheets.map((sheet) => {
          const { facts, samples, decided } = findings(sheet.id)
          const signed = Object.entries(facts).filter(([, fact]) => fact.state === 'signed')
          const values = {
            ...sheet.readings,
            ...Object.fromEntries(signed.map(([fact, { value }]) => [`{${fact}}`, value])),
          }
          return {
            name: sheet.unitName,
            values,
            samples,
            decided,
            sheet: { lines: sheet.lines, base: sheet.base, total: sheet.total },
            rank: sheet.rank,
          }
        })
        const file = await appraisalWorkbook({
          title: round.name,
          period: round.period,
          rules,
          units,
          titleOf: (key) => titleOf(key).zh,
          synthetic: setting.demo,
        })
        return { name: `${round.name}.xlsx`, file }
      })
      return attach(reply, WORKBOOK, name).send(file)
    },
  )

  app.get('/api/appraisal/sheets/:id', { config: { access: 'see-figures' }, schema: { params } }, async (request) => {
    const indicators = await setting.indicators()
    return asActor(database, house, requestActor(request), async (connection) => {
      const { sheet, round, rules, findings } = await readSheet(connection, setting.county, request.params.id)
      const titleOf = titlesOf(rules, indicators)
      return {
        id: sheet.id,
        state: sheet.state,
        objectionUntil: round.objectionUntil,
        veto: rules.vetoes.find((veto) => veto.code === sheet.veto)?.title ?? null,
        items: rules.items.map((item) => {
          const line = sheet.lines.find((each) => each.item === item.code)
          return {
            ...{
              code: item.code,
              group: item.group,
              title: item.title,
              full: item.full,
              bonus: item.bonus,
              clauses: item.clauses,
              source: item.source,
            },
            notApplicable: item.notApplicable,
            state: line?.state ?? 'awaiting',
            score: line?.score ?? null,
            parts: line?.clauses ?? [],
            decided: findings.decided[item.code] ?? null,
            samples: item.sample ? (findings.samples[item.code] ?? { drawn: 0, judged: 0, qualified: 0 }) : null,
          }
        }),
        readings: Object.entries(sheet.readings).map(([key, value]) => ({
          key,
          title: titleOf(key),
          value,
          ...figureOf(key),
        })),
        facts: [...rules.items, ...rules.vetoes].flatMap((owner) =>
          owner.facts.map((fact) => ({
            name: fact.name,
            title: fact.title,
            unit: fact.unit,
            item: owner.title,
            ...(findings.facts[fact.name] ?? { value: null, evidence: null, state: null }),
          })),
        ),
        period: round.period,
        places: sheet.places,
      }
    })
  })

  app.get(
    '/api/appraisal/rule-sets/:id',
    {
      config: { access: 'see-figures' },
      schema: {
        params,
        querystring: z.object({ period: z.string().max(20).optional(), against: z.uuid().optional() }),
      },
    },
    async (request) => {
      const { period, against } = request.query
      const indicators = await setting.indicators()
      return asActor(database, house, requestActor(request), async (connection) => {
        const { row, rules } = await readRuleSet(connection, setting.county, request.params.id)
        const titleOf = titlesOf(rules, indicators)
        const shown = {
          id: row.id,
          state: row.state,
          unitKind: row.unitKind,
          rules,
          titles: Object.fromEntries(indicators.map(({ id }) => [`[${id}]`, titleOf(`[${id}]`)])),
        }
        if (period === undefined) return { ...shown, preview: null }
        if (!findPeriod(period)) refuse('period', { zh: '请写成 2024 或 2025-06-ytd', en: 'Write 2024 or 2025-06-ytd' })
        if (!(row.unitKind in unitKinds)) missing({ zh: '没有这类考核对象', en: 'There are no such units' })
        const preview = (each: RuleSet) =>
          previewRuleSet(connection, {
            county: setting.county,
            house,
            indicators,
            unitKind: row.unitKind as UnitKind,
            rules: each,
            period,
          })
        const other = against ? await readRuleSet(connection, setting.county, against) : undefined
        if (other && other.row.unitKind !== row.unitKind)
          refuse('against', { zh: '两份细则的考核对象不同', en: 'The two rule sets are for different units' })
        const one = await preview(rules)
        const two = other ? await preview(other.rules) : undefined
        return {
          ...shown,
          preview: {
            period,
            open: one.open.length,
            against: other ? { id: other.row.id, name: other.row.name, edition: other.row.edition } : null,
            units: compare(one, two),
          },
        }
      })
    },
  )
}
