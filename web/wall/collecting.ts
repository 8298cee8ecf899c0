import type { WallView } from '../../server/contract/workshops.ts'

/** What the room fills in now: the round, or its newest second vote as long as that is not revealed. */
export interface Collecting {
  readonly state: WallView['round']['state']
  readonly closesAt: string | null
  readonly joined: number
  readonly finished: number
  /** Undefined while it is the round itself. */
  readonly vote: NonNullable<WallView['vote']> | undefined
}

/** What the counts on the wall are about. */
export function collectingOf({ round, counts, vote }: WallView): Collecting {
  if (vote !== null && !vote.isRevealed) return { state: vote.state, closesAt: vote.closesAt, ...vote.counts, vote }
  return {
    state: round.state,
    closesAt: round.closesAt,
    joined: counts.joined,
    finished: counts.finished,
    vote: undefined,
  }
}

/** Whether somebody who comes in now can join. */
export function isDoorOpen({ room, join, round }: WallView): boolean {
  return join !== null && room?.isLocked !== true && round.state === 'open'
}
