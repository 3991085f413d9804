import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { documentDigest, identifyFindings } from '@kangheng/reporting/check/identity.ts'
import { reconcileWithCounty } from '@kangheng/reporting/check/kept/county-figures.ts'
import { withDecisions } from '@kangheng/reporting/check/kept/read.ts'
import { type CheckSurroundings, runCheck } from '@kangheng/reporting/check/command.ts'
import type { Arguments, Command } from '../arguments.ts'
import { installationOf, withInstallation } from '../installation.ts'

const KNOWN = ['json', 'out', 'list', 'place', 'period']

/** The check needs no database, so it must not make one. */
const isInstalled = (given: Arguments): boolean => {
  const { folder, url } = installationOf(given)
  return url !== undefined || existsSync(join(folder, 'database'))
}

/** The county's figures under the names a summary may use for them, and what the county has decided. */
const countyOf =
  (given: Arguments): CheckSurroundings['county'] =>
  ({ place, period, claims }, result) =>
    withInstallation(given, async ({ database, house, county, indicators }) => ({
      reconciliation: await reconcileWithCounty(
        database,
        { house, county, indicators: await indicators(), place, period },
        claims,
      ),
      findings: await withDecisions(
        database,
        house,
        { county, division: county, document: documentDigest(result.text) },
        identifyFindings(result.text, result),
      ),
    }))

export const check: Command = {
  name: 'check',
  usage: 'check FILE [--out annotated.docx]',
  text: {
    zh: '核对一份总结中的数字（有矛盾时退出码为1，读不出时为2）',
    en: 'Check the figures of a written summary (exit code 1: contradictions, 2: unreadable)',
  },
  options: [
    { name: 'out', value: 'FILE', text: { zh: '写出带批注的 Word 文件', en: 'write the Word file with comments' } },
    { name: 'list', value: 'FILE', text: { zh: '写出数据台账（Excel）', en: 'write the list of all claims (Excel)' } },
    { name: 'place', value: 'CODE', text: { zh: '与该地数据核对', en: 'compare with the figures of this place' } },
    {
      name: 'period',
      value: 'PERIOD',
      text: { zh: '与该时期数据核对', en: 'compare with the figures of this period' },
    },
  ],
  run(given) {
    const options = Object.entries(given.options).flatMap(([name, value]) => {
      if (!KNOWN.includes(name)) return []
      return value === true ? [`--${name}`] : typeof value === 'string' ? [`--${name}`, value] : []
    })
    return runCheck([...given.positionals, ...options], {
      out: (line) => console.log(line),
      error: (line) => console.error(line),
      ...(isInstalled(given) ? { county: countyOf(given) } : {}),
    })
  },
}
