import type { z } from 'zod'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { confirmed } from '../inputs.ts'

/** One point that is confirmed aloud before a dose. */
interface Point {
  readonly title: Text
  readonly help: Text
}
const point = (zh: string, en: string, helpZh: string, helpEn: string): Point => ({
  title: { zh, en },
  help: { zh: helpZh, en: helpEn },
})

/**
 * Three checks, seven comparisons, one confirmation (三查七对一验证): every point is confirmed by itself, the three checks and seven comparisons being the
 * ten points of the room. Source: 预防接种工作规范（2023年版）, 第四章 接种时的工作.
 */
export const points = {
  healthChecked: point(
    '一查：健康状况和禁忌',
    'Check 1: health and contraindications',
    '查受种者健康状况、核对接种禁忌',
    'State of health, contraindications',
  ),
  certificateChecked: point(
    '二查：预防接种证',
    'Check 2: vaccination certificate',
    '查对预防接种证和接种记录',
    'The certificate and the history agree',
  ),
  vaccineChecked: point(
    '三查：疫苗、注射器外观和有效期',
    'Check 3: look and expiry of vaccine and syringe',
    '查疫苗、注射器的外观、批号、有效期',
    'Look, lot and expiry of vaccine and syringe',
  ),
  nameCompared: point('一对：姓名', 'Compare 1: name', '受种者姓名', 'Name of the person'),
  ageCompared: point('二对：年龄', 'Compare 2: age', '受种者年龄', 'Age of the person'),
  vaccineCompared: point('三对：疫苗品名', 'Compare 3: vaccine', '疫苗品名', 'Name of the vaccine'),
  presentationCompared: point('四对：规格', 'Compare 4: presentation', '疫苗规格', 'Presentation of the vaccine'),
  quantityCompared: point('五对：剂量', 'Compare 5: quantity', '接种剂量', 'Quantity to be given'),
  siteCompared: point('六对：接种部位', 'Compare 6: site', '接种部位', 'Where it is given'),
  routeCompared: point('七对：接种途径', 'Compare 7: route', '接种途径', 'How it is given'),
  confirmedByGuardian: point(
    '一验证：受种者或监护人验证',
    'Confirmed by the person or guardian',
    '请受种者或其监护人验证疫苗品种和有效期',
    'Person or guardian has seen vaccine and expiry',
  ),
} as const satisfies Record<string, Point>
type PointName = keyof typeof points

const names = Object.keys(points) as PointName[]

/** The inputs of all points: a statement each. */
export const verificationInputs = Object.fromEntries(
  names.map((name) => [name, confirmed(points[name].title, points[name].help)]),
) as Record<PointName, z.ZodBoolean>

/** Refuses a dose before which a point was not confirmed. */
export function assertVerified(input: Readonly<Record<PointName, boolean>>): void {
  for (const name of names)
    if (!input[name])
      refuse(name, {
        zh: `未确认“${points[name].title.zh}”，不能接种`,
        en: `“${points[name].title.en}” was not confirmed: no vaccine is given`,
      })
}
