import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { Locale } from '../i18n/locale.ts'

/** One item's texts in one language. */
export type ItemTexts = InstrumentView['items'][number]['texts']['nl']

/** What the parts of an instrument are called in one language; a code that it does not know is its own name. */
export interface Names {
  readonly dimension: (code: string) => string
  readonly perspective: (code: string) => string
  readonly horizon: (code: string) => string
  /** What a step of the scale stands for, such as "Blijft op peil". */
  readonly step: (step: number) => string
  readonly item: (id: string) => ItemTexts | undefined
  /** An item in a few words. */
  readonly topic: (id: string) => string
}

/** The names of an instrument in the reader's language. */
export function namesOf(instrument: InstrumentView, language: Locale): Names {
  const names = instrument.names[language]
  const items = new Map(instrument.items.map((item) => [item.id, item.texts[language]]))
  return {
    dimension: (code) => names.dimensions[code]?.name ?? code,
    perspective: (code) => names.perspectives[code]?.name ?? code,
    horizon: (code) => names.horizons[code]?.name ?? code,
    step: (step) => names.scale[String(step)] ?? String(step),
    item: (id) => items.get(id),
    topic: (id) => items.get(id)?.topic ?? id,
  }
}
