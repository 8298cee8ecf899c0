import type { Words } from '../results/words.ts'

/** A period in a few signs: `2026-Q4` becomes "K4 2026"; a year stays a year. */
export function quarterText(period: string, words: Words): string {
  const [year = '', quarter] = period.split('-Q')
  return quarter ? words.say('trend-short-quarter', { quarter, year }) : period
}
