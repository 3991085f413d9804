import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { flow, stock } from '@kangheng/kernel/indicator/measure.ts'
import {
  dispositionIds,
  dispositions,
  standingIds,
  standings,
  type Disposition,
  type IllnessClass,
  type Standing,
} from './codes.ts'
import { reliefEntry, reliefHousehold, reliefIllness, reliefLink, reliefTreatment, reliefVisit } from './records.ts'
import { dueSignedRelation, dueSignedRows } from './relations.ts'
import {
  reliefEntries,
  reliefHouseholds,
  reliefIllnesses,
  reliefLinks,
  reliefTreatments,
  reliefVisits,
} from './tables.ts'

/** A measure for the whole register and one for each standing. */
export type ByStanding = Readonly<Record<'all' | Standing, ReturnType<typeof stock>>>

function byStanding(
  make: (
    part: 'all' | Standing,
    suffix: string,
    ofStanding: SQL | undefined,
    zh: string,
    en: string,
  ) => ReturnType<typeof stock>,
  column: typeof reliefEntries.standing | typeof dueSignedRows.standing,
): ByStanding {
  const parts = standingIds.map((id) => [
    id,
    make(id, `-${id}`, eq(column, id), standings[id].zh, `${standings[id].en}: `),
  ])
  return Object.fromEntries([['all', make('all', '', undefined, '', '')], ...parts]) as ByStanding
}

/** Lines of the list, whether due or not. */
export const registered = byStanding(
  (_, suffix, where, zh, en) =>
    stock(reliefEntry, {
      id: `poverty-relief.registered${suffix}`,
      title: { zh: `${zh || '名册'}人数`, en: `${en}entries of the register` },
      from: reliefEntries.happenedOn,
      to: reliefEntries.removedOn,
      ...(where ? { where } : {}),
    }),
  reliefEntries.standing,
)

/** Lines explained as not due, by kind of explanation. */
export const notDue = Object.fromEntries(
  dispositionIds.map((disposition) => [
    disposition,
    byStanding(
      (_, suffix, where, zh, en) =>
        stock(reliefEntry, {
          id: `poverty-relief.${disposition}${suffix}`,
          title: { zh: `${zh}${dispositions[disposition].zh}`, en: `${en}${dispositions[disposition].en}` },
          from: reliefEntries.dispositionOn,
          to: reliefEntries.removedOn,
          where: and(isNotNull(reliefEntries.dispositionOn), eq(reliefEntries.disposition, disposition), where)!,
        }),
      reliefEntries.standing,
    ),
  ]),
) as Record<Disposition, ByStanding>

/** Lines due for a contract: listed and not explained. */
export const due = byStanding(
  (_, suffix, where, zh, en) =>
    stock(reliefEntry, {
      id: `poverty-relief.due${suffix}`,
      title: { zh: `${zh}应签约`, en: `${en}due for a contract` },
      from: reliefEntries.happenedOn,
      to: sql`least(${reliefEntries.dispositionOn}, ${reliefEntries.removedOn})`,
      ...(where ? { where } : {}),
    }),
  reliefEntries.standing,
)

export const dueSigned = byStanding(
  (_, suffix, where, zh, en) =>
    stock(dueSignedRelation, {
      id: `poverty-relief.due-signed${suffix}`,
      title: { zh: `${zh}已签约`, en: `${en}due and signed` },
      from: dueSignedRows.listedFrom,
      to: dueSignedRows.listedTo,
      ...(where ? { where } : {}),
    }),
  dueSignedRows.standing,
)

const householdStock = (id: string, zh: string, en: string, where?: SQL) =>
  stock(reliefHousehold, {
    id: `poverty-relief.${id}`,
    title: { zh, en },
    from: reliefHouseholds.happenedOn,
    to: reliefHouseholds.removedOn,
    ...(where ? { where } : {}),
  })
export const listedHouseholds = householdStock('households', '在册户数', 'Households on the register')
export const householdsByIllness = householdStock(
  'households-illness',
  '因病致贫户',
  'Households poor through illness',
  sql`${reliefHouseholds.causes} ? 'illness'`,
)
export const linkedHouseholds = stock(reliefLink, {
  id: 'poverty-relief.linked',
  title: { zh: '已结对户数', en: 'Households with a linked official' },
  from: reliefLinks.happenedOn,
  to: reliefLinks.endsOn,
})

const illStock = (suffix: string, zh: string, en: string, illnessClass?: IllnessClass) =>
  stock(reliefIllness, {
    id: `poverty-relief.illness${suffix}`,
    title: { zh, en },
    from: reliefIllnesses.happenedOn,
    to: reliefIllnesses.endedOn,
    ...(illnessClass ? { where: eq(reliefIllnesses.class, illnessClass) } : {}),
  })
export const illnesses = {
  all: illStock('', '核实患病', 'Verified illnesses'),
  I: illStock('-1', 'Ⅰ类患病', 'Class I illnesses', 'I'),
  II: illStock('-2', 'Ⅱ类患病', 'Class II illnesses', 'II'),
  III: illStock('-3', 'Ⅲ类患病', 'Class III illnesses', 'III'),
}

/** Patients of special treatment: all ever enrolled by the period's end, and those of them treated by then. */
export const enrolled = stock(reliefTreatment, {
  id: 'poverty-relief.enrolled',
  title: { zh: '大病专项救治建档患者', en: 'Patients enrolled for special treatment' },
  from: reliefTreatments.happenedOn,
})
export const treated = stock(reliefTreatment, {
  id: 'poverty-relief.treated',
  title: { zh: '大病专项救治已救治患者', en: 'Patients treated' },
  from: reliefTreatments.treatedOn,
  where: isNotNull(reliefTreatments.treatedOn),
})

const treatmentFlow = (id: string, zh: string, en: string, column: SQL) =>
  flow(reliefTreatment, {
    id: `poverty-relief.${id}`,
    title: { zh, en },
    when: reliefTreatments.treatedOn,
    count: { sum: column },
  })
export const treatmentCost = treatmentFlow(
  'treatment-cost',
  '大病救治总费用',
  'Cost of special treatment',
  sql`${reliefTreatments.totalCost}`,
)
export const treatmentCovered = treatmentFlow(
  'treatment-covered',
  '大病救治报销和救助',
  'Covered by insurance and aid',
  sql`${reliefTreatments.insurancePaid} + ${reliefTreatments.aidPaid}`,
)

export const visits = flow(reliefVisit, {
  id: 'poverty-relief.visits',
  title: { zh: '走访户次', en: 'Support visits' },
  when: reliefVisits.happenedOn,
})
export const aidGiven = flow(reliefVisit, {
  id: 'poverty-relief.aid',
  title: { zh: '慰问金（物）', en: 'Aid given' },
  when: reliefVisits.happenedOn,
  count: { sum: reliefVisits.aid },
})
