import { z } from 'zod'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { field } from '@kangheng/kernel/record/field.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { refuseReproductionTarget } from '../../population/resident/index.ts'
import { findParty, requireRunningItem } from '../target-letters/index.ts'

export const written = (zh: string, en: string, least: number, most: number) =>
  field(z.string().trim().min(least).max(most), { title: { zh, en }, ...(most > 200 ? { multiline: true } : {}) })

const SECTION_HELP = { zh: '填股室全称，例如“基层卫生健康股”', en: 'Its full name' }
export const sectionInput = (zh: string, en: string) =>
  field(z.string().trim().max(40), { title: { zh, en }, help: SECTION_HELP })

/** What every way of setting a matter asks for: who sees to it, until when, and what it feeds. */
export const setting = {
  title: written('事项', 'Matter', 4, 200),
  section: field(z.string().trim().max(40).optional(), {
    title: { zh: '责任股室', en: 'Section in charge' },
    help: { zh: '责任单位在股室、乡镇（村）、机构中填一项', en: 'One of section, place or institution' },
  }),
  place: field(z.string().max(12).optional(), {
    title: { zh: '责任乡镇（村）', en: 'Township or village in charge' },
    refersTo: 'division',
  }),
  institution: field(z.string().max(30).optional(), {
    title: { zh: '责任机构', en: 'Institution in charge' },
    refersTo: 'institution',
  }),
  responsible: written('责任人', 'Responsible', 2, 40),
  dueOn: field(z.iso.date(), { title: { zh: '办结时限', en: 'Due on' } }),
  letterItem: field(z.uuid().optional(), {
    title: { zh: '对应责任书项目', en: 'Item of a target letter' },
    refersTo: 'record:target-letters.item',
    help: {
      zh: '填写后，办结凭据自动报到责任书的任务',
      en: 'The evidence is then reported to the letter’s task as well',
    },
  }),
  indicator: field(z.string().trim().max(100).optional(), {
    title: { zh: '对应指标编号', en: 'Indicator' },
    help: { zh: '例如 family-doctor.coverage', en: 'For example family-doctor.coverage' },
  }),
  happenedOn: field(z.iso.date().optional(), { title: { zh: '交办日期', en: 'Set on' } }),
}
type Setting = z.output<z.ZodObject<typeof setting>>

/** Refuses a section that the bureau does not have. */
export function requireSection({ house }: Pick<ActionContext, 'house'>, name: string, at: string): void {
  const names = [...new Set(house.sections.map((section) => section.owner.zh))]
  if (!names.includes(name))
    refuse(at, { zh: `没有“${name}”这个股室，请填：${names.join('、')}`, en: `No such section: ${names.join(', ')}` })
}

/** The columns that every matter has, checked. @throws Refusal of the field that is wrong. */
export async function columnsOf(
  context: Pick<ActionContext, 'connection' | 'house' | 'county' | 'find' | 'today'>,
  input: Setting,
  setBy: string,
  /** The matter may not be set before this day. */
  notBefore: IsoDate | undefined = undefined,
) {
  const { connection, house, county, today } = context
  const { section, place, institution, letterItem, indicator, happenedOn = notBefore ?? today } = input
  requireSection(context, setBy, 'setBy')
  if ([section, place, institution].filter((each) => each !== undefined).length !== 1)
    refuse('section', {
      zh: '责任单位在股室、乡镇（村）、机构中填一项，且只填一项',
      en: 'Name one owner: a section, a place or an institution',
    })
  const level = section ? 'section' : institution ? 'institution' : place!.length > 9 ? 'village' : 'township'
  const party = await findParty(connection, house, county, level, input)
  if (notBefore && happenedOn < notBefore)
    refuse('happenedOn', { zh: `交办日期早于会议日期${notBefore}`, en: `The meeting was on ${notBefore}` })
  if (happenedOn > today) refuse('happenedOn', { zh: '交办日期不能晚于今天', en: 'The day lies in the future' })
  if (input.dueOn < happenedOn)
    refuse('dueOn', { zh: '办结时限早于交办日期，请改', en: 'It would be due before it was set' })
  if (indicator !== undefined) {
    const known = house.indicators.get(indicator)
    if (!known) return refuse('indicator', { zh: `没有指标 ${indicator}`, en: `There is no indicator ${indicator}` })
    refuseReproductionTarget(known)
  }
  if (letterItem) await requireRunningItem(context, letterItem)
  return {
    happenedOn,
    division: party.division,
    institution: party.institution,
    title: input.title,
    setBy,
    owner: party.party,
    ownerName: party.partyName,
    responsible: input.responsible,
    dueOn: input.dueOn,
    letterItem: letterItem ?? null,
    indicator: indicator ?? null,
  }
}
