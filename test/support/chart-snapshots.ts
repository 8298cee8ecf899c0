import fc from 'fast-check'
import type { HorizonResult, Results, Suppressed } from '../../server/contract/results.ts'
import type { Target } from '../../server/contract/targets.ts'
import type { Trend, TrendPoint } from '../../server/contract/trend.ts'
import type { ChangeWord } from '../../server/domain/change.ts'
import { releaseDocument, sixCapitals } from './words.ts'

const CAPITALS = sixCapitals().dimensions
const CHANGES: readonly (ChangeWord | null)[] = [
  'increased',
  'decreased',
  'no_clear_difference',
  'too_few_to_say',
  null,
]

/** A figure of a release: a number, or nothing because it is hidden or because nobody answered. */
export type Figure = number | 'hidden' | 'missing'

/** Numbers, with 0, 100, hidden and missing more often than chance would have them. */
const figure: fc.Arbitrary<Figure> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 100 }) },
  { weight: 1, arbitrary: fc.constantFrom<Figure[]>(0, 100, 'hidden', 'missing') },
  { weight: 1, arbitrary: fc.constantFrom<Figure[]>('hidden', 'missing') },
)

const byCapital = fc.tuple(...CAPITALS.map(() => fc.record({ score: figure, internal: figure, external: figure })))
const horizon = fc.record({ capitals: byCapital, level: figure, balance: fc.integer({ min: 0, max: 100 }) })

interface HorizonFigures {
  readonly capitals: readonly { readonly score: Figure; readonly internal: Figure; readonly external: Figure }[]
  readonly level: Figure
  readonly balance: number
}

/** A release with any figures on one horizon or two. */
export const snapshot: fc.Arbitrary<Results> = fc
  .record({ n: fc.integer({ min: 1, max: 60 }), horizons: fc.array(horizon, { minLength: 1, maxLength: 2 }) })
  .map(({ n, horizons }) => {
    const named = horizons.map((figures, at) => [at === 0 ? 'now' : 'ahead', figures] as const)
    return {
      ...releaseDocument('full'),
      items: [],
      groups: {},
      n,
      horizons: Object.fromEntries(named.map(([code, figures]) => [code, horizonOf(figures)])),
      drift: null,
      suppressed: named.flatMap(([code, figures]) => absencesOf(code, figures)),
    }
  })

/** The rounds of some years, the newest of them the one of the release. */
export function trendArbitrary(most: number): fc.Arbitrary<{ trend: Trend; targets: Target[] }> {
  const point = fc.record({
    horizon,
    broken: fc.subarray(CAPITALS),
    words: fc.tuple(...CAPITALS.map(() => fc.constantFrom(...CHANGES))),
    n: fc.integer({ min: 1, max: 400 }),
  })
  const target = fc.record({
    dimension: fc.constantFrom(...CAPITALS),
    score: fc.integer({ min: 0, max: 100 }),
    version: fc.constantFrom('1.0.0', '0.9.0'),
  })
  return fc
    .record({
      points: fc.array(point, { minLength: 1, maxLength: most }),
      targets: fc.uniqueArray(target, { selector: ({ dimension }) => dimension, maxLength: CAPITALS.length }),
    })
    .map(({ points, targets }) => ({
      trend: {
        instrument: 'six-capitals',
        points: points.map((one, at) => pointOf(one.horizon, at, one)),
      },
      targets: targets.map((one) => ({
        ...one,
        duePeriod: '2030-Q4',
        reason: '',
        setBy: null,
        setAt: '2026-01-01T00:00:00.000Z',
        revision: 1,
      })),
    }))
}

/** A round of a trend; the first one continues nothing. */
function pointOf(
  figures: HorizonFigures,
  at: number,
  { broken, words, n }: { broken: readonly string[]; words: readonly (ChangeWord | null)[]; n: number },
): TrendPoint {
  const own = at === 0 ? [] : [...broken]
  const { level, balance, imbalanceCost, floor, dimensions } = horizonOf(figures)
  const period = `${2020 + Math.floor(at / 4)}-Q${(at % 4) + 1}`
  return {
    round: { id: `round-${at}`, title: `Round ${at}`, period, closedAt: null },
    releaseId: `release-${at}`,
    version: '1.0.0',
    mode: 'anonymous',
    answering: 'each',
    single: null,
    n,
    continues: at === 0 ? 'start' : own.length > 0 ? 'break' : 'comparable',
    broken: own,
    horizons: {
      now: {
        level,
        balance,
        imbalanceCost,
        floor,
        dimensions: Object.fromEntries(
          Object.entries(dimensions).map(([code, { score }], place) => [
            code,
            { score, word: at === 0 ? null : (words[place] ?? null) },
          ]),
        ),
      },
    },
    suppressed: absencesOf('now', figures),
  }
}

function horizonOf({ capitals, level, balance }: HorizonFigures): HorizonResult {
  const scores = capitals.map(({ score }) => numberOf(score))
  const isWhole = scores.every((score) => score !== null)
  const lowest = isWhole ? Math.min(...scores) : null
  return {
    level: isWhole ? (numberOf(level) ?? 0) : null,
    balance: isWhole ? balance / 100 : null,
    imbalanceCost: isWhole ? 100 - balance : null,
    floor: CAPITALS.filter((_, at) => lowest !== null && scores[at] === lowest),
    gate: null,
    perspectives: {},
    dimensions: Object.fromEntries(
      CAPITALS.map((code, at) => {
        const [internal, external] = [
          numberOf(capitals[at]?.internal ?? 'missing'),
          numberOf(capitals[at]?.external ?? 'missing'),
        ]
        const gap = internal === null || external === null ? null : external - internal
        return [
          code,
          { score: scores[at] ?? null, cells: { internal, external }, gap, coverage: null, unknownShare: null },
        ]
      }),
    ),
  }
}

function numberOf(found: Figure): number | null {
  return typeof found === 'number' ? found : null
}

/** Why each figure that is not there is not there; each is named by itself. */
function absencesOf(code: string, { capitals }: HorizonFigures): Suppressed[] {
  return CAPITALS.flatMap((capital, at) =>
    (['score', 'internal', 'external'] as const).flatMap((part): Suppressed[] => {
      const found = capitals[at]?.[part]
      if (typeof found === 'number' || found === undefined) return []
      const what = part === 'score' ? `${code}/${capital}` : `${code}/${capital}/${part}`
      return [{ what, reason: found === 'hidden' ? 'too-few' : 'nothing-answered' }]
    }),
  )
}
