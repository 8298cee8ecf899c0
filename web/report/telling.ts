import type { Certainty } from '../../server/contract/company-sheets.ts'
import type { Locale } from '../i18n/locale.ts'
import { type Names, namesOf } from '../results/names.ts'
import { whoAnswered } from '../results/who-answered.ts'
import type { Words } from '../results/words.ts'
import type { Material } from './material.ts'

const SUREST_FIRST: readonly Certainty[] = ['audited', 'measured', 'estimate', 'gut']

/** What is told, and in which words: every part of a report and of a deck is a function of it. */
export interface Telling extends Material {
  readonly language: Locale
  readonly names: Names
  readonly words: Words
}

/** Material in one language. */
export function tellingOf(material: Material, language: Locale, words: Words): Telling {
  return { ...material, language, words, names: namesOf(material.instrument, language) }
}

/** A day in words, in the language of the report: from a time or from a day alone, which is the same everywhere. */
export function dayIn(language: Locale, day: string): string {
  const format = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    ...(day.length === 10 && { timeZone: 'UTC' }),
  })
  return format.format(new Date(day))
}

/** What a report is about, one line each: period, people, mode, outcome and questionnaire. */
export function factsOf({ results, certainties = [], instrument, language, words }: Telling): string[] {
  const { release } = results
  return [
    periodIn(release.period, words),
    ...whoAnswered(results, words),
    ...(certainties.length === 0 ? [] : [certaintyText(certainties, words)]),
    outcomeOf({ results, language, words }),
    words.say('report-instrument', { title: instrument.title[language], version: instrument.version }),
  ]
}

/** How many answers are as certain as what, the surest first; what nobody chose is left out. */
export function certaintyText(certainties: readonly Certainty[], words: Words): string {
  const said = SUREST_FIRST.flatMap((step) => {
    const n = certainties.filter((certainty) => certainty === step).length
    return n === 0 ? [] : [words.say(`report-certainty-${step}`, { n })]
  })
  return words.say('report-certainty', { said: said.join(', ') })
}

/** Which outcome it is, and of what day. */
export function outcomeOf({ results, language, words }: Pick<Telling, 'results' | 'language' | 'words'>): string {
  const { number, madeAt, final } = results.release
  return words.say('results-release', { number, day: dayIn(language, madeAt), final: final ? 'yes' : 'no' })
}

/** A period in words; a year stays a year. */
export function periodIn(period: string, words: Words): string {
  const [year = '', quarter] = period.split('-Q')
  return quarter === undefined ? year : words.say('results-period-quarter', { year, quarter: Number(quarter) })
}
