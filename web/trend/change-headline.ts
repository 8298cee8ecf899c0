import type { ChangeWord } from '../../server/domain/change.ts'
import { inSentence, sentences, type Words } from '../results/words.ts'

/** What is known of one dimension since the round before. */
export interface Change {
  readonly name: string
  /** As it was stored with the release; null: nothing was compared. */
  readonly word: ChangeWord | null
  /** Whether its questions differ so much that nothing may be put beside the round before. */
  readonly isBroken: boolean
}

/**
 * What changed since the round before, in the stored words; they never say how much or because of what.
 *
 * @param single what is said in place of words between two single forms.
 */
export function changeHeadline(changes: readonly Change[], words: Words, single?: string): string {
  const namesOf = (wanted: readonly Change[]) => words.list(wanted.map(({ name }) => inSentence(name)))
  const broken = changes.filter(({ isBroken }) => isBroken)
  if (broken.length === changes.length) return words.say('trend-headline-break')
  const moves = (['increased', 'decreased'] as const).flatMap((word) => {
    const moved = changes.filter((change) => change.word === word)
    return moved.length === 0 ? [] : words.say(MOVES[word], { names: namesOf(moved) })
  })
  return sentences(
    single ??
      (moves.length === 0
        ? words.say(stillId(changes))
        : words.say('trend-headline-moved', { moves: moves.join('; ') })),
    broken.length === 0 ? '' : words.say('trend-headline-broken', { names: namesOf(broken) }),
  )
}

const MOVES = { increased: 'trend-headline-up', decreased: 'trend-headline-down' } as const

function stillId(changes: readonly Change[]): string {
  if (changes.every(({ word }) => word === null)) return 'trend-headline-unknown'
  return changes.some(({ word }) => word === 'too_few_to_say') ? 'trend-headline-few' : 'trend-headline-same'
}
