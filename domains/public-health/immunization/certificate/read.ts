import { sql } from 'drizzle-orm'
import { withHouseRights } from '@kangheng/kernel/access/house-rights.ts'
import { maskName } from '@kangheng/kernel/person/mask.ts'
import { getVault } from '@kangheng/kernel/person/vault-holder.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { qrOf } from '../../health-record/index.ts'
import { doseTitles, routes, sites, vaccineTitles } from '../codes.ts'
import { certificateToken, contentDigest, readCertificateToken, type CertifiedDose } from './token.ts'

/** One dose as it stands on the certificate. */
export interface CertificateDose extends CertifiedDose {
  readonly vaccineTitle: Text
  /** The doses of the schedule it counts as; none when it does not count. */
  readonly counts: readonly Text[]
  readonly manufacturer: string | null
  readonly site: Text | null
  readonly route: Text | null
  readonly clinic: string | null
}

/** A certificate as it is printed. */
export interface CertificateFace {
  readonly id: string
  readonly number: string
  readonly issuedOn: string
  readonly person: {
    readonly name: string
    readonly sex: string
    readonly birth: string
    readonly divisionName: string
  }
  readonly doses: readonly CertificateDose[]
  readonly token: string
  /** The QR code as an SVG document. */
  readonly qrSvg: string
}

type DoseRow = CertifiedDose & {
  dose: string | null
  secondDose: string | null
  manufacturer: string | null
  site: keyof typeof sites | null
  route: keyof typeof routes | null
  clinic: string | null
}

const dosesOf = (connection: Connection, county: string, person: string) =>
  runSql<DoseRow>(
    connection,
    sql`select v.vaccine, v.happened_on::text as "on", v.lot_number as "lotNumber", v.dose, v.second_dose as "secondDose", v.manufacturer, v.site, v.route,
        i.name as clinic
      from immunization_vaccination v left join institution i on i.county = v.county and i.code = v.institution
      where v.county = ${county} and v.person = ${person} and v.voided_at is null order by v.happened_on, v.vaccine`,
  )

/** The valid certificate of a person with all doses and its code, within what the reader may see; undefined when there is none. */
export async function readCertificate(
  connection: Connection,
  county: string,
  person: string,
  unmasked: boolean,
): Promise<CertificateFace | undefined> {
  const [found] = await runSql<CertificateFace['person'] & { id: string; number: string; issuedOn: string }>(
    connection,
    sql`select c.id, c.number, c.happened_on::text as "issuedOn", p.name, p.sex, p.birth::text as birth, d.name as "divisionName"
      from immunization_certificate c join person p on p.county = c.county and p.id = c.person
      join division d on d.code = p.division
      where c.county = ${county} and c.person = ${person} and c.state = 'valid' and c.voided_at is null`,
  )
  if (!found) return undefined
  const rows = await dosesOf(connection, county, person)
  const { id, number, issuedOn, name, sex, birth, divisionName } = found
  const token = certificateToken(getVault(), id, contentDigest(rows))
  return {
    ...{ id, number, issuedOn, token, qrSvg: await qrOf(token) },
    person: { name: unmasked ? name : maskName(name), sex, birth, divisionName },
    doses: rows.map(({ dose, secondDose, site, route, ...row }) => ({
      ...row,
      vaccineTitle: vaccineTitles[row.vaccine as keyof typeof vaccineTitles],
      counts: [dose, secondDose].flatMap((each) => (each ? (doseTitles[each] ?? []) : [])),
      site: site && sites[site],
      route: route && routes[route],
    })),
  }
}

/** What verifying a code found. Outside the reader's scope the house tells how the certificate stands, and nothing of the person. */
export type Verification =
  /** Not made by this house, or changed. */
  | { readonly kind: 'forged' }
  | { readonly kind: 'revoked'; readonly number: string; readonly revokedOn: string | null }
  | {
      readonly kind: 'valid' | 'changed'
      readonly number: string
      readonly issuedOn: string
      readonly doses: number
      /** The holder; null outside the reader's scope. */
      readonly person: { readonly id: string; readonly name: string; readonly birth: string } | null
    }

/** Verifies a code: whether the house made it, whether the certificate still holds, and whether doses were added or changed since it was printed. */
export async function verifyCertificate(
  connection: Connection,
  county: string,
  token: string,
  unmasked: boolean,
): Promise<Verification> {
  const read = readCertificateToken(getVault(), token)
  if (!read) return { kind: 'forged' }
  const stands = await withHouseRights(connection, async () => {
    const [row] = await runSql<{
      state: string
      number: string
      issuedOn: string
      revokedOn: string | null
      person: string
    }>(
      connection,
      sql`select state, number, happened_on::text as "issuedOn", revoked_on::text as "revokedOn", person from immunization_certificate
        where county = ${county} and id = ${read.id} and voided_at is null`,
    )
    return row && { ...row, rows: await dosesOf(connection, county, row.person) }
  })
  if (!stands) return { kind: 'forged' }
  const { state, number, issuedOn, revokedOn, rows } = stands
  if (state !== 'valid') return { kind: 'revoked', number, revokedOn }
  const [person] = await runSql<{ id: string; name: string; birth: string }>(
    connection,
    sql`select id, name, birth::text as birth from person where county = ${county} and id = ${stands.person}`,
  )
  return {
    kind: contentDigest(rows) === read.digest ? 'valid' : 'changed',
    ...{ number, issuedOn, doses: rows.length },
    person: person ? { ...person, name: unmasked ? person.name : maskName(person.name) } : null,
  }
}
