import { assessment } from '@kangheng/domains/public-health/older-people/index.ts'
import { mentalVisit } from '@kangheng/domains/public-health/severe-mental-disorder/index.ts'
import { childService, constitutionSurvey } from '@kangheng/domains/public-health/traditional-chinese-medicine/index.ts'
import { tuberculosisPatient, tuberculosisVisit } from '@kangheng/domains/public-health/tuberculosis/index.ts'
import { constitutionForm } from './constitution-form.ts'
import { byPerson, formOfEach, peopleOf, rowsOf, type FormDefinition } from './definition.ts'
import { mentalVisitForm } from './mental-form.ts'
import { selfCareForm } from './older-form.ts'
import { childServiceCards } from './tcm-child-card.ts'
import { tuberculosisCards } from './tuberculosis-card.ts'
import { tuberculosisFirstVisit } from './tuberculosis-first-visit.ts'

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
  formOfEach(assessment, 'self-care-form', { zh: '老年人生活自理能力评估表', en: 'Self-care form' }, selfCareForm),
  formOfEach(
    constitutionSurvey,
    'constitution-form',
    { zh: '老年人中医药健康管理服务记录表', en: 'Constitution form' },
    constitutionForm,
  ),
  childServices,
  formOfEach(
    tuberculosisPatient,
    'tuberculosis-first-visit',
    { zh: '肺结核患者第一次入户随访记录表', en: 'Tuberculosis first visit form' },
    tuberculosisFirstVisit,
  ),
  tuberculosisVisits,
  formOfEach(
    mentalVisit,
    'mental-visit-form',
    { zh: '严重精神障碍患者随访服务记录表', en: 'Mental disorder follow-up form' },
    mentalVisitForm,
  ),
]
