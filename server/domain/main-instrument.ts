/** The questionnaire about a whole business park. */
export const PARK_INSTRUMENT = 'business-parks'

const SIX_CAPITALS = 'six-capitals'

/**
 * The questionnaire that an organisation of a kind works with unless it chooses another: a park the one about parks, all
 * others the six capitals.
 *
 * @example mainInstrument('park') // 'business-parks'
 */
export function mainInstrument(kind: string): string {
  return kind === 'park' ? PARK_INSTRUMENT : SIX_CAPITALS
}
