/** How many of the lowest dimensions a quarterly round asks about in full. */
const WEAKEST = 2

/** What has to be known of an instrument to choose what a quarterly round asks. */
interface Asking {
  readonly id: string
  readonly dimensions: readonly string[]
  readonly horizons: readonly string[]
  readonly balance: boolean
}

/** The outcomes of the rounds of an instrument, the newest last. */
interface Outcomes {
  readonly instrument: string
  readonly points: readonly {
    readonly horizons: Readonly<
      Record<string, { readonly dimensions: Readonly<Record<string, { readonly score: number | null }>> }>
    >
  }[]
}

interface AskedItem {
  readonly id: string
  readonly dimension: string
  readonly inPulse: boolean
}

/**
 * The dimensions to ask about in full beside the pulse: the lowest of the newest outcome that has a score for each, in the
 * order of the instrument. Undefined: there is no such outcome of this instrument, or low says nothing in it.
 */
export function weakestOf(
  { instrument, points }: Outcomes,
  { id, dimensions, horizons, balance }: Asking,
): string[] | undefined {
  if (instrument !== id || !balance) return undefined
  const scoresOf = (point: Outcomes['points'][number]) =>
    dimensions.flatMap((code) => {
      const score = point.horizons[horizons[0] ?? '']?.dimensions[code]?.score ?? null
      return score === null ? [] : [{ code, score }]
    })
  const newest = points.map(scoresOf).findLast((scores) => scores.length === dimensions.length)
  if (newest === undefined) return undefined
  const lowest = newest
    .toSorted((a, b) => a.score - b.score)
    .slice(0, WEAKEST)
    .map(({ code }) => code)
  return dimensions.filter((code) => lowest.includes(code))
}

/** The items of a pulse with these dimensions in full, in asked order. */
export function pulseAnd({ items }: { readonly items: readonly AskedItem[] }, dimensions: readonly string[]): string[] {
  return items.filter((item) => item.inPulse || dimensions.includes(item.dimension)).map(({ id }) => id)
}

/** What a round asks, seen from its items: `dimensions` are those in full beside the pulse. */
export interface AskedSet {
  readonly kind: 'pulse' | 'weakest' | 'full' | 'other'
  readonly dimensions: readonly string[]
}

/** Which of the usual sets a round asks; `other` for a choice of its own. */
export function askedSet(
  instrument: { readonly dimensions: readonly string[]; readonly items: readonly AskedItem[] },
  asked: readonly string[],
): AskedSet {
  const { items, dimensions } = instrument
  const known = new Set(asked)
  if (items.length === known.size && items.every(({ id }) => known.has(id))) return { kind: 'full', dimensions: [] }
  const whole = dimensions.filter((code) => {
    const own = items.filter(({ dimension }) => dimension === code)
    return own.every(({ id }) => known.has(id)) && own.some(({ inPulse }) => !inPulse)
  })
  const isThat = pulseAnd(instrument, whole).join() === items.flatMap(({ id }) => (known.has(id) ? [id] : [])).join()
  if (!isThat || known.size === 0) return { kind: 'other', dimensions: [] }
  return whole.length === 0 ? { kind: 'pulse', dimensions: [] } : { kind: 'weakest', dimensions: whole }
}
