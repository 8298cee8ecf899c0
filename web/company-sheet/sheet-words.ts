import type { Certainty, CompanySheet } from '../../server/contract/company-sheets.ts'
import type { Answer } from '../../server/contract/responses.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { nameOfPerson, type Standing } from './standing.ts'

type Item = CompanySheet['items'][number]
type ItemTexts = NonNullable<Item['texts']['nl']>

const NO_TEXTS: ItemTexts = { topic: '', question: '', anchors: {}, explanation: '', example: '' }

/** The texts of a question in the reader's language; in another one until they have come. */
export function textsOf(item: Item | undefined): ItemTexts {
  return item?.texts[locale()] ?? item?.texts.nl ?? item?.texts.en ?? NO_TEXTS
}

/** What a question is about, in a few words. */
export function topicOf(sheet: CompanySheet, itemId: string): string {
  return textsOf(sheet.items.find(({ id }) => id === itemId)).topic
}

/** What a theme is called; a part without a name is called by its place. */
export function themeName(sheet: CompanySheet, code: string): string {
  const at = sheet.themes.findIndex((theme) => theme.code === code)
  return sheet.themes[at]?.name?.[locale()] ?? t('sheet-part', { number: at + 1 })
}

/** The stem of a moment: what is asked of each question about it. */
export function stemOf(sheet: CompanySheet, horizon: string): string {
  return sheet.stems[locale()][horizon] ?? ''
}

/** A period in the middle of a sentence: `2026-Q4` becomes "quarter 4 of 2026"; a year stays a year. */
export function periodWords(period: string): string {
  const [year, quarter] = period.split('-Q')
  return quarter ? t('sheet-period-quarter', { quarter: Number(quarter), year: year ?? '' }) : period
}

/** What the sheet before is called: by its period, or by its title when both are about the same one. */
export function previousName({ previous, round }: CompanySheet): string {
  if (previous === null) return ''
  return previous.period === round.period ? previous.title : periodWords(previous.period)
}

/** How far a question or a theme is. After handing in nothing is under way any more. */
export function standingWords({ signedOff }: CompanySheet, standing: Standing): string {
  return t(signedOff === null || standing === 'done' ? `sheet-standing-${standing}` : `sheet-standing-over-${standing}`)
}

/** How sure the team is, as it stands beside an answer. */
export function certaintyWords(certainty: Certainty): string {
  return t('sheet-certainty-said', { words: t(`sheet-certainty-${certainty}`).toLocaleLowerCase(locale()) })
}

/** An answer in words; null: it was taken back. Not answered, not known and not applicable are three different things. */
export function answerWords(sheet: CompanySheet, itemId: string, answer: Answer | null | undefined): string {
  if (answer === undefined) return t('sheet-answer-none')
  if (answer === null) return t('sheet-answer-taken-back')
  if ('rating' in answer) return ratingWords(sheet, itemId, answer.rating)
  if (answer.missing === 'unknown') return t('participant-question-unknown')
  const words = t('participant-question-not-applicable')
  return answer.reason === undefined ? words : `${words}: ${answer.reason}`
}

/** Who did something: `you`, a colleague by name, or somebody whose account is gone. */
export function whoWords(sheet: CompanySheet, userId: string | null): string {
  return userId === sheet.me ? t('sheet-who-you') : nameOrGone(sheet, userId)
}

/** The name of a colleague, or that the account is gone. */
export function nameOrGone(sheet: CompanySheet, userId: string | null): string {
  return nameOfPerson(sheet, userId) ?? t('sheet-who-gone')
}

/** Names beside each other, as a sentence has them. */
export function listWords(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names)
}

/** A moment as the reader's language writes it, to the minute. */
export function momentWords(time: string): string {
  const style = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(locale() === 'nl' ? 'nl-NL' : 'en-GB', style).format(new Date(time))
}

/** A place between two poles is told by the nearer of the two, and has no number. */
function ratingWords({ round, steps, items }: CompanySheet, itemId: string, rating: number): string {
  const { min, max, kind } = round.scale
  const words = steps[locale()][String(rating)] ?? ''
  if (kind !== 'bipolar') return t('sheet-answer-rating', { rating, words })
  const { anchors } = textsOf(items.find(({ id }) => id === itemId))
  const isMiddle = rating - min === max - rating
  const pole = isMiddle ? undefined : anchors[rating - min < max - rating ? min : max]
  return pole === undefined ? words : `${words}: ${pole}`
}
