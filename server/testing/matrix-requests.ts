import type { House } from '@kangheng/kernel/domain/registry.ts'
import { isImportable } from '@kangheng/kernel/exchange/action-import/columns.ts'
import { termsOf } from '@kangheng/kernel/indicator/indicator.ts'
import type { Measure } from '@kangheng/kernel/indicator/measure.ts'
import { inputSchema } from '@kangheng/kernel/record/input-schema.ts'
import { printedForms } from '@kangheng/reporting/forms/forms.ts'
import { sampleInput } from './sample-input.ts'
import type { Township } from './two-townships.ts'

/** One request of the matrix. */
export interface MatrixRequest {
  readonly url: string
  readonly body?: unknown
  /** The record type or action the address names, for routes whose access depends on it. */
  readonly names?: string
  /** A record that whoever is answered must see, besides having the right of the route. */
  readonly sees?: string
  /** Concerns the whole county: refused to every township account, whatever its role. */
  readonly countyOnly?: boolean
  /** One of many that read nothing of a place: where it is granted a few are enough, where it is not all are tried. */
  readonly alike?: boolean
  /** Ends or changes the caller's own session: asked by nobody else afterwards. */
  readonly skip?: string
}

let requests = 0
const requestId = () => `matrix-request-${(requests += 1)}`
const form = (text: string) => ({ multipart: text })

const importable = (house: House) =>
  [...house.actions.values()].filter((action) => isImportable(house, action)).map((action) => action.id)

/** How the rows of a measure are read: what they are read from, whether persons are counted, and by which place. */
function readingOf(measure: Measure): string {
  if (measure.kind === 'aggregate') return 'aggregate'
  return `${measure.relation.id} ${measure.kind === 'cohort' || measure.count === 'persons'} ${measure.place}`
}

/** Sides of figures that together read rows in every way there is; two that read the same rows by other conditions are one. */
function tracedSides(house: House): { indicator: string; side: 'numerator' | 'denominator' }[] {
  const readings = new Set<string>()
  return [...house.indicators.values()].flatMap((indicator) => {
    const sides = [
      { side: 'numerator' as const, terms: termsOf(indicator.numerator) },
      { side: 'denominator' as const, terms: indicator.kind === 'ratio' ? termsOf(indicator.denominator) : [] },
    ]
    return sides.flatMap(({ side, terms }) => {
      const fresh = terms.map(({ measure }) => readingOf(measure)).filter((reading) => !readings.has(reading))
      for (const reading of fresh) readings.add(reading)
      return fresh.length > 0 ? [{ indicator: indicator.id, side }] : []
    })
  })
}

/** A view of the first indicator at a named place, or at the reader's own and below. */
const matrixCell = (house: House, code?: string) => ({
  id: 'a',
  view: 'table',
  indicators: [[...house.indicators.keys()][0]],
  places: code ? { kind: 'with-below', code } : { kind: 'own-and-below' },
  periods: { kind: 'last-month' },
  width: 2,
  height: 1,
})

/** Only who sees all cards, for the whole county, makes the bulletins of communicable disease. */
const diseaseDesk = { sees: 'communicable-disease.sexual-health-card' } as const

type Make = (place: Township, house: House) => readonly MatrixRequest[]
const one =
  (url: string, body?: unknown): Make =>
  () => [{ url, ...(body === undefined ? {} : { body }) }]
const records =
  (make: (record: string, place: Township, at: number) => readonly string[]): Make =>
  (place, house) =>
    [...house.records.keys()].flatMap((record, at) => make(record, place, at).map((url) => ({ url, names: record })))

/** One of several ways of asking: all records take turns, since what they are asked by is the kernel's and the same for each. */
const inTurn = (ways: readonly string[], at: number): string => ways[at % ways.length]!

/** How every route is asked about a place. A route without an entry here fails the test: who adds one says how it is to be tried. */
export const matrixRequests: Readonly<Record<string, Make>> = {
  'GET /health': one('/health'),
  'GET /ready': one('/ready'),
  'GET /metrics': one('/metrics'),
  'GET /openapi.json': one('/openapi.json'),
  'GET /api/session': one('/api/session'),
  'POST /api/session': one('/api/session', { username: 'nobody-here', password: 'x' }),
  'POST /api/session/second-factor': one('/api/session/second-factor', { code: '000000' }),
  'DELETE /api/session': () => [{ url: '/api/session', skip: 'ends the session' }],
  'POST /api/setup': one('/api/setup', { county: '530721', username: 'x', name: 'x', password: 'x' }),
  'GET /api/account/sessions': one('/api/account/sessions'),
  'DELETE /api/account/sessions/:id': one(`/api/account/sessions/${'0'.repeat(64)}`),
  'POST /api/account/password': one('/api/account/password', { current: 'x', next: 'y' }),
  'POST /api/account/second-factor/start': () => [{ url: '/api/account/second-factor/start' }],
  'POST /api/account/second-factor/confirm': one('/api/account/second-factor/confirm', { code: '000000' }),
  'DELETE /api/account/second-factor': one('/api/account/second-factor', { code: '000000' }),
  'GET /api/house': one('/api/house'),
  'GET /api/places': (place) => [{ url: `/api/places?under=${place.code}` }],
  'GET /api/places/:code': (place) => [
    { url: `/api/places/${place.village}` },
    { url: `/api/places/${place.institution}` },
  ],
  'GET /api/records/:record': records((record, place, at) => [
    `/api/records/${record}`,
    inTurn(
      [
        `/api/records/${record}?place=${place.code}`,
        `/api/records/${record}?place=${place.institution}&q=lz`,
        `/api/records/${record}?person=${place.person}&voided=1`,
      ],
      at,
    ),
  ]),
  'GET /api/records/:record/:id/live': records((record, place) => [
    `/api/records/${record}/${place.records.get(record)}/live?seconds=0`,
  ]),
  'GET /api/records/:record/:id': records((record, place) => [`/api/records/${record}/${place.records.get(record)}`]),
  'GET /api/records/:record/export': records((record, place, at) => [
    inTurn([`/api/records/${record}/export?format=csv`, `/api/records/${record}/export?place=${place.code}`], at),
  ]),
  'GET /api/records/:record/:id/attachments': records((record, place) => [
    `/api/records/${record}/${place.records.get(record)}/attachments`,
  ]),
  'GET /api/records/:record/attachments/:attachment': records((record, place) => [
    `/api/records/${record}/attachments/${place.records.get(record)}`,
  ]),
  'GET /api/records/:record/print/:form': records((record, place) => {
    const forms = printedForms.filter((form) => form.record.id === record).map((form) => form.id)
    if (forms.length === 0) return [`/api/records/${record}/print/no-such-form?place=${place.code}`]
    return forms.flatMap((form) => [
      `/api/records/${record}/print/${form}?place=${place.code}`,
      `/api/records/${record}/print/${form}?id=${place.records.get(record)}`,
    ])
  }),
  'POST /api/actions/:action': (place, house) =>
    [...house.actions.values()].map((action) => ({
      url: `/api/actions/${action.id}`,
      names: action.id,
      body: {
        requestId: requestId(),
        input: sampleInput(inputSchema(action), place),
        ...(action.on === 'existing' ? { id: place.records.get(action.record.id) } : {}),
      },
    })),
  'GET /api/tasks': (place) => [{ url: '/api/tasks?within=366' }, { url: `/api/tasks?place=${place.code}&within=366` }],
  'POST /api/village/pack': (place) => [{ url: '/api/village/pack', body: { village: place.village } }],
  'GET /api/village/recovery-key': one('/api/village/recovery-key?device=matrix-device'),
  'POST /api/cards/read': one('/api/cards/read', { token: 'KH1.AAAAAAAAAAAAAAAAAAAAAA.x' }),
  'GET /api/vaccination/morning': (place) => [
    { url: '/api/vaccination/morning' },
    { url: `/api/vaccination/morning?session=${place.records.get('immunization.session')}` },
  ],
  'GET /api/vaccination/visits/:id': (place) => [
    { url: `/api/vaccination/visits/${place.records.get('immunization.visit') ?? place.person}` },
  ],
  'GET /api/vaccination/certificates/:person': (place) => [{ url: `/api/vaccination/certificates/${place.person}` }],
  'GET /api/me/vaccination': (place) => [
    { url: '/api/me/vaccination' },
    { url: `/api/me/vaccination?person=${place.person}` },
  ],
  'GET /api/vaccination/recalls': one('/api/vaccination/recalls'),
  'GET /api/vaccination/recall': one('/api/vaccination/recall?vaccine=MMR&lotNumber=MATRIX'),
  'GET /api/vaccination/recall/export': one('/api/vaccination/recall/export?vaccine=MMR&lotNumber=MATRIX'),
  'POST /api/vaccination/certificates/verify': one('/api/vaccination/certificates/verify', {
    token: 'KHV1.AAAAAAAAAAAAAAAAAAAAAA.x.y',
  }),
  'GET /api/disease/clusters/:id': (place) => [
    { url: `/api/disease/clusters/${place.records.get('communicable-disease.cluster')}` },
  ],
  'GET /api/disease/syndromes': one('/api/disease/syndromes?days=60'),
  'GET /api/disease/analysis': (place) => [
    { url: `/api/disease/analysis?place=${place.code}&period=2025-06` },
    { url: `/api/disease/analysis?place=${place.code}&period=2025-W20&disease=class-B` },
  ],
  'GET /api/disease/bulletins': one('/api/disease/bulletins'),
  'POST /api/disease/bulletins': () => [
    { url: '/api/disease/bulletins', body: { period: '2025-05' }, ...diseaseDesk, countyOnly: true },
  ],
  'GET /api/disease/bulletins/:id': (place) => [{ url: `/api/disease/bulletins/${place.report}` }],
  'PUT /api/disease/bulletins/:id': (place) => [
    {
      url: `/api/disease/bulletins/${place.report}`,
      body: { version: 1, edits: { sections: [] } },
      ...diseaseDesk,
      countyOnly: true,
    },
  ],
  'POST /api/disease/bulletins/:id/refresh': (place) => [
    { url: `/api/disease/bulletins/${place.report}/refresh`, body: {}, ...diseaseDesk, countyOnly: true },
  ],
  'POST /api/disease/bulletins/:id/close': (place) => [
    { url: `/api/disease/bulletins/${place.report}/close`, body: {}, ...diseaseDesk, countyOnly: true },
  ],
  'POST /api/disease/bulletins/:id/issue': (place) => [
    { url: `/api/disease/bulletins/${place.report}/issue`, body: {}, ...diseaseDesk, countyOnly: true },
  ],
  'GET /api/disease/bulletins/:id/file': (place) => [{ url: `/api/disease/bulletins/${place.report}/file` }],
  'GET /api/emergency/events/:id/map': (place) => [
    { url: `/api/emergency/events/${place.records.get('emergency.event')}/map` },
  ],
  'GET /api/emergency/events/:id/file': (place) => [
    { url: `/api/emergency/events/${place.records.get('emergency.event')}/file` },
  ],
  'GET /api/persons': (place) => [
    { url: '/api/persons?limit=500' },
    { url: `/api/persons?place=${place.village}` },
    { url: '/api/persons?q=lz' },
    { url: `/api/persons?q=${encodeURIComponent('邻镇')}` },
  ],
  'GET /api/persons/:id': (place) => [{ url: `/api/persons/${place.person}` }],
  'GET /api/persons/:id/work': (place) => [{ url: `/api/persons/${place.person}/work` }],
  'GET /api/households/:id': (place) => [{ url: `/api/households/${place.household}` }],
  'GET /api/me/person': one('/api/me/person'),
  'GET /api/figures': (place, house) => {
    const [indicator] = [...house.indicators.keys()]
    return [
      {
        url: `/api/figures?indicators=${indicator}&places=${place.code},${place.village},${place.institution}&periods=2025-05`,
      },
      { url: `/api/figures?indicators=${indicator}&under=${place.code}&periods=2025-05&compare=1` },
    ]
  },
  'GET /api/figures/:indicator/:place/:period': (place, house) =>
    [...house.indicators.keys()].slice(0, 5).map((id) => ({ url: `/api/figures/${id}/${place.code}/2025-05` })),
  'GET /api/figures/:indicator/:place/:period/rows': (place, house) =>
    tracedSides(house).map(({ indicator, side }) => ({
      url: `/api/figures/${indicator}/${place.code}/2025-06/rows?side=${side}`,
    })),
  'POST /api/figures/export': (place, house) => [
    {
      url: '/api/figures/export',
      body: { indicators: [[...house.indicators.keys()][0]], places: [place.code], periods: ['2025-05'] },
    },
  ],
  'POST /api/figures/revise': (place, house) => [
    {
      url: '/api/figures/revise',
      body: {
        requestId: requestId(),
        indicator: [...house.indicators.keys()][0],
        place: place.code,
        period: '2025-05',
        reason: '核对',
      },
    },
  ],
  'GET /api/cockpit': (place) => [{ url: '/api/cockpit' }, { url: `/api/cockpit?place=${place.code}&period=2025-05` }],
  'GET /api/warnings': (place) => [
    { url: '/api/warnings' },
    { url: `/api/warnings?under=${place.code}&period=2025-05` },
  ],
  'GET /api/targets': (place) => [
    { url: '/api/targets?year=2025' },
    { url: `/api/targets?year=2025&under=${place.code}` },
  ],
  'PUT /api/targets': (place, house) => [
    {
      url: '/api/targets',
      body: {
        requestId: requestId(),
        indicator: [...house.indicators.keys()][0],
        place: place.code,
        year: 2026,
        value: '10',
        reason: '下达',
      },
    },
  ],
  'GET /api/appraisal/rounds/:id': (place) => [
    { url: `/api/appraisal/rounds/${place.records.get('appraisal.round')}` },
  ],
  'GET /api/appraisal/rounds/:id/workbook': (place) => [
    { url: `/api/appraisal/rounds/${place.records.get('appraisal.round')}/workbook` },
  ],
  'GET /api/appraisal/sheets/:id': (place) => [
    { url: `/api/appraisal/sheets/${place.records.get('appraisal.sheet')}` },
  ],
  'GET /api/appraisal/rule-sets/:id': (place) => [
    { url: `/api/appraisal/rule-sets/${place.records.get('appraisal.rule-set')}` },
    { url: `/api/appraisal/rule-sets/${place.records.get('appraisal.rule-set')}?period=2025-05` },
  ],
  'GET /api/basic-services-fund/:id': (place) => [
    { url: `/api/basic-services-fund/${place.records.get('basic-services-fund.budget')}` },
  ],
  'GET /api/basic-services-fund/:id/workbook': (place) => [
    { url: `/api/basic-services-fund/${place.records.get('basic-services-fund.budget')}/workbook` },
  ],
  'GET /api/target-letters/:id': (place) => [
    { url: `/api/target-letters/${place.records.get('target-letters.letter')}` },
  ],
  'GET /api/mch-surveillance/returns/:id': (place) => [
    { url: `/api/mch-surveillance/returns/${place.records.get('mch-surveillance.return')}` },
  ],
  'GET /api/mch-surveillance/returns/:id/workbook': (place) => [
    { url: `/api/mch-surveillance/returns/${place.records.get('mch-surveillance.return')}/workbook` },
  ],
  'GET /api/supervision-letters/matters': one('/api/supervision-letters/matters?period=2025-05'),
  'GET /api/supervision-letters/:id/file': (place) => [
    { url: `/api/supervision-letters/${place.records.get('supervision-letters.letter')}/file` },
  ],
  'GET /api/returns/board': one('/api/returns/board?form=township-monthly&year=2025'),
  'GET /api/returns/sheet': (place) => [
    { url: '/api/returns/sheet?form=township-monthly&period=2025-05' },
    { url: `/api/returns/sheet?form=township-monthly&period=2025-05&place=${place.code}` },
  ],
  'GET /api/returns/sheet/file': (place) => [
    { url: `/api/returns/sheet/file?form=township-monthly&period=2025-05&place=${place.code}&format=json` },
  ],
  'GET /api/returns/:id': (place) => [{ url: `/api/returns/${place.records.get('statistical-returns.return')}` }],
  'GET /api/returns/:id/workbook': (place) => [
    { url: `/api/returns/${place.records.get('statistical-returns.return')}/workbook` },
  ],
  'POST /api/returns/:id/workbook': (place) => [
    {
      url: `/api/returns/${place.records.get('statistical-returns.return')}/workbook`,
      body: form('单元格,数值\n'),
    },
  ],
  'GET /api/periods': one('/api/periods'),
  'POST /api/periods/:month/close': () => [
    { url: '/api/periods/2025-01/close', body: { requestId: requestId() }, countyOnly: true },
  ],
  'GET /api/views': one('/api/views'),
  'GET /api/views/:id': (place) => [{ url: `/api/views/${place.view}` }],
  'POST /api/views': one('/api/views', { title: '视图', state: {} }),
  'DELETE /api/views/:id': (place) => [{ url: `/api/views/${place.view}` }],
  'GET /api/dashboards': one('/api/dashboards'),
  'GET /api/dashboards/:id': (place) => [{ url: `/api/dashboards/${place.records.get('dashboards.dashboard')}` }],
  'GET /api/dashboards/:id/file': (place) => [
    { url: `/api/dashboards/${place.records.get('dashboards.dashboard')}/file` },
  ],
  'POST /api/dashboards/preview': (place, house) => [
    { url: '/api/dashboards/preview', body: { cells: [matrixCell(house, place.code)] } },
    { url: '/api/dashboards/preview', body: { cells: [matrixCell(house)], place: place.code } },
  ],
  'GET /api/notes': (place, house) => [
    {
      url: `/api/notes?indicators=${[...house.indicators.keys()][0]}&places=${place.code},${place.village}&periods=2025-05`,
    },
  ],
  'GET /api/subscriptions': one('/api/subscriptions'),
  'POST /api/unsubscribe/:token': (place) => [
    { url: `/api/unsubscribe/${place.records.get('dashboards.subscription')}.x` },
  ],
  'GET /api/admin/mail': () => [{ url: '/api/admin/mail', countyOnly: true }],
  'PUT /api/admin/mail': () => [
    {
      url: '/api/admin/mail',
      countyOnly: true,
      body: {
        host: 'localhost',
        port: 25,
        security: 'none',
        user: '',
        from: 'a@example.invalid',
        site: 'https://example.invalid',
      },
    },
  ],
  'POST /api/admin/mail/test': () => [
    { url: '/api/admin/mail/test', countyOnly: true, body: { to: 'a@example.invalid' } },
  ],
  'GET /api/bulletins': (place) => [{ url: '/api/bulletins' }, { url: `/api/bulletins?place=${place.code}` }],
  'POST /api/bulletins': (place) => [{ url: '/api/bulletins', body: { place: place.code, month: '2025-04' } }],
  'GET /api/bulletins/:id': (place) => [{ url: `/api/bulletins/${place.report}` }],
  'PUT /api/bulletins/:id': (place) => [
    { url: `/api/bulletins/${place.report}`, body: { version: 1, edits: { sections: [] } } },
  ],
  'POST /api/bulletins/:id/refresh': (place) => [{ url: `/api/bulletins/${place.report}/refresh`, body: {} }],
  'POST /api/bulletins/:id/close': (place) => [{ url: `/api/bulletins/${place.report}/close`, body: {} }],
  'POST /api/bulletins/:id/issue': (place) => [{ url: `/api/bulletins/${place.report}/issue`, body: {} }],
  'GET /api/bulletins/:id/file': (place) => [{ url: `/api/bulletins/${place.report}/file` }],
  'GET /api/summaries': one('/api/summaries'),
  'POST /api/summaries': (place) => [{ url: '/api/summaries', body: { place: place.code, year: 2024 } }],
  'GET /api/summaries/:id': (place) => [{ url: `/api/summaries/${place.summary}` }],
  'PUT /api/summaries/:id/sections/:section': (place) => [
    { url: `/api/summaries/${place.summary}/sections/services`, body: { version: 1, blocks: [] } },
  ],
  'POST /api/summaries/:id/sections/:section/submit': (place) => [
    { url: `/api/summaries/${place.summary}/sections/services/submit`, body: {} },
  ],
  'POST /api/summaries/:id/sections/:section/return': (place) => [
    { url: `/api/summaries/${place.summary}/sections/services/return`, body: {} },
  ],
  'POST /api/summaries/:id/refresh': (place) => [{ url: `/api/summaries/${place.summary}/refresh`, body: {} }],
  'POST /api/summaries/:id/compile': (place) => [{ url: `/api/summaries/${place.summary}/compile`, body: {} }],
  'POST /api/summaries/:id/sign': (place) => [{ url: `/api/summaries/${place.summary}/sign`, body: {} }],
  'GET /api/summaries/:id/file': (place) => [{ url: `/api/summaries/${place.summary}/file` }],
  'POST /api/check': one('/api/check', form('全县签约率 48.39%。')),
  'POST /api/check/reconcile': (place) => [
    {
      url: `/api/check/reconcile?place=${place.code}&period=2025-05`,
      body: form('全县签约率 48.39%，借出雨伞3把次。'),
    },
  ],
  'POST /api/check/annotated': one('/api/check/annotated', form('全县签约率 48.39%。')),
  'POST /api/check/claims': one('/api/check/claims', form('全县签约率 48.39%。')),
  'GET /api/admin/accounts': one('/api/admin/accounts'),
  'POST /api/admin/accounts': (place, house) => [
    {
      url: '/api/admin/accounts',
      body: { username: `made-${place.code}`, name: '新人', role: [...house.roles.keys()][0], division: place.code },
    },
  ],
  'PATCH /api/admin/accounts/:id': (place) => [{ url: `/api/admin/accounts/${place.account}`, body: { name: '改名' } }],
  'POST /api/admin/accounts/:id/reset': (place) => [{ url: `/api/admin/accounts/${place.account}/reset`, body: {} }],
  'POST /api/admin/accounts/:id/unlock': (place) => [{ url: `/api/admin/accounts/${place.account}/unlock`, body: {} }],
  'POST /api/admin/accounts/:id/disable': (place) => [
    { url: `/api/admin/accounts/${place.account}/disable`, body: {} },
  ],
  'GET /api/admin/extension-fields': one('/api/admin/extension-fields'),
  'POST /api/admin/extension-fields': (_place, house) => [
    {
      url: '/api/admin/extension-fields',
      countyOnly: true,
      body: { record: [...house.records.keys()][0], key: 'x', title: { zh: '甲', en: 'A' }, kind: 'text' },
    },
  ],
  'GET /api/admin/indicators': one('/api/admin/indicators'),
  'POST /api/admin/indicators': (_place, house) => [
    {
      url: '/api/admin/indicators',
      countyOnly: true,
      body: {
        id: 'x-y',
        title: { zh: '甲', en: 'A' },
        unit: '个',
        basis: { zh: '乙', en: 'B' },
        record: [...house.records.keys()][0],
        kind: 'quantity',
        numerator: {},
      },
    },
  ],
  'GET /api/admin/journal': (place) => [
    { url: '/api/admin/journal?limit=500' },
    { url: `/api/admin/journal?person=${place.person}` },
  ],
  'POST /api/admin/journal/verify': () => [{ url: '/api/admin/journal/verify', body: {}, countyOnly: true }],
  'POST /api/imports/:register': (_place, house) => [
    { url: '/api/imports/residents', body: form('姓名,身份证号\n') },
    ...importable(house).map((action) => ({
      url: `/api/imports/${action}`,
      alike: true,
      names: action,
      body: form(`姓名,证件号码,${action}\n`),
    })),
  ],
  'GET /api/imports': one('/api/imports'),
  'GET /api/imports/:id': (place) => [{ url: `/api/imports/${place.importJob}` }],
  'GET /api/imports/:id/rows': (place) => [{ url: `/api/imports/${place.importJob}/rows` }],
  'POST /api/imports/:id/apply': (place) => [{ url: `/api/imports/${place.importJob}/apply`, body: {} }],
  'GET /api/imports/:id/rejected.xlsx': (place) => [{ url: `/api/imports/${place.importJob}/rejected.xlsx` }],
  'DELETE /api/imports/:id': (place) => [{ url: `/api/imports/${place.importJob}` }],
  'GET /api/imports/:register/template.xlsx': (_place, house) => [
    { url: '/api/imports/residents/template.xlsx' },
    ...importable(house).map((action) => ({ url: `/api/imports/${action}/template.xlsx`, names: action, alike: true })),
  ],
  'GET /api/quality': (place) => [{ url: '/api/quality' }, { url: `/api/quality?place=${place.village}` }],
  'GET /api/quality/lines': (place) => [
    { url: '/api/quality/lines' },
    { url: `/api/quality/lines?place=${place.code}` },
  ],
  'GET /api/quality/rows': (place, house) =>
    house.domains
      .flatMap((domain) => domain.quality)
      .map((check) => ({ url: `/api/quality/rows?check=${check.id}&place=${place.code}` })),
  'GET /api/duplicates': (place) => [{ url: '/api/duplicates' }, { url: `/api/duplicates?place=${place.code}` }],
}
