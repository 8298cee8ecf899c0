import { join } from 'node:path'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import { Results } from '../../server/contract/results.ts'
import { emptySheet, slotOf } from '../../server/domain/answer.ts'
import { instrumentOfRound, loadInstrument } from '../../server/instruments.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { makeRelease } from '../../server/release/release.ts'
import { rulesOf } from '../../server/release/rules.ts'
import { viewInstrument } from '../../server/services/instrument-view.ts'
import { type OwnInstrument, peopleOf } from './own-rounds.ts'

/** An instrument of which each item stands for itself, as a signed-in reader gets it. */
export function ownInstrument(id: OwnInstrument): InstrumentView {
  return viewInstrument(load(id))
}

/** The release of a round of so many people, made with the product's own module; on some of its horizons if so wanted. */
export function ownResults(
  id: OwnInstrument,
  people: number,
  mode: 'anonymous' | 'open' = 'anonymous',
  horizons: readonly string[] = load(id).horizons,
): Results {
  const loaded = load(id)
  const itemIds = loaded.items.map((item) => item.id)
  const instrument = { ...instrumentOfRound(loaded, itemIds), horizons }
  const contributors = peopleOf(people, loaded.scale.max).map(({ answer }, person) => {
    const sheet = Array.from(emptySheet(itemIds.length, horizons.length))
    for (const [item, itemId] of itemIds.entries())
      for (const [at, horizon] of horizons.entries()) {
        const given = answer(itemId, horizon)
        if (given && 'rating' in given) sheet[slotOf(item, at, horizons.length)] = String(given.rating)
      }
    return { respondentId: `person ${person}`, group: null, answers: sheet.join('') }
  })
  const made = makeRelease({ instrument, groups: [], contributors, earlier: [], rules: rulesOf(mode, 5) })
  return Results.parse({
    release: {
      id: '00000000-0000-4000-8000-0000000000e1',
      number: 1,
      madeAt: '2026-11-20T15:04:00.000Z',
      final: true,
      instrument: { id, version: loaded.version },
      period: '2026-Q4',
      title: loaded.texts.en.title,
    },
    mode,
    ...made?.figures,
    changes: [],
    newerAnswers: false,
  })
}

function load(id: OwnInstrument) {
  return loadInstrument(join(DATA_ROOT, 'instruments', id, '1.0.0'))
}
