import type { FluentVariable } from '@fluent/bundle'

/** Exit codes that scripts can trust. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2 } as const

/** A command that was typed in a way that it cannot be meant; `id` names the sentence that says what to type. */
export class WrongUse extends Error {
  readonly id: string
  readonly variables: Record<string, FluentVariable>

  constructor(id: string, variables: Record<string, FluentVariable> = {}) {
    super(id)
    this.name = 'WrongUse'
    this.id = id
    this.variables = variables
  }
}
