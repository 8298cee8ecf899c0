import type { Locale } from '../contract/common.ts'
import type { StartError } from '../start-error.ts'
import { text } from '../texts.ts'

/** Where a command was typed: its language, where lines go, and the environment that holds the settings. */
export interface Terminal {
  readonly locale: Locale
  /** Writes a line of the command's answer to standard output. */
  say(line: string): void
  /** Writes a line to standard error: progress, and what went wrong. */
  complain(line: string): void
  /** Whether a person looks at a terminal, rather than a file or another program. */
  readonly isScreen?: boolean
  readonly env: Readonly<Record<string, string | undefined>>
}

/** What stands below the sentence of a refusal, a line for each. */
export function linesBelow(
  { sentences, details }: Partial<Pick<StartError, 'sentences' | 'details'>>,
  locale: Locale,
): string[] {
  return [...(sentences ?? []).map(({ id, variables }) => text(locale, id, variables)), ...(details ?? [])]
}
