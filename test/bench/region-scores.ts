import { join } from 'node:path'
import { countsAt, foldSheets } from '../../server/domain/counts.ts'
import { stepsOf } from '../../server/domain/instrument.ts'
import { profileOf } from '../../server/domain/profile.ts'
import { roundHalfUp } from '../../server/domain/rounding.ts'
import { isApplicable, itemScore } from '../../server/domain/score.ts'
import { type LoadedInstrument, loadInstruments } from '../../server/instruments.ts'
import { DATA_ROOT } from '../../server/paths.ts'

const ITEMS_OF_EACH = 2
const HORIZON = 'now'

/** The questionnaire of a benchmark of a region: two items for each capital and perspective, 24 in all. */
export function regionInstrument(): LoadedInstrument {
  const instrument = loadInstruments([join(DATA_ROOT, 'instruments')]).find('six-capitals', '1.0.0')
  if (instrument === undefined) throw new Error('there is no questionnaire')
  const places = Map.groupBy(instrument.items, ({ dimension, perspective }) => `${dimension} ${perspective}`)
  const items = [...places.values()].flatMap((ofPlace) => ofPlace.slice(0, ITEMS_OF_EACH))
  return { ...instrument, items }
}

/** Whole numbers of one company in one round by `<horizon>/<dimension>/<perspective or all>`, folded from its sheets. */
export function scoresOfSheets(instrument: LoadedInstrument, sheets: readonly string[]): Record<string, number | null> {
  const folded = foldSheets(sheets, instrument.items.length, stepsOf(instrument.scale))
  const items = instrument.items.map(({ dimension, perspective, reverse }, index) => {
    const counts = countsAt(folded, index, 0, 1)
    const score = itemScore(counts, instrument.scale, reverse)
    return { dimension, perspective, score, applicable: isApplicable(counts) }
  })
  const { dimensions } = profileOf({ ...instrument, balance: false }, items)
  const scores: Record<string, number | null> = {}
  for (const [dimension, { score, cells }] of Object.entries(dimensions)) {
    scores[`${HORIZON}/${dimension}/all`] = rounded(score)
    for (const [perspective, own] of Object.entries(cells))
      scores[`${HORIZON}/${dimension}/${perspective}`] = rounded(own)
  }
  return scores
}

function rounded(score: number | null): number | null {
  return score === null ? null : roundHalfUp(score)
}
