import { KNOWLEDGE_GAP_FROM } from './gaps.ts'
import {
  capitalsOf,
  horizonOfReflection,
  laterOf,
  lowestCapital,
  mostDivided,
  type ReflectionFigures,
  type ReleasedItem,
  sortedBy,
} from './reflection-figures.ts'

/** Part of the result page that draws a fact. */
export type FactChart = 'figures' | 'shape' | 'sides' | 'drift' | 'agreement' | 'knowledge'

/** One fact beside a question; the page words it. `null` is what does not apply. */
export interface ReflectionFact {
  readonly question: number
  readonly kind:
    | 'floor'
    | 'imbalance'
    | 'unknown'
    | 'low-item'
    | 'divided-item'
    | 'miss'
    | 'gap'
    | 'drift'
    | 'aim'
    | 'bright-item'
    | 'bright-side'
    | 'bright-dimension'
    | 'potential-item'
    | 'gate'
  readonly chart: FactChart | null
  readonly dimension: string | null
  readonly perspective: string | null
  readonly itemId: string | null
  readonly value: number | null
  readonly other: number | null
  readonly word: string | null
  readonly text: string | null
}

/** An earlier intervention that did not do what was expected. */
export interface Miss {
  readonly title: string
  readonly dimension: string
  readonly verdict: string
}

/** What facts are made from. */
export interface FactsInput {
  readonly figures: ReflectionFigures
  /** Codes of the dimensions in their order. */
  readonly order: readonly string[]
  /** The capitals that the reflection is about; empty: all. */
  readonly chosen: readonly string[]
  readonly misses: readonly Miss[]
}

/** Most facts beside one question: more is a report. */
const MOST = 3

/**
 * At most three facts for each question but the fifth, which works with what people brought. They say only what the
 * release says; about the chosen capitals where the question is about these.
 *
 * @see experience-reliability-security.md A.7: which data belong to which question.
 */
export function reflectionFacts(input: FactsInput): ReflectionFact[] {
  const horizon = horizonOfReflection(Object.keys(input.figures.horizons))
  const scene = { ...input, horizon, chosen: input.chosen.length > 0 ? input.chosen : input.order }
  return [
    about(1, [...floorFacts(scene), ...imbalanceFacts(scene), ...unknownFacts(scene)]),
    about(2, itemsOfChosen(scene)),
    about(3, [...missFacts(scene), ...gapFacts(scene), ...laterFacts(scene)]),
    about(4, brightFacts(scene)),
    about(6, potentialFacts(scene)),
    about(7, [...floorFacts(scene), ...gateFacts(scene), ...gapFacts({ ...scene, chosen: input.order })]),
  ].flat()
}

interface Scene extends FactsInput {
  readonly horizon: string
}

type FactBody = Partial<ReflectionFact> & Pick<ReflectionFact, 'kind'>

function about(question: number, facts: readonly FactBody[]): ReflectionFact[] {
  return facts.slice(0, MOST).map((fact) => ({ ...EMPTY, ...fact, question }))
}

const EMPTY = {
  chart: null,
  dimension: null,
  perspective: null,
  itemId: null,
  value: null,
  other: null,
  word: null,
  text: null,
}

function floorFacts({ figures, horizon, order }: Scene): FactBody[] {
  const lowest = lowestCapital(figures, horizon, order)
  if (lowest === undefined) return []
  return [{ kind: 'floor', chart: 'shape', dimension: lowest.dimension, value: lowest.capital.score }]
}

function imbalanceFacts({ figures, horizon }: Scene): FactBody[] {
  const cost = figures.horizons[horizon]?.imbalanceCost ?? null
  return cost === null ? [] : [{ kind: 'imbalance', chart: 'figures', value: cost }]
}

function gateFacts({ figures, horizon }: Scene): FactBody[] {
  return figures.horizons[horizon]?.gate === true ? [{ kind: 'gate', chart: 'figures' }] : []
}

function unknownFacts({ figures, horizon, order }: Scene): FactBody[] {
  const capitals = capitalsOf(figures, horizon, order)
  const most = sortedBy(capitals, ({ capital }) => capital.unknownShare).at(-1)
  const share = most?.capital.unknownShare ?? 0
  if (most === undefined || share < KNOWLEDGE_GAP_FROM) return []
  return [{ kind: 'unknown', chart: 'knowledge', dimension: most.dimension, value: share }]
}

function itemsOfChosen(scene: Scene): FactBody[] {
  const items = scene.figures.items.filter((item) => {
    return item.horizon === scene.horizon && scene.chosen.includes(item.dimension)
  })
  const low = sortedBy(items, ({ score }) => score)
  if (low.length > 0) return low.map((item) => ({ kind: 'low-item', chart: 'agreement', ...ofItem(item) }))
  return mostDivided(items, scene.horizon)
    .filter(({ agreement }) => agreement.word === 'divided' || agreement.word === 'mixed')
    .map((item) => ({ kind: 'divided-item', chart: 'agreement', ...ofItem(item) }))
}

function ofItem(item: ReleasedItem): Partial<ReflectionFact> {
  const { itemId, dimension, perspective, score, agreement } = item
  return { itemId, dimension, perspective, value: score, other: agreement.averageDeviation, word: agreement.word }
}

function missFacts({ misses, chosen }: Scene): FactBody[] {
  return misses
    .filter(({ dimension }) => chosen.includes(dimension))
    .slice(0, MOST - 1)
    .map(({ title, dimension, verdict }) => ({ kind: 'miss', dimension, word: verdict, text: title }))
}

function gapFacts({ figures, horizon, chosen }: Scene): FactBody[] {
  const capitals = capitalsOf(figures, horizon, chosen)
  const [widest] = sortedBy(capitals, ({ capital }) => (capital.gap === null ? null : -Math.abs(capital.gap)))
  if (!widest?.capital.gap) return []
  const { internal = null, external = null } = widest.capital.cells
  return [{ kind: 'gap', chart: 'sides', dimension: widest.dimension, value: internal, other: external }]
}

function laterFacts({ figures, horizon, chosen }: Scene): FactBody[] {
  const later = laterOf(figures, chosen, horizon)
  if (later === undefined || later.points === 0) return []
  const { kind, dimension, points, capital } = later
  return [{ kind, chart: 'drift', dimension, value: points, other: capital.score }]
}

function brightFacts(scene: Scene): FactBody[] {
  const { figures, horizon, order, chosen } = scene
  const items = figures.items.filter((item) => item.horizon === horizon)
  const bright = sortedBy(items, ({ score }) => (score === null ? null : -score))
  if (bright.length > 0) return bright.map((item) => ({ kind: 'bright-item', chart: 'agreement', ...ofItem(item) }))
  const [highest] = sortedBy(capitalsOf(figures, horizon, order), ({ capital }) => {
    return capital.score === null ? null : -capital.score
  })
  const sides = gapFacts({ ...scene, chosen }).map((fact): FactBody => ({ ...fact, kind: 'bright-side' }))
  if (highest === undefined) return sides
  return [
    { kind: 'bright-dimension', chart: 'shape', dimension: highest.dimension, value: highest.capital.score },
    ...sides,
  ]
}

/** Low and agreed: there is room to rise, and people see the same. Equal weights: no item counts for more. */
function potentialFacts(scene: Scene): FactBody[] {
  const items = scene.figures.items.filter((item) => {
    return item.horizon === scene.horizon && scene.chosen.includes(item.dimension)
  })
  const scored = sortedBy(items, ({ score }) => score)
  const agreed = scored.filter(({ agreement }) => agreement.word === 'agreed')
  const others = scored.filter(({ agreement }) => agreement.word !== 'agreed')
  if (scored.length === 0) return floorFacts(scene)
  return [...agreed, ...others].map((item) => ({ kind: 'potential-item', chart: 'agreement', ...ofItem(item) }))
}
