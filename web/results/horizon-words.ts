import type { InstrumentView } from '../../server/contract/instruments.ts'
import { laterHorizon } from '../../server/domain/later-horizon.ts'
import { PARK_INSTRUMENT } from '../../server/domain/main-instrument.ts'

/** What choice a text makes between what is expected (`ahead`) and what people mean to reach (`intended`). */
export function laterIn(horizons: readonly string[]): { readonly later: 'ahead' | 'intended' } {
  return { later: laterHorizon(horizons) ?? 'ahead' }
}

/** What choice a text makes between the shape of an organisation and that of a whole business park. */
export function shapeOf({ id }: Pick<InstrumentView, 'id'>): { readonly of: 'park' | 'organisation' } {
  return { of: id === PARK_INSTRUMENT ? 'park' : 'organisation' }
}

/**
 * How many horizons are asked unless somebody chooses otherwise: only the first, but both where the way from one to the
 * other is what counts: between two poles, and where people say what they mean to reach.
 */
export function usualHorizons({ horizons, scale }: Pick<InstrumentView, 'horizons' | 'scale'>): number {
  return scale.kind === 'bipolar' || laterHorizon(horizons) === 'intended' ? horizons.length : 1
}
