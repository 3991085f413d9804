import type { WrittenSheet } from '@kangheng/kernel/exchange/workbook-writer.ts'
import { inLanguage, type Language, type Text } from '@kangheng/kernel/text/text.ts'
import { severities } from '../codes.ts'
import type { Recall, Recipient, Standing } from './read.ts'
import { ways } from './records.ts'

/** Whether somebody knows, in words. */
export const standingTitles: Readonly<Record<Standing, Text>> = {
  open: { zh: '未告知', en: 'Not told' },
  missed: { zh: '未联系上', en: 'Not reached' },
  told: { zh: '已告知', en: 'Told' },
}

const residences: Readonly<Record<string, Text>> = {
  resident: { zh: '在册', en: 'Resident' },
  departed: { zh: '已迁出', en: 'Moved away' },
  died: { zh: '已死亡', en: 'Dead' },
}

/** The people of a recall as a sheet that a clinic can work down by phone. Names and phones are as `readRecall` gave them, masked or not. */
export function recallWorkbook(recall: Recall, language: Language): WrittenSheet {
  const say = (text: Text | undefined) => (text ? inLanguage(text, language) : null)
  const columns: readonly (readonly [Text, 'text' | 'date' | 'number', (row: Recipient) => string | number | null])[] =
    [
      [{ zh: '姓名', en: 'Name' }, 'text', (row) => row.name],
      [{ zh: '出生日期', en: 'Born' }, 'date', (row) => row.birth],
      [{ zh: '居住地', en: 'Place' }, 'text', (row) => row.divisionName],
      [{ zh: '居住状态', en: 'Residence' }, 'text', (row) => say(residences[row.residence])],
      [{ zh: '联系电话', en: 'Phone' }, 'text', (row) => row.phone],
      [{ zh: '接种日期', en: 'Given on' }, 'date', (row) => row.givenOn],
      [{ zh: '接种单位', en: 'Clinic' }, 'text', (row) => row.institutionName],
      [
        { zh: '告知情况', en: 'Standing' },
        'text',
        (row) => (recall.stoppedOn ? say(standingTitles[row.standing]) : null),
      ],
      [{ zh: '联系日期', en: 'On' }, 'date', (row) => row.notice?.on ?? null],
      [{ zh: '方式', en: 'How' }, 'text', (row) => (row.notice ? say(ways[row.notice.way]) : null)],
      [{ zh: '联系人', en: 'By' }, 'text', (row) => row.notice?.by ?? null],
      [{ zh: '联系次数', en: 'Attempts' }, 'number', (row) => row.notice?.attempts ?? 0],
      [{ zh: '情况', en: 'Note' }, 'text', (row) => row.notice?.note ?? null],
      [{ zh: '异常反应', en: 'Reaction' }, 'text', (row) => (row.event ? say(severities[row.event.severity]) : null)],
    ]
  return {
    name: language === 'zh' ? '召回名单' : 'Recall',
    columns: columns.map(([title, kind]) => ({ title: inLanguage(title, language), kind })),
    rows: recall.rows.map((row) => columns.map(([, , value]) => value(row))),
  }
}
