import type { InstrumentView } from '../../server/contract/instruments.ts'
import { pulseAnd } from '../../server/domain/weakest.ts'
import type { Option } from '../components/fields.ts'
import { minutesFor } from '../i18n/duration.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import '../pages/round-texts.ts'
import { pageWords } from '../results/page-words.ts'
import { inSentence } from '../results/words.ts'

/** What a round asks, as the server takes it. */
export type ChosenSet = { readonly variant: string } | { readonly itemIds: readonly string[] }

/**
 * The sets that an instrument can be asked in, each with how long it takes: everything, the short set when it has one, and
 * that with the lowest values in full when they are known and it is shorter than everything.
 */
export function setOptions(
  instrument: InstrumentView,
  weakest: readonly string[] | undefined,
  horizons: number,
): Option[] {
  const { length } = instrument.items
  const pulse = pulseAnd(instrument, []).length
  const fuller = weakest ? pulseAnd(instrument, weakest).length : length
  const option = (value: string, name: string, items: number): Option => ({
    value,
    label: t('round-new-variant-label', { name, items }),
    hint: t('round-new-variant-minutes', { minutes: minutesFor(items, horizons) }),
  })
  return [
    option('full', t('round-variant-full'), length),
    ...(pulse > 0 && pulse < length ? [option('pulse', t('round-variant-pulse'), pulse)] : []),
    ...(weakest && fuller < length ? [option('weakest', weakestName(instrument, weakest), fuller)] : []),
  ]
}

/** The set with the lowest values, by their names. */
export function weakestName({ names }: Pick<InstrumentView, 'names'>, weakest: readonly string[]): string {
  const called = weakest.map((code) => inSentence(names[locale()].dimensions[code]?.name ?? code))
  return t('round-variant-weakest', { names: pageWords().list(called) })
}
