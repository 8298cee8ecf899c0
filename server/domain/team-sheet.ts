import { UNANSWERED } from './answer.ts'
import type { OperationStatus, SheetOperation } from './sheet.ts'

/**
 * What became of an answer of a team: it stands; another one stands instead; it was given without having seen the one
 * that stands, and waits for a choice; it was not chosen; it was chosen, so that a new answer says the same; it was older
 * than what the same person had said by then, and never stood; it came after closing.
 */
export type TeamAnswerState = 'stands' | 'replaced' | 'conflict' | 'set-aside' | 'chosen' | 'stale' | 'late'

/** One answer that somebody of a team gave: none is ever thrown away. */
export interface TeamAnswer extends SheetOperation {
  /** Who gave it; null when nobody knows any more. */
  readonly by: string | null
  readonly state: TeamAnswerState
}

/**
 * The answers of a team on its one sheet, as operations come in. Unlike on the sheet of one person, where the answer that
 * was given last stays, nobody's answer gives way to that of somebody who did not see it: both stay until someone chooses.
 *
 * An operation goes over what stands in its slot when it says to replace just that; when nothing stands there and it
 * replaces nothing; or when what stands is by the same person and older (lower `seq`, then smaller operation id).
 * The same answer as the one that stands is no conflict. Deliveries that repeat change nothing.
 */
export class TeamSheet {
  readonly #answers: Map<string, TeamAnswer>
  readonly #changed = new Set<string>()

  /** @param answers those of every slot that operations are about, and those with the ids of these operations. */
  constructor(answers: readonly TeamAnswer[]) {
    this.#answers = new Map(answers.map((answer) => [answer.opId, answer]))
  }

  /** Answers that are new or whose state changed, oldest first. */
  get changed(): TeamAnswer[] {
    return [...this.#answers.values()].filter(({ opId }) => this.#changed.has(opId))
  }

  /** The answer that stands in a slot; `UNANSWERED` as its character when it took one back. */
  standing(slot: number): TeamAnswer | undefined {
    return this.#ofSlot(slot).find(({ state }) => state === 'stands')
  }

  /**
   * Takes one operation of somebody.
   *
   * Statuses are those of `applyOperations`. An operation that is repeated gets the status that it got before, but for one
   * that was applied: `duplicate`.
   */
  take(operation: SheetOperation, by: string, isCollecting: boolean): OperationStatus {
    const known = this.#answers.get(operation.opId)
    if (known !== undefined) return isSame(known, operation, by) ? statusAgain(known) : 'reused'
    if (!isCollecting) return this.#keep(operation, by, 'late', 'late')
    return this.#place(operation, by)
  }

  /** Counts in what came after closing, in order of arrival, as if it came now. */
  countLate(): void {
    for (const late of [...this.#answers.values()].filter(({ state }) => state === 'late')) this.#place(late, late.by)
  }

  /**
   * Chooses between an answer in conflict and the one that stands.
   *
   * @param conflict one that still waits.
   * @param again the new operation under which the other answer goes on; it is left out when the one that stands stays.
   */
  settle(conflict: TeamAnswer, by: string, again?: { readonly opId: string; readonly seq: number }): void {
    this.#write({ ...conflict, state: again === undefined ? 'set-aside' : 'chosen' })
    if (again === undefined) return
    const { slot, character, reason } = conflict
    const replaces = this.standing(slot)?.opId
    this.#stand({ ...again, slot, character, reason, replaces }, by)
  }

  #place(operation: SheetOperation, by: string | null): OperationStatus {
    const standing = this.standing(operation.slot)
    const isEmpty = standing === undefined || standing.character === UNANSWERED
    const isSeen = operation.replaces === standing?.opId || (operation.replaces === undefined && isEmpty)
    if (standing === undefined || isSeen) return this.#stand(operation, by)
    if (standing.by !== null && standing.by === by) {
      return isOlder(operation, standing) ? this.#keep(operation, by, 'stale', 'stale') : this.#stand(operation, by)
    }
    if (standing.character === operation.character && standing.reason === operation.reason)
      return this.#keep(operation, by, 'replaced', 'duplicate')
    for (const own of this.#ofSlot(operation.slot))
      if (own.state === 'conflict' && own.by === by && isOlder(own, operation))
        this.#write({ ...own, state: 'set-aside' })
    return this.#keep(operation, by, 'conflict', 'conflict')
  }

  #stand(operation: SheetOperation, by: string | null): OperationStatus {
    const before = this.standing(operation.slot)
    if (before !== undefined) this.#write({ ...before, state: 'replaced' })
    return this.#keep(operation, by, 'stands', 'applied')
  }

  #keep(
    operation: SheetOperation,
    by: string | null,
    state: TeamAnswerState,
    status: OperationStatus,
  ): OperationStatus {
    this.#write({ ...operation, by, state })
    return status
  }

  #write(answer: TeamAnswer): void {
    this.#answers.set(answer.opId, answer)
    this.#changed.add(answer.opId)
  }

  #ofSlot(slot: number): TeamAnswer[] {
    return [...this.#answers.values()].filter((answer) => answer.slot === slot)
  }
}

function isSame(known: TeamAnswer, { slot, seq, character, reason }: SheetOperation, by: string): boolean {
  const isTheirs = known.by === null || known.by === by
  const isAlike = known.slot === slot && known.seq === seq && known.character === character && known.reason === reason
  return isTheirs && isAlike
}

function statusAgain({ state }: TeamAnswer): OperationStatus {
  if (state === 'late' || state === 'stale') return state
  return state === 'stands' || state === 'replaced' ? 'duplicate' : 'conflict'
}

function isOlder(one: SheetOperation, other: SheetOperation): boolean {
  return one.seq < other.seq || (one.seq === other.seq && one.opId < other.opId)
}
