import { createHash } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import { recordBulk } from '@kangheng/kernel/record/bulk.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { shippedRuleSets } from '@kangheng/domains/administration/appraisal/index.ts'
import { entries, samples, sheets } from '@kangheng/domains/administration/appraisal/tables.ts'
import { administrator } from '@kangheng/domains/roles.ts'
import { planOf } from '../county-plan.ts'
import { randomOf, type Random } from '../random.ts'
import { LEADER, SECTION, type Stage } from './stage.ts'

/** The kinds of units that the demo appraises. */
const KINDS = ['township-centre', 'doctor-team', 'section', 'cdc'] as const
type Kind = (typeof KINDS)[number]
type Sheet = typeof sheets.$inferSelect

const NAMES: Readonly<Record<Kind, string>> = {
  'township-centre': '2024年度基本公共卫生服务项目绩效考核',
  'doctor-team': '2024年度家庭医生团队考核',
  section: '2024年度局机关股室目标管理考核',
  cdc: '2024年度疾病预防控制绩效考核',
}
/** Said in public at the draw. */
const SEED = '玉卫考〔2025〕1号-482913'

/** What assessors found in a unit: a township that works well has kept its papers as well. */
function findings(kind: Kind, sheet: Sheet, random: Random): Record<string, number> {
  const quality = planOf(sheet.division).services
  const weak = quality < 0.92
  switch (kind) {
    case 'township-centre':
      return {
        plan: 1,
        report: weak && random.chance(0.5) ? 0 : 1,
        'guidance-visits': Math.round(12 * quality) + random.int(-1, 2),
        'guidance-papers': random.int(6, 14),
        'improper-payments': weak ? random.int(0, 2) : random.chance(0.2) ? 1 : 0,
        lectures: Math.round(12.4 * quality),
        consultations: Math.round(9.3 * quality),
        'missing-inspections': weak ? random.int(1, 4) : random.int(0, 1),
        satisfied: random.int(8400, 9700) / 100,
        leads: random.int(0, 9),
        'valuable-leads': random.int(0, 3),
        'concealed-events': 0,
      }
    case 'doctor-team':
      return { complaints: random.weighted([70, 22, 8]) }
    case 'section': {
      const [due, letters, proposals] = [random.int(8, 14), random.int(0, 3), random.int(0, 4)]
      return {
        'tasks-due': due,
        'tasks-done': due - random.weighted([60, 30, 10]),
        letters,
        'letters-late': Math.min(letters, random.weighted([75, 25])),
        'papers-late': random.int(0, 4),
        'papers-missing': random.weighted([80, 20]),
        proposals,
        'proposals-in-time': proposals - Math.min(proposals, random.weighted([80, 20])),
        commendations: random.weighted([60, 30, 10]),
      }
    }
    case 'cdc':
      return {
        drills: 3,
        'faults-found': 7,
        'faults-mended': 6,
        'cold-chain-faults': 2,
        'tests-taken': 9,
        'tests-passed': 8,
        'guidance-due': 60,
        'guidance-visits': 54,
        'guidance-papers': 47,
        analyses: 12,
        commendations: 1,
        'concealed-events': 0,
      }
  }
}

/** Enters what was found, signed by a second person: hundreds of rows at once, with one entry in the journal. */
async function enterFindings(stage: Stage, kind: Kind, round: string): Promise<void> {
  const { database, house, county } = stage
  const titles = new Map(
    [...shippedRuleSets[kind].rules.items, ...(shippedRuleSets[kind].rules.vetoes ?? [])].flatMap((owner) =>
      (owner.facts ?? []).map((fact) => [fact.name, fact.title.zh]),
    ),
  )
  const random = randomOf(1, `findings-${kind}`)
  const people = await database.query<{ username: string; id: string }>(
    'select username, id from account where county = $1',
    [county],
  )
  const idOf = (username: string) => people.find((account) => account.username === username)!.id
  await database.transaction(async (connection) => {
    const orm = ormOf(connection)
    const units = await orm.select().from(sheets).where(eq(sheets.round, round)).orderBy(asc(sheets.unit))
    const rows = units.flatMap((sheet) =>
      Object.entries(findings(kind, sheet, random)).map(([fact, value]) => ({
        ...{
          county,
          id: uuidv7(),
          division: sheet.division,
          institution: sheet.institution,
          happenedOn: '2025-01-16',
          state: 'signed',
        },
        ...{
          sheet: sheet.id,
          unitName: sheet.unitName,
          fact,
          title: titles.get(fact)!,
          value: String(value),
          evidence: '现场查阅资料',
        },
        ...{ enteredBy: idOf(SECTION), signedBy: idOf(LEADER), signedOn: '2025-01-17' },
      })),
    )
    for (let from = 0; from < rows.length; from += 500) await orm.insert(entries).values(rows.slice(from, from + 500))
    const digest = createHash('sm3').update(JSON.stringify(rows)).digest('hex')
    await recordBulk(connection, house, {
      county,
      actor: installationActor(county, administrator.id),
      requestId: `demo-findings-${kind}`,
      action: 'demo.load',
      input: { kind },
      writes: [{ table: entries, rows: rows.length, digest, places: new Map() }],
    })
  })
}

/** Judges what was drawn: most visits took place as they were written down. */
async function judge(stage: Stage): Promise<void> {
  const drawn = await ormOf(stage.database)
    .select({ id: samples.id, division: samples.division })
    .from(samples)
    .orderBy(asc(samples.division), asc(samples.number))
  const random = randomOf(1, 'samples')
  for (const { id, division } of drawn) {
    const qualified = random.chance(0.55 + 0.4 * planOf(division).services)
    const finding = qualified ? '电话核实属实，随访表完整' : '随访表缺用药记录'
    await stage.act(SECTION, '2025-01-15', 'appraisal.sample.judge', { qualified, finding }, id)
  }
}

/** The rules of a kind of unit, drafted from the sample and issued. */
async function issueRules(stage: Stage, kind: Kind): Promise<string> {
  const { title } = shippedRuleSets[kind]
  const id = await stage.act(SECTION, '2024-01-30', 'appraisal.rule-set.draft', {
    name: title.zh,
    unitKind: kind,
    year: 2024,
    template: kind,
  })
  await stage.act(LEADER, '2024-02-05', 'appraisal.rule-set.issue', {}, id)
  return id
}

/** The lagging township of the demo objects to one score and is heard. */
async function object(stage: Stage, round: string): Promise<void> {
  const [sheet] = await stage.database.query<{ id: string }>(
    `select id from appraisal_sheet where round = $1 and division = '530721209'`,
    [round],
  )
  if (!sheet) return
  const objection = await stage.act('township-centre-2', '2025-01-24', 'appraisal.objection.raise', {
    sheet: sheet.id,
    item: 'supervision',
    reason: '12月的两次学校卫生巡查记录已补录，未计入',
    evidence: '巡查记录2份',
  })
  await stage.act(
    SECTION,
    '2025-01-28',
    'appraisal.objection.uphold',
    { points: '3.6', decision: '经核实，两次巡查属实，予以采纳' },
    objection,
  )
}

/** The appraisal of 2024: rules, draw, findings, scores, an objection, publication. @returns the round of the township centres. */
export async function playAppraisal(stage: Stage): Promise<string> {
  const rounds = new Map<Kind, string>()
  let centreRules = ''
  for (const kind of KINDS) {
    const rules = await issueRules(stage, kind)
    if (kind === 'township-centre') centreRules = rules
    const round = await stage.act(SECTION, '2025-01-08', 'appraisal.round.open', {
      name: NAMES[kind],
      ruleSet: rules,
      period: '2024',
    })
    rounds.set(kind, round)
    if (kind === 'township-centre') {
      await stage.act(SECTION, '2025-01-09', 'appraisal.round.draw', { seed: SEED }, round)
      await judge(stage)
    }
    await enterFindings(stage, kind, round)
    await stage.act(SECTION, '2025-01-20', 'appraisal.round.compute', {}, round)
    await stage.act(SECTION, '2025-01-22', 'appraisal.round.announce', {}, round)
  }
  await object(stage, rounds.get('township-centre')!)
  for (const round of rounds.values()) await stage.act(LEADER, '2025-02-08', 'appraisal.round.publish', {}, round)
  // The next edition is being drafted: what changes can be tried on 2024 beside the present one.
  const next = await stage.act(SECTION, '2025-12-15', 'appraisal.rule-set.new-edition', {
    ruleSet: centreRules,
    year: 2025,
  })
  await stage.act(
    SECTION,
    '2025-12-16',
    'appraisal.rule-set.set-item',
    {
      ...{ code: 'older-people', groupZh: '慢性病和老年人健康管理', groupEn: 'Chronic disease and older people' },
      ...{ titleZh: '老年人健康管理率', titleEn: 'Management of older people', full: '10' },
      clauses: [
        {
          kind: 'deduct-steps',
          value: '[older-people.management-rate]',
          baseline: '65',
          step: '2',
          points: '0.5',
          most: '10',
        },
      ],
      source: '国家基本公共卫生服务项目年度绩效目标（征求意见）',
    },
    next,
  )
  return rounds.get('township-centre')!
}
