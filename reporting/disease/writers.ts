import { sexualHealthCard } from '@kangheng/domains/public-health/communicable-disease/index.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import type { House } from '@kangheng/kernel/domain/registry.ts'

/** Whether somebody writes the bulletins of communicable disease: who sees all cards, for the whole county. */
export function writesDiseaseBulletins(house: House, { role }: Pick<Actor, 'role'>): boolean {
  return house.roles.get(role)?.sees.has(sexualHealthCard.id) ?? false
}
