import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { comparedSpan } from '@kangheng/domains/public-health/communicable-disease/index.ts'
import {
  cdc,
  openDiseaseCounty,
  type DiseaseCounty,
} from '@kangheng/domains/public-health/communicable-disease/testing.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { renderText } from '../document/text.ts'
import { verifyWord } from '../document/verify.ts'
import { toWord } from '../document/word.ts'
import { diseaseBulletin } from './disease-bulletin.ts'

let county: DiseaseCounty
const make = (period: string) =>
  asActor(county.database, county.house, cdc, (connection) =>
    diseaseBulletin(connection, {
      county: county.county,
      indicators: [...county.house.indicators.values()],
      span: comparedSpan(period),
      today: '2025-11-20',
      synthetic: true,
    }),
  )

before(async () => {
  county = await openDiseaseCounty('2025-11-20')
  const reviewed = async (birth: string, on: string, card: Record<string, unknown>) => {
    const id = await county.report(cdc, await county.enter(birth), { ...card, onsetOn: on, diagnosedOn: on })
    await county.database.query(`update notifiable_case set state = 'reviewed', reviewed_on = $2 where id = $1`, [
      id,
      on,
    ])
  }
  await reviewed('1980-01-01', '2025-11-18', { disease: 'brucellosis' })
  await reviewed('1981-01-01', '2025-11-18', { disease: 'brucellosis' })
  await reviewed('1982-01-01', '2025-11-11', { disease: 'influenza' })
  await reviewed('1983-01-01', '2024-11-19', { disease: 'brucellosis' })
  await reviewed('1984-01-01', '2025-11-19', { disease: 'aids', subtype: 'aids', category: 'confirmed' })
  await buildFigures(county.database, {
    county: county.county,
    indicators: [...county.house.indicators.values()],
    horizon: horizonOf('2024-11', county.today),
  })
})
after(() => county.close())

test('the week: totals against last year and the week before, diseases in the order of the law', async () => {
  const words = renderText((await make('2025-W47')).document)
  assert.match(words, /全县报告法定传染病3例，.*增加2例|3例/)
  assert.match(words, /布鲁氏菌病2例/)
  assert.match(words, /艾滋病1例/)
})

test('the month has the rates by class from the figures, and every number leads to its cards', async () => {
  const { document } = await make('2025-11')
  const words = renderText(document)
  assert.match(words, /乙类发病率[\d,.]+\/10万/)
  assert.match(words, /流行性感冒1例/)
  const file = await toWord(document)
  const verdict = await verifyWord(file)
  assert.ok(verdict.kind === 'checked' && verdict.intact)
})
