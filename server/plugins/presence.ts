import type { Db } from '../db/open.ts'
import { findPresence, findRoundOfMember } from '../db/queries/presence.ts'
import { findWorkshopOfRound } from '../db/queries/workshops.ts'

/** Somebody in the room of a round. */
export interface Presence {
  readonly organisationId: string
  /** The round in the address. */
  readonly roundId: string
  /** Role of a member; undefined for phones and walls. */
  readonly role: string | undefined
  readonly kind: 'respondent' | 'display' | 'member'
  /** The id of a member, or the hash of the secret of a respondent or a display. */
  readonly whose: string
  /** When a membership ends by itself; null for one without an end, and for phones and walls. */
  readonly until: string | null
  /** When this was looked up, in milliseconds of `performance.now()`. */
  readonly lookedAt: number
}

/** What a caller shows: secrets of respondents and walls, and the user who is signed in. */
export interface RoomCaller {
  readonly secretHashes: readonly string[]
  readonly userId: string | undefined
}

/**
 * Whether a caller is in the room of this round. A workshop is one room: who is in its round is in its second votes.
 *
 * @returns `nobody` when nothing that the caller shows is good; `elsewhere` when it is good for another room, or the
 * round does not exist.
 */
export async function findRoom(
  db: Db,
  { secretHashes, userId }: RoomCaller,
  roundId: string | undefined,
  now: Date,
): Promise<Presence | 'nobody' | 'elsewhere'> {
  const lookedAt = performance.now()
  let isSomebody = userId !== undefined
  for (const secretHash of secretHashes) {
    const presence = await findPresence(db, secretHash)
    if (presence === undefined) continue
    isSomebody = true
    const { organisationId, kind } = presence
    if (roundId !== undefined && (await areOneRoom(db, organisationId, presence.roundId, roundId)))
      return { organisationId, roundId, role: undefined, kind, whose: secretHash, until: null, lookedAt }
  }
  const member =
    userId === undefined || roundId === undefined
      ? undefined
      : await findRoundOfMember(db, userId, roundId, now.toISOString())
  if (member !== undefined && userId !== undefined && roundId !== undefined)
    return { ...member, roundId, kind: 'member', whose: userId, lookedAt }
  return isSomebody ? 'elsewhere' : 'nobody'
}

async function areOneRoom(db: Db, organisationId: string, ownRoundId: string, roundId: string): Promise<boolean> {
  if (ownRoundId === roundId) return true
  const own = await findWorkshopOfRound(db, organisationId, ownRoundId)
  const other = await findWorkshopOfRound(db, organisationId, roundId)
  return own !== undefined && own.id === other?.id
}
