/**
 * The indicator `hypertension.strict-control-rate` as a FHIR measure: of the patients under management, those whose last pressure of the year is below 140/90. The logic is written in
 * ELM (HL7 Clinical Quality Language, release 1.5) as the CQL translator would give it; values are read from the primitive of the FHIR element.
 */

const FHIR = 'http://hl7.org/fhir'
const SYSTOLIC = '8480-6'
const DIASTOLIC = '8462-4'

const observations = (code: string) => ({
  type: 'Query',
  source: [
    {
      alias: 'O',
      expression: {
        type: 'Retrieve',
        dataType: `{${FHIR}}Observation`,
        codeProperty: 'code',
        codeComparator: '~',
        codes: { type: 'ToList', operand: { type: 'Code', code, system: { name: 'LOINC' } } },
      },
    },
  ],
  relationship: [],
  where: {
    type: 'In',
    operand: [
      { type: 'Property', path: 'effective.value', scope: 'O' },
      { type: 'ParameterRef', name: 'Measurement Period' },
    ],
  },
  sort: {
    by: [{ type: 'ByExpression', direction: 'asc', expression: { type: 'Property', path: 'effective.value' } }],
  },
})

const last = (name: string) => ({
  type: 'Property',
  path: 'value.value.value',
  source: { type: 'Last', source: { type: 'ExpressionRef', name } },
})

const decimal = (value: string) => ({ type: 'Literal', valueType: '{urn:hl7-org:elm-types:r1}Decimal', value })
const below = (name: string, limit: string) => ({ type: 'Less', operand: [last(name), decimal(limit)] })
const define = (name: string, expression: object) => ({ name, context: 'Patient', accessLevel: 'Public', expression })
const yes = { type: 'Literal', valueType: '{urn:hl7-org:elm-types:r1}Boolean', value: 'true' }

const elm = {
  library: {
    identifier: { id: 'PressureControl', version: '1' },
    schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
    usings: {
      def: [
        { localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' },
        { localIdentifier: 'FHIR', uri: FHIR, version: '4.0.1' },
      ],
    },
    codeSystems: { def: [{ name: 'LOINC', id: 'http://loinc.org', accessLevel: 'Public' }] },
    parameters: {
      def: [
        {
          name: 'Measurement Period',
          accessLevel: 'Public',
          parameterTypeSpecifier: {
            type: 'IntervalTypeSpecifier',
            pointType: { type: 'NamedTypeSpecifier', name: '{urn:hl7-org:elm-types:r1}DateTime' },
          },
        },
      ],
    },
    statements: {
      def: [
        define('Patient', { type: 'SingletonFrom', operand: { type: 'Retrieve', dataType: `{${FHIR}}Patient` } }),
        define('Systolic', observations(SYSTOLIC)),
        define('Diastolic', observations(DIASTOLIC)),
        define('Under Management', yes),
        define('Controlled', { type: 'And', operand: [below('Systolic', '140.0'), below('Diastolic', '90.0')] }),
      ],
    },
  },
}

const population = (code: string, expression: string) => ({
  id: code,
  code: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/measure-population', code }] },
  criteria: { language: 'text/cql-identifier', expression },
})

/** The measure with its library, as a FHIR bundle. */
export const measureBundle = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      resource: {
        resourceType: 'Measure',
        id: 'pressure-control',
        url: 'http://example.org/Measure/pressure-control',
        status: 'active',
        library: ['http://example.org/Library/PressureControl'],
        scoring: { coding: [{ code: 'proportion' }] },
        group: [
          {
            population: [
              population('initial-population', 'Under Management'),
              population('denominator', 'Under Management'),
              population('numerator', 'Controlled'),
            ],
          },
        ],
      },
    },
    {
      resource: {
        resourceType: 'Library',
        id: 'PressureControl',
        url: 'http://example.org/Library/PressureControl',
        version: '1',
        status: 'active',
        type: { coding: [{ code: 'logic-library' }] },
        content: [{ contentType: 'application/elm+json', data: Buffer.from(JSON.stringify(elm)).toString('base64') }],
      },
    },
  ],
}

/** A patient with visits of the year, as a FHIR bundle of one patient. */
export function patientBundle(patient: {
  id: string
  visits: readonly { id: string; on: string; systolic: number; diastolic: number }[]
}): object {
  const observation = (id: string, code: string, on: string, value: number) => ({
    resource: {
      resourceType: 'Observation',
      id,
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code }] },
      subject: { reference: `Patient/${patient.id}` },
      effectiveDateTime: `${on}T08:00:00+08:00`,
      valueQuantity: { value, unit: 'mmHg' },
    },
  })
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { resource: { resourceType: 'Patient', id: patient.id } },
      ...patient.visits.flatMap((visit) => [
        observation(`${visit.id}-s`, SYSTOLIC, visit.on, visit.systolic),
        observation(`${visit.id}-d`, DIASTOLIC, visit.on, visit.diastolic),
      ]),
    ],
  }
}
