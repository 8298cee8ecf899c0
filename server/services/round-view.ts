import * as z from 'zod'
import { StakeholderGroup } from '../contract/common.ts'
import type { Round } from '../contract/rounds.ts'
import type { Db } from '../db/open.ts'
import { countReleases, countRespondents, listRoundItemIds } from '../db/queries/rounds.ts'
import { findWorkshopIds } from '../db/queries/workshops.ts'
import type { RoundRow } from '../db/tables.ts'

/** What showing a round needs: the address under which phones open the product. */
export interface RoundViewDeps {
  readonly db: Db
  readonly publicOrigin: string | undefined
  readonly participantOrigin: () => string
}

/** Days before the last day for answers on which a round reminds. */
export function remindDaysOf({ remindDays }: Pick<RoundRow, 'remindDays'>): number[] {
  return z.array(z.int()).parse(JSON.parse(remindDays))
}

/** The address that a join code opens on a phone. */
export function joinUrl({ publicOrigin, participantOrigin }: RoundViewDeps, code: string): string {
  return `${publicOrigin ?? participantOrigin()}/d#${code}`
}

/** A round as its organisation sees it: states and counts, never ratings. */
export async function viewRound(deps: RoundViewDeps, row: RoundRow): Promise<Round> {
  const { db } = deps
  const counts = await countRespondents(db, row.organisationId, [row.id])
  const releases = await countReleases(db, row.organisationId, [row.id])
  const workshops = await findWorkshopIds(db, row.organisationId, [row.id])
  // While a round closes nobody comes in, but its code stays its own: closing can be taken back.
  const code = row.state === 'open' ? row.code : null
  return {
    id: row.id,
    title: row.title,
    instrument: { id: row.instrumentId, version: row.instrumentVersion },
    items: (await listRoundItemIds(db, row.organisationId, row.id)).length,
    period: row.period,
    horizons: z.array(z.string()).parse(JSON.parse(row.horizons)),
    purpose: row.purpose,
    workshopId: workshops.get(row.id) ?? null,
    mode: row.mode,
    answering: row.answering,
    groups: z.array(StakeholderGroup).parse(JSON.parse(row.groups)),
    threshold: row.threshold,
    expected: row.expected,
    state: row.state,
    createdAt: row.createdAt,
    openedAt: row.openedAt,
    closesAt: row.closesAt,
    closedAt: row.closedAt,
    plannedOpenAt: row.plannedOpenAt,
    dueAt: row.dueAt,
    remindDays: remindDaysOf(row),
    remindedAt: row.remindedAt,
    planId: row.planId,
    code,
    joinUrl: code === null ? null : joinUrl(deps, code),
    counts: counts.get(row.id) ?? { joined: 0, started: 0, finished: 0, late: 0 },
    releases: releases.get(row.id) ?? 0,
  }
}
