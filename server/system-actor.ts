import type { Actor } from '@kangheng/kernel/access/actor.ts'
import type { Setting } from './setting.ts'

/** Who the journal names for what the installation's own commands and jobs do. */
export function systemActor(setting: Pick<Setting, 'county'>): Actor {
  return {
    account: '00000000-0000-7000-8000-000000000001',
    name: '系统',
    role: 'system',
    division: setting.county,
    institution: null,
    person: null,
  }
}

/** The bureau's office, for documents written from the command line: it sees what a bureau section sees. */
export function officeActor(setting: Pick<Setting, 'county'>): Actor {
  return { ...systemActor(setting), name: '办公室', role: 'bureau-section' }
}
