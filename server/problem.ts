import { type Fault, PROBLEMS, type Problem, type ProblemCode } from './contract/problems.ts'

interface ProblemOptions {
  readonly detail?: string
  readonly errors?: readonly Fault[]
  readonly cause?: unknown
  readonly retryAfter?: number
}

/**
 * A refusal that the caller can act on. Throw it from services and routes; the error handler sends it as
 * `application/problem+json` with a sentence in the reader's language. `cause` is logged and never sent.
 *
 * @example throw new ProblemError('round-closed', { detail: `Round ${round.id} closed at ${round.closedAt}.` })
 */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly errors: readonly Fault[]
  readonly detail: string | undefined
  /** Seconds until it makes sense to try again; undefined when waiting changes nothing, or nobody knows how long. */
  readonly retryAfter: number | undefined

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(options.detail ?? PROBLEMS[code].title, { cause: options.cause })
    this.name = 'ProblemError'
    this.code = code
    this.detail = options.detail
    this.retryAfter = options.retryAfter
    this.errors = options.errors ?? []
  }

  /** HTTP status of this refusal. */
  get status(): number {
    return PROBLEMS[this.code].status
  }

  /** The refusal as it travels, with a title in the reader's words. */
  toProblem(title: string = PROBLEMS[this.code].title): Problem {
    const problem: Problem = { type: `/problems/${this.code}`, title, status: this.status }
    if (this.detail !== undefined) problem.detail = this.detail
    if (this.errors.length > 0) problem.errors = [...this.errors]
    return problem
  }
}

/**
 * Refuses a request because of one field.
 *
 * @param pointer JSON pointer of the field, such as `#/capitals/0`.
 * @throws {ProblemError} `invalid-request`, always.
 */
export function refuseField(pointer: string, detail: string): never {
  throw new ProblemError('invalid-request', { errors: [{ pointer, detail }] })
}
