import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { ProblemError } from '../problem.ts'

/** Words that come to mind first here; the list of the library knows those of the English-speaking world. */
const FIRST_THOUGHTS = ['meervoud', 'welkom', 'wachtwoord', 'geheim', 'vergeten', 'inloggen', 'kapitalen', 'waarde']
/** From here a guesser who has the stored hash needs more than a hundred million guesses. */
const LEAST_SCORE = 3
/** What comes after is not looked at: a long password is good or bad by its beginning, and looking takes time. */
const MOST_CHARACTERS = 64

let judge: ZxcvbnFactory | undefined

/**
 * Refuses a password that is among the commonest, or is made of one with a few digits, of repeats, of neighbours on the
 * keyboard, or of words about its owner. Everything is looked up here: no password leaves the server.
 *
 * @param about words that others know of its owner: name, email address, organisation.
 * @throws {ProblemError} `common-password`.
 */
export function refuseCommonPassword(password: string, about: readonly string[]): void {
  // Made when it is first needed: reading the lists takes a fifth of a second, which commands need not wait for.
  judge ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: MOST_CHARACTERS })
  const words = about.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2)
  const { score } = judge.check(password, [...FIRST_THOUGHTS, ...words])
  if (score < LEAST_SCORE) throw new ProblemError('common-password')
}
