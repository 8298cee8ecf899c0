import type { Hint } from '../contract/hints.ts'
import type { Db } from '../db/open.ts'
import { findWorkshopOfRound, listSecondVotes } from '../db/queries/workshops.ts'
import type { Live } from '../live/hub.ts'

/**
 * The rounds that share one room with this one: itself, and when a workshop continues it, the workshop's round and its
 * second votes. Whoever follows one of them hears what happens in all.
 */
export async function roundsOfRoom(db: Db, organisationId: string, roundId: string): Promise<string[]> {
  const workshop = await findWorkshopOfRound(db, organisationId, roundId)
  if (workshop === undefined) return [roundId]
  const votes = await listSecondVotes(db, organisationId, workshop.id)
  return [workshop.roundId, ...votes.map((vote) => vote.roundId)]
}

/** Tells a whole room that something changed. Call it after the commit. */
export async function tellRoom(
  { db, live }: { db: Db; live: Live },
  organisationId: string,
  roundId: string,
  ...hints: Hint[]
): Promise<void> {
  // What happened is stored: when nobody can be told, the pages find out by themselves.
  const ids = await roundsOfRoom(db, organisationId, roundId).catch(() => [roundId])
  for (const id of ids) for (const hint of hints) live.note(id, hint)
}

/** The rounds whose followers hear of somebody's joining or answering: the round, and the one whose second vote it is. */
export async function followedRounds(db: Db, organisationId: string, roundId: string): Promise<string[]> {
  const main = (await findWorkshopOfRound(db, organisationId, roundId))?.roundId
  return main === undefined || main === roundId ? [roundId] : [roundId, main]
}
