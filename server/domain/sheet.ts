import { UNANSWERED } from './answer.ts'

/** A change of one answer as a sheet takes it: the place is a slot, the answer one character (`.` takes it back). */
export interface SheetOperation {
  readonly opId: string
  readonly slot: number
  readonly seq: number
  readonly character: string
  readonly reason?: string | undefined
  /** Open rounds: the operation that this one means to replace. */
  readonly replaces?: string | undefined
}

/** Everything that is kept of one respondent's answers. */
export interface Sheet {
  /** One character for each slot, see `answer.ts`. */
  readonly answers: string
  /** Reasons by slot. */
  readonly reasons: Readonly<Record<string, string>>
  /**
   * The last operation of each slot, as `<opId> <seq>`; an empty text where none is known. Emptied when the round
   * closes. A list of texts, because every save reads and writes it whole.
   */
  readonly operations: readonly string[]
  /** Operations that came after closing, in order of arrival; they count when the round is reopened. */
  readonly late: readonly SheetOperation[]
}

/** What became of an operation. */
export type OperationStatus = 'applied' | 'duplicate' | 'stale' | 'late' | 'conflict' | 'reused'

/** How a round takes operations at this moment. */
export interface Taking {
  /** Whether answers still count; if not they are kept as late ones. */
  readonly isCollecting: boolean
  /** Whether authors are known, so that an operation may say which one it replaces. */
  readonly isOpen: boolean
}

/**
 * Applies operations to a sheet, in order, each by itself. However often and in whatever order deliveries repeat, the
 * answer that stays is the one with the highest `seq`, and with equal `seq` the one with the larger operation id.
 *
 * Statuses: `applied`; `duplicate` (the stored operation again); `stale` (a newer one is stored); `late` (kept for a
 * reopening); `conflict` (another operation than the one it replaces is stored: that one stays); `reused` (the id was
 * used for another change: nothing happens).
 *
 * @throws {RangeError} a slot lies outside the sheet: the caller skipped validation.
 */
export function applyOperations(
  sheet: Sheet,
  operations: readonly SheetOperation[],
  taking: Taking,
): { readonly sheet: Sheet; readonly statuses: readonly OperationStatus[] } {
  const draft = new Draft(sheet)
  const statuses = operations.map((operation) => draft.take(operation, taking))
  return {
    sheet: statuses.some((status) => status === 'applied' || status === 'late') ? draft.finish() : sheet,
    statuses,
  }
}

/** Counts late operations in, as if they had arrived in time; for when a round is reopened. */
export function countLateOperations(sheet: Sheet): Sheet {
  const { sheet: counted } = applyOperations({ ...sheet, late: [] }, sheet.late, { isCollecting: true, isOpen: false })
  return { ...counted, late: [] }
}

class Draft {
  readonly #characters: string[]
  readonly #reasons: Record<string, string>
  readonly #operations: string[]
  readonly #late: SheetOperation[]

  constructor(sheet: Sheet) {
    this.#characters = sheet.answers.split('')
    this.#reasons = { ...sheet.reasons }
    this.#operations = sheet.operations.length === 0 ? this.#characters.map(() => '') : sheet.operations.slice()
    this.#late = [...sheet.late]
  }

  take(operation: SheetOperation, taking: Taking): OperationStatus {
    if (this.#characters[operation.slot] === undefined) throw new RangeError(`a sheet has no slot ${operation.slot}`)
    const prefix = `${operation.opId} `
    const usedFor = this.#operations.findIndex((stored) => stored.startsWith(prefix))
    if (usedFor >= 0) return this.#isStored(operation, usedFor) ? 'duplicate' : 'reused'
    if (!taking.isCollecting) return this.#keepLate(operation)

    const stored = storedOperation(this.#operations[operation.slot])
    if (stored !== undefined) {
      const isOlder = operation.seq < stored.seq || (operation.seq === stored.seq && operation.opId < stored.opId)
      if (isOlder) return 'stale'
      if (taking.isOpen && operation.replaces !== undefined && operation.replaces !== stored.opId) return 'conflict'
    }
    this.#store(operation)
    return 'applied'
  }

  finish(): Sheet {
    return {
      answers: this.#characters.join(''),
      reasons: this.#reasons,
      operations: this.#operations,
      late: this.#late,
    }
  }

  #isStored({ slot, seq, character, reason }: SheetOperation, usedFor: number): boolean {
    return (
      usedFor === slot &&
      storedOperation(this.#operations[slot])?.seq === seq &&
      this.#characters[slot] === character &&
      this.#reasons[slot] === reason
    )
  }

  #keepLate(operation: SheetOperation): OperationStatus {
    const kept = this.#late.find(({ opId }) => opId === operation.opId)
    if (kept === undefined) {
      this.#late.push(operation)
      return 'late'
    }
    const same =
      kept.slot === operation.slot && kept.character === operation.character && kept.reason === operation.reason
    return same ? 'late' : 'reused'
  }

  #store({ opId, slot, seq, character, reason }: SheetOperation): void {
    this.#characters[slot] = character
    if (reason === undefined || character === UNANSWERED) delete this.#reasons[slot]
    else this.#reasons[slot] = reason
    this.#operations[slot] = `${opId} ${seq}`
  }
}

/** Reads one element of a sheet's `operations`; undefined where no operation is known. */
export function storedOperation(text: string | undefined): { readonly opId: string; readonly seq: number } | undefined {
  if (text === undefined || text === '') return undefined
  const gap = text.indexOf(' ')
  return { opId: text.slice(0, gap), seq: Number(text.slice(gap + 1)) }
}
