import type { InstrumentView } from '../contract/instruments.ts'
import type { LoadedInstrument } from '../instruments.ts'

/** The title in both languages. */
export function titleOf(texts: LoadedInstrument['texts']): { nl: string; en: string } {
  return { nl: texts.nl.title, en: texts.en.title }
}

/** An instrument with its texts, for who may know what an item feeds. */
export function viewInstrument(instrument: LoadedInstrument): InstrumentView {
  const { texts } = instrument
  return {
    id: instrument.id,
    version: instrument.version,
    title: titleOf(texts),
    dimensions: instrument.dimensions,
    perspectives: instrument.perspectives,
    horizons: instrument.horizons,
    scale: instrument.scale,
    balance: instrument.balance,
    scores: instrument.scores,
    themes: instrument.themes ?? [],
    names: { nl: namesOf(texts.nl), en: namesOf(texts.en) },
    items: instrument.items.flatMap(({ id, dimension, perspective, inPulse, reverse, theme = null }) => {
      const [nl, en] = [texts.nl.items[id], texts.en.items[id]]
      return nl && en ? [{ id, dimension, perspective, inPulse, reverse, theme, texts: { nl, en } }] : []
    }),
  }
}

/** The same with what changed since the version before, for who chooses one. */
export function viewVersion(instrument: LoadedInstrument): InstrumentView {
  return { ...viewInstrument(instrument), lineage: instrument.lineage ?? null }
}

function namesOf({ items: _items, ...names }: LoadedInstrument['texts']['nl']): InstrumentView['names']['nl'] {
  return names
}
