import type { Results } from '../../server/contract/results.ts'
import type { Words } from './words.ts'

/** Who stands behind a result, one line each: how many people and in which way, or a team on one form. */
export function whoAnswered({ answering, mode, n }: Pick<Results, 'answering' | 'mode' | 'n'>, words: Words): string[] {
  if (answering === 'together') return [words.say('results-together')]
  return [words.say('results-respondents', { n }), words.say(`results-mode-${mode}`)]
}
