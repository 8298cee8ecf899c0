import type { Experiment, Network, Party, PartyLink } from '../../server/contract/networks.ts'
import { CAPITALS, type Capital } from '../../server/domain/capitals.ts'
import { overviewOf, PARTY_KINDS } from '../../server/domain/network.ts'
import { locale } from '../i18n/locale.ts'
import { formatDay, t } from '../i18n/texts.ts'
import { sentences } from '../results/words.ts'
import './network-texts.ts'

/** The network in a few sentences: how many parties, how many sleep, and what nobody outside brings. */
export function headline(parties: readonly Party[]): string {
  const { sleeping, untied, notComingIn } = overviewOf(parties)
  const count = t('network-headline', { parties: parties.length, sleeping })
  if (untied === parties.length) return sentences(count, t('network-headline-no-lines'))
  return sentences(count, incoming(notComingIn), untied > 0 ? t('network-headline-untied', { untied }) : undefined)
}

function incoming(missing: readonly Capital[]): string {
  if (missing.length === 0) return t('network-headline-all')
  if (missing.length === CAPITALS.length) return t('network-headline-none')
  const names = missing.map((capital) => t(`network-capital-in-sentence-${capital}`))
  const list = new Intl.ListFormat(locale() === 'nl' ? 'nl-NL' : 'en-GB', { type: 'disjunction' })
  return t('network-headline-missing', { capitals: list.format(names) })
}

/** What a capital is called. */
export function capitalName(capital: Capital): string {
  return t(`network-capital-${capital}`)
}

/** A line in words, without the name of its capital: which way, how it is, and what goes along it. */
export function linkText({ direction, state, note }: PartyLink): string {
  const line = t('network-link', { direction: t(`network-direction-${direction}`), state: t(`network-state-${state}`) })
  return note === '' ? line : t('network-link-with-note', { line, note })
}

/**
 * Parties as they stand on the map and in the list: by kind, and within a kind by name. It does not depend on their
 * lines, so that nothing moves when a line falls asleep.
 */
export function inMapOrder(parties: readonly Party[]): Party[] {
  const collator = new Intl.Collator(locale())
  return parties.toSorted(
    (a, b) =>
      PARTY_KINDS.indexOf(a.kind) - PARTY_KINDS.indexOf(b.kind) ||
      collator.compare(a.name, b.name) ||
      (a.id < b.id ? -1 : 1),
  )
}

/** A day of the calendar such as `2026-11-02`, as the reader's language writes it. */
export function dayText(day: string): string {
  // Noon where the reader is: midnight of another zone could be the day before.
  return formatDay(`${day}T12:00:00`)
}

/** The name of the partner of an experiment; undefined when none is known. */
export function partnerOf({ parties }: Network, { partyId }: Pick<Experiment, 'partyId'>): string | undefined {
  return parties.find(({ id }) => id === partyId)?.name
}

/** Today where the reader is, as a day of the calendar. */
export function today(): string {
  const now = new Date()
  return isoDay(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())))
}

/** A day so many days later; '' when the first is none. */
export function daysLater(day: string, days: number): string {
  const time = new Date(`${day}T00:00:00Z`)
  time.setUTCDate(time.getUTCDate() + days)
  return Number.isNaN(time.getTime()) ? '' : isoDay(time)
}

function isoDay(time: Date): string {
  return time.toISOString().slice(0, 10)
}
