import { assessment } from '@kangheng/domains/public-health/older-people/index.ts'
import { mentalVisit } from '@kangheng/domains/public-health/severe-mental-disorder/index.ts'
import { childService, constitutionSurvey } from '@kangheng/domains/public-health/traditional-chinese-medicine/index.ts'
import { tuberculosisPatient, tuberculosisVisit } from '@kangheng/domains/public-health/tuberculosis/index.ts'
import type { RecordDefinition, RecordTable, RowOf } from '@kangheng/kernel/record/define-record.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { constitutionForm } from './constitution-form.ts'
import { byPerson, peopleOf, rowsOf, type FormDefinition } from './definition.ts'
import { mentalVisitForm } from './mental-form.ts'
import { selfCareForm } from './older-form.ts'
import type { FormPerson } from './people.ts'
import { childServiceCards } from './tcm-child-card.ts'
import { tuberculosisCards } from './tuberculosis-card.ts'

/** A form for each row. */
function single<Table extends RecordTable>(
  record: RecordDefinition<Table>,
  id: string,
  title: Text,
  make: (person: FormPerson, row: RowOf<Table>) => string,
): FormDefinition {
  return {
    ...{ id, title, record },
    async print(source, ids) {
      const rows = await rowsOf(source, record.table, ids)
      const people = await peopleOf(source, rows as unknown as { person: string | null }[])
      const forms = (rows as unknown as (RowOf<Table> & { person: string | null })[]).flatMap((row) => {
        const person = people.get(row.person ?? '')
        return person ? [make(person, row)] : []
      })
      return { forms, people }
    },
  }
}

const childServices: FormDefinition = {
  id: 'tcm-child-card',
  title: { zh: '儿童中医药健康管理服务记录表', en: 'TCM card of a child' },
  record: childService,
  async print(source, ids) {
    const rows = await rowsOf(source, childService.table, ids)
    const people = await peopleOf(source, rows)
    return { forms: byPerson(rows, people).flatMap(({ person, rows: own }) => childServiceCards(person, own)), people }
  },
}

const tuberculosisVisits: FormDefinition = {
  id: 'tuberculosis-card',
  title: { zh: '肺结核患者随访服务记录表', en: 'Tuberculosis follow-up card' },
  record: tuberculosisVisit,
  async print(source, ids) {
    const rows = await rowsOf(source, tuberculosisVisit.table, ids)
    const people = await peopleOf(source, rows)
    const patients = await rowsOf(source, tuberculosisPatient.table, [...new Set(rows.map(({ patient }) => patient))])
    const patientOf = new Map(patients.map((row) => [row.id, row]))
    const forms = byPerson(rows, people).flatMap(({ person, rows: own }) =>
      tuberculosisCards(
        person,
        own.map((row) => ({ ...row, of: patientOf.get(row.patient) })),
      ),
    )
    return { forms, people }
  },
}

/** Printed forms of older people, traditional medicine, tuberculosis and severe mental disorder. */
export const programmeForms: readonly FormDefinition[] = [
  single(assessment, 'self-care-form', { zh: '老年人生活自理能力评估表', en: 'Self-care form' }, selfCareForm),
  single(
    constitutionSurvey,
    'constitution-form',
    { zh: '老年人中医药健康管理服务记录表', en: 'Constitution form' },
    constitutionForm,
  ),
  childServices,
  tuberculosisVisits,
  single(
    mentalVisit,
    'mental-visit-form',
    { zh: '严重精神障碍患者随访服务记录表', en: 'Mental disorder follow-up form' },
    mentalVisitForm,
  ),
]
