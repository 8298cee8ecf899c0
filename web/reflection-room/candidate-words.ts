import type { Candidate } from '../../server/contract/reflections.ts'
import type { Names } from '../results/names.ts'
import type { Words } from '../results/words.ts'

/**
 * A candidate for question 1 in one sentence with the numbers behind it: the lowest capital, the item on which people
 * are most divided, the widest gap between inside and outside, the largest fall or the farthest aim from now to later. A number that was
 * not released is left out of the sentence, and never said as 0.
 */
export function candidateWords(candidate: Candidate, names: Names, words: Words): string {
  const { reason, dimension, itemId, score, points, averageDeviation } = candidate
  const name = names.dimension(dimension)
  switch (reason) {
    case 'lowest':
      return score === null
        ? words.say('wall-cards-lowest-hidden', { name })
        : words.say('wall-cards-lowest', { name, score })
    case 'divided': {
      const topic = itemId === null ? name : names.topic(itemId)
      return averageDeviation === null
        ? words.say('wall-cards-divided-words', { topic, name })
        : words.say('wall-cards-divided', { topic, name, steps: words.number(averageDeviation, 1) })
    }
    case 'gap':
      return words.say('wall-cards-gap', { name, ...distance(points) })
    case 'drift':
      return words.say('wall-cards-drift', { name, ...distance(points) })
    case 'aim':
      return points === null
        ? words.say('wall-cards-aim-hidden', { name })
        : words.say('wall-cards-aim', { name, points })
  }
}

function distance(points: number | null): { points: number; direction: string } {
  const known = points ?? 0
  return { points: Math.abs(known), direction: points === null ? 'unknown' : known < 0 ? 'lower' : 'higher' }
}
