import type { FluentVariable } from '@fluent/bundle'

/** What a pure function needs to write a sentence in the reader's language. */
export interface Words {
  /** The text with this id. */
  readonly say: (id: string, variables?: Record<string, FluentVariable>) => string
  /** Whether there is a text with this id, for ids that come from a release. */
  readonly knows: (id: string) => boolean
  /** Names as a list in a sentence: "a, b en c". */
  readonly list: (names: readonly string[]) => string
  /** A number with so many decimals, as the language writes it. */
  readonly number: (value: number, decimals?: number) => string
}

/**
 * A name as it stands in the middle of a sentence: with a small first letter, unless it is an abbreviation.
 *
 * @example inSentence('Natuurlijk') // 'natuurlijk'
 */
export function inSentence(name: string): string {
  const [first = '', second = ''] = name
  const isAbbreviation = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
  return isAbbreviation ? name : first.toLowerCase() + name.slice(first.length)
}

/** A sentence with a capital first letter. */
export function atStart(sentence: string): string {
  const [first = ''] = sentence
  return first.toUpperCase() + sentence.slice(first.length)
}

/** Joins sentences with a space; empty ones are left out. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}
