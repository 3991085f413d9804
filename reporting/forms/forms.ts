import { and, eq, inArray, isNull, type InferSelectModel } from 'drizzle-orm'
import { copdVisit } from '@kangheng/domains/public-health/copd/index.ts'
import { diabetesVisit } from '@kangheng/domains/public-health/diabetes/index.ts'
import { basicForm, examination } from '@kangheng/domains/public-health/health-record/index.ts'
import { hypertensionVisit } from '@kangheng/domains/public-health/hypertension/index.ts'
import { attendance, result } from '@kangheng/domains/public-health/physical-examination/index.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { basicInformationForm } from './basic-form.ts'
import { byPerson, formOfEach, peopleOf, rowsOf, type FormDefinition } from './definition.ts'
import { examinationForm } from './examination-form.ts'
import { examinationReport } from './examination-report.ts'
import { motherAndChildForms } from './mother-and-child.ts'
import { programmeForms } from './programmes.ts'
import type { FormPerson } from './people.ts'
import { visitCard, VISITS_PER_CARD } from './visit-card.ts'

/** What somebody who came to a campaign gets: the report to take home, or the form of the norm. */
const ofAttendance = (
  id: string,
  title: Text,
  make: (person: FormPerson, parts: AttendanceParts) => string | undefined,
): FormDefinition => ({
  id,
  title,
  record: attendance,
  async print(source, ids) {
    const held = (await rowsOf(source, attendance.table, ids)).filter((row) => row.state !== 'called')
    const people = await peopleOf(source, held)
    const forms = await rowsOf(
      source,
      examination.table,
      held.flatMap((row) => row.examination ?? []),
    )
    const formOf = new Map(forms.map((form) => [form.id, form]))
    const { attendance: owner, voidedAt } = result.table
    const found = await ormOf(source.connection)
      .select()
      .from(result.table)
      .where(and(eq(result.table.county, source.county), inArray(owner, [...ids]), isNull(voidedAt)))
    const resultsOf = Map.groupBy(found, (each) => each.attendance)
    const printed = held.flatMap((row) => {
      const person = people.get(row.person ?? '')
      const parts = { held: row, form: formOf.get(row.examination ?? ''), results: resultsOf.get(row.id) ?? [] }
      return (person && make(person, parts)) ?? []
    })
    return { forms: printed, people }
  },
})

interface AttendanceParts {
  readonly held: InferSelectModel<typeof attendance.table>
  readonly form: InferSelectModel<typeof examination.table> | undefined
  readonly results: readonly InferSelectModel<typeof result.table>[]
}

const visitCards = (
  disease: Parameters<typeof visitCard>[0],
  title: Text,
  record: typeof hypertensionVisit,
): FormDefinition => ({
  id: `${disease}-card`,
  title,
  record,
  async print(source, ids) {
    const rows = await rowsOf(source, record.table, ids)
    const people = await peopleOf(source, rows)
    const forms = byPerson(rows, people).flatMap(({ person, rows: visits }) => {
      const cards = Math.ceil(visits.length / VISITS_PER_CARD)
      return Array.from({ length: cards }, (_, place) =>
        visitCard(disease, person, visits.slice(place * VISITS_PER_CARD, (place + 1) * VISITS_PER_CARD)),
      )
    })
    return { forms, people }
  },
})

/** All printed forms, by what is printed. */
export const printedForms: readonly FormDefinition[] = [
  formOfEach(basicForm, 'basic-form', { zh: '个人基本信息表', en: 'Personal basic information' }, basicInformationForm),
  formOfEach(examination, 'examination-form', { zh: '健康体检表', en: 'Examination form' }, examinationForm),
  ofAttendance('examination-report', { zh: '体检结果反馈单', en: 'Report for the examined' }, (person, parts) =>
    examinationReport(person, parts.held, parts.form, parts.results),
  ),
  ofAttendance('attendance-form', { zh: '健康体检表', en: 'Examination form' }, (person, { form }) =>
    form ? examinationForm(person, form) : undefined,
  ),
  visitCards('hypertension', { zh: '高血压随访服务记录表', en: 'Hypertension follow-up card' }, hypertensionVisit),
  visitCards('diabetes', { zh: '2型糖尿病随访服务记录表', en: 'Diabetes follow-up card' }, diabetesVisit),
  visitCards('copd', { zh: '慢阻肺随访服务记录表', en: 'COPD follow-up card' }, copdVisit),
  ...motherAndChildForms,
  ...programmeForms,
]
