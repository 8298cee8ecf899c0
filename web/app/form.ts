import type { LitElement, ReactiveController } from 'lit'
import type { Problem } from '../../server/contract/problems.ts'
import { ApiError } from '../api.ts'
import { signInFirst } from './access.ts'

/** What is wrong with one field: the id of the text that says what would be right. `field` '' is the whole form. */
export interface FieldFault {
  readonly field: string
  readonly text: string
}

/** A field as the server knows it: the last part of its place in a request, and the text for when it is refused. */
export interface FieldRule {
  readonly field: string
  readonly fault: string
  /** True when what was filled in, to the letter, will do beside the other fields. Missing: the field may hold anything. */
  readonly holds?: (value: string, values: FormData) => boolean
  /** Codes of refusals that are about this field, such as `email-taken`. */
  readonly codes?: readonly string[]
}

/**
 * The state of one form: its faults, and whether it is being sent. The rules are looked at when the reader submits;
 * faults that the server names are put at the same fields. A second submit while one is under way does nothing.
 */
export class Form implements ReactiveController {
  readonly id: string
  faults: readonly FieldFault[] = []
  isBusy = false
  readonly #host: LitElement
  readonly #rules: readonly FieldRule[]

  constructor(host: LitElement, id: string, rules: readonly FieldRule[] = []) {
    this.#host = host
    this.id = id
    this.#rules = rules
    host.addController(this)
  }

  hostConnected(): void {}

  /** The text id of what is wrong with a field, or undefined. */
  faultOf(field: string): string | undefined {
    return this.faults.find((fault) => fault.field === field)?.text
  }

  /** The `@submit` listener of the form; `send` gets what was filled in when all rules hold. */
  readonly onSubmit =
    (send: (values: FormData, submitter: HTMLElement | null) => Promise<void>) => async (event: SubmitEvent) => {
      event.preventDefault()
      if (this.isBusy || !(event.currentTarget instanceof HTMLFormElement)) return
      const values = new FormData(event.currentTarget)
      const broken = this.#rules.filter((rule) => rule.holds && !rule.holds(exactly(values, rule.field), values))
      if (broken.length > 0) return this.#show(broken.map((rule) => ({ field: rule.field, text: rule.fault })))
      await this.run(() => send(values, event.submitter))
    }

  /** Does something that the server may refuse, and shows the refusal in the form. */
  async run(work: () => Promise<void>): Promise<void> {
    this.faults = []
    this.isBusy = true
    this.#host.requestUpdate()
    try {
      await work()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'sign-in-needed') signInFirst()
      else this.#show(this.#faultsOf(error))
    } finally {
      this.isBusy = false
      this.#host.requestUpdate()
    }
  }

  /** Forgets the faults, for a form that is opened anew. */
  clear(): void {
    this.faults = []
    this.#host.requestUpdate()
  }

  #faultsOf(error: ApiError): FieldFault[] {
    const about = this.#rules.find((rule) => rule.codes?.includes(error.code))
    if (about) return [{ field: about.field, text: `problem-${error.code}` }]
    const named = faultyFields(error.problem)
    const rules = this.#rules.filter((rule) => named.has(rule.field))
    if (rules.length > 0) return rules.map((rule) => ({ field: rule.field, text: rule.fault }))
    return [{ field: '', text: `problem-${error.code}` }]
  }

  #show(faults: readonly FieldFault[]): void {
    this.faults = faults
    this.#host.requestUpdate()
    void this.#host.updateComplete.then(() => document.getElementById(`${this.id}-faults`)?.focus())
  }
}

/** What was filled in, without the spaces around it; '' when the field is not there. */
export function textOf(values: FormData, field: string): string {
  return exactly(values, field).trim()
}

/** What was filled in to the letter, for passwords; '' when the field is not there. */
export function exactly(values: FormData, field: string): string {
  const value = values.get(field)
  return typeof value === 'string' ? value : ''
}

function faultyFields(problem: Problem): Set<string> {
  return new Set(problem.errors?.flatMap((fault) => fault.pointer.split('/').filter((part) => part !== '')) ?? [])
}
