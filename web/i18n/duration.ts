/** Seconds that reading a question and giving the first answer takes, and that each further answer to it takes. */
const FIRST_ANSWER = 15
const NEXT_ANSWER = 8

/** How many minutes a questionnaire takes, as a guess rounded up: to be said as "about". */
export function minutesFor(items: number, horizons: number): number {
  return Math.ceil((items * (FIRST_ANSWER + (horizons - 1) * NEXT_ANSWER)) / 60)
}
