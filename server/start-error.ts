import type { FluentVariable } from '@fluent/bundle'

/** Why a server or a command could not start. The sentence is `start-<code>` in `data/texts/<locale>/commands.ftl`. */
export type StartErrorCode =
  | 'wrong-settings'
  | 'database-in-use'
  | 'database-unreadable'
  | 'database-newer'
  | 'database-unreachable'
  | 'database-unsafe'
  | 'data-dir-unusable'
  | 'port-in-use'
  | 'tls-half'
  | 'tls-unreadable'
  | 'tls-not-a-pair'
  | 'host-not-here'
  | 'instrument-changed'
  | 'instrument-faulty'
  | 'guide-faulty'
  | 'web-not-built'
  | 'database-missing'
  | 'database-older'
  | 'organisation-unknown'
  | 'user-unknown'
  | 'user-locked'
  | 'secret-key-unsafe'
  | 'secret-key-unusable'
  | 'file-unreadable'
  | 'file-exists'
  | 'backup-damaged'
  | 'backup-without-manifest'
  | 'backup-on-postgres'
  | 'restore-on-postgres'
  | 'backup-before-update'
  | 'backup-folder-taken'
  | 'data-dir-on-network'
  | 'disk-full'
  | 'demo-elsewhere'
  | 'server-unreachable'
  | 'copy-target-not-empty'
  | 'copy-source-in-use'
  | 'copy-target-in-use'
  | 'copy-text-unstorable'

/** A sentence about one fault, by its id in `data/texts/<locale>/commands.ftl`. */
export interface Sentence {
  readonly id: string
  readonly variables: Record<string, FluentVariable>
}

/** A refusal to start that whoever runs the product can act on. */
export class StartError extends Error {
  readonly code: StartErrorCode
  readonly variables: Record<string, FluentVariable>
  /** Names of files, steps and the like, and what a library said, in English. */
  readonly details: readonly string[]
  /** Each fault in the reader's language. */
  readonly sentences: readonly Sentence[]

  constructor(
    code: StartErrorCode,
    variables: Record<string, FluentVariable> = {},
    options: { details?: readonly string[]; sentences?: readonly Sentence[]; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause })
    this.name = 'StartError'
    this.code = code
    this.variables = variables
    this.details = options.details ?? []
    this.sentences = options.sentences ?? []
  }
}
