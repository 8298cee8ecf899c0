import type { Explanation, HorizonResult, ItemResult, Results, Suppressed } from '../contract/results.ts'
import { laterHorizon } from '../domain/later-horizon.ts'

/**
 * How one number of a release was made. Everything comes from the frozen document, so that an explanation never says
 * more than the release does.
 *
 * Paths: `now/level`, `now/balance`, `now/imbalanceCost`, `now/floor`, `now/gate`, the first four also per perspective
 * (`now/internal/level`), `now/human`, `now/human/internal`, `now/human/gap`, `now/human/coverage`,
 * `now/human/unknownShare`, `drift/human`, `items/<itemId>/now`; with `groups/<group>/` in front of a group's.
 *
 * @returns undefined when the release has no such number.
 */
export function explain(results: Results, path: readonly string[]): Explanation | undefined {
  const [first, second, third] = path
  if (first === 'groups' && second !== undefined) {
    const horizons = own(results.groups, second)?.horizons
    return horizons ? explainHorizons(results, horizons, path.slice(2), `groups/${second}/`) : undefined
  }
  if (first === 'items') return explainItem(results, second, third)
  if (first === 'drift' && second !== undefined) return explainDrift(results, second)
  return explainHorizons(results, results.horizons, path, '')
}

const METHOD = 'Meervoud, method section 5'
const FORMULAS: Readonly<Record<string, { formula: string; source: string }>> = {
  level: { formula: 'level', source: METHOD },
  balance: { formula: 'balance', source: 'Atkinson (1970), Journal of Economic Theory 2(3), index with epsilon 1' },
  imbalanceCost: {
    formula: 'imbalance-cost',
    source: 'Atkinson (1970), Journal of Economic Theory 2(3), equally distributed equivalent',
  },
  floor: { formula: 'floor', source: METHOD },
  gate: { formula: 'gate', source: METHOD },
}
const POMP = 'Cohen, Cohen, Aiken & West (1999), Multivariate Behavioral Research 34(3), percent of maximum possible'

function explainHorizons(
  results: Results,
  horizons: Readonly<Record<string, HorizonResult>>,
  path: readonly string[],
  prefix: string,
): Explanation | undefined {
  const [horizon, part, figure] = path
  const result = horizon === undefined ? undefined : own(horizons, horizon)
  if (horizon === undefined || result === undefined || part === undefined) return undefined
  const what = `${prefix}${path.join('/')}`
  const leftOut = results.suppressed.filter(
    (entry) => entry.what === 'all' || entry.what.startsWith(`${prefix}${horizon}/`),
  )
  const dimensions = Object.entries(result.dimensions)

  const overall = own(FORMULAS, part)
  if (overall !== undefined && figure === undefined) {
    const inputs = dimensions.map(([dimension, { score }]) => ({ what: `${horizon}/${dimension}`, value: score }))
    return { what, ...overall, value: evennessValue(result, part), inputs, leftOut }
  }
  const perspective = own(result.perspectives, part)
  const ofPerspective = figure === undefined || figure === 'gate' ? undefined : own(FORMULAS, figure)
  if (perspective !== undefined && figure !== undefined && ofPerspective !== undefined) {
    const inputs = dimensions.map(([dimension, { cells }]) => ({
      what: `${horizon}/${dimension}/${part}`,
      value: cells[part] ?? null,
    }))
    return { what, ...ofPerspective, value: evennessValue(perspective, figure), inputs, leftOut }
  }
  const dimension = own(result.dimensions, part)
  if (dimension === undefined) return undefined
  return explainDimension(
    results,
    horizon,
    part,
    figure,
    what,
    dimension,
    leftOut.filter((entry) => isAbout(entry, part)),
  )
}

/** What a record itself holds under a key that came from an address: never what every object inherits. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function evennessValue(result: object, figure: string): Explanation['value'] {
  return (Reflect.get(result, figure) as Explanation['value'] | undefined) ?? null
}

function isAbout({ what }: Suppressed, dimension: string): boolean {
  return what === 'all' || what.split('/').includes(dimension)
}

function explainDimension(
  results: Results,
  horizon: string,
  code: string,
  figure: string | undefined,
  what: string,
  dimension: HorizonResult['dimensions'][string],
  leftOut: Suppressed[],
): Explanation | undefined {
  const cells = Object.entries(dimension.cells).map(([perspective, value]) => ({
    what: `${horizon}/${code}/${perspective}`,
    value,
  }))
  if (figure === undefined)
    return { what, formula: 'dimension', value: dimension.score, inputs: cells, leftOut, source: METHOD }
  if (figure === 'gap') return { what, formula: 'gap', value: dimension.gap, inputs: cells, leftOut, source: METHOD }
  if (figure === 'coverage')
    return { what, formula: 'coverage', value: dimension.coverage, inputs: [], leftOut, source: METHOD }
  if (figure === 'unknownShare') {
    return { what, formula: 'unknown-share', value: dimension.unknownShare, inputs: [], leftOut, source: METHOD }
  }
  if (!Object.hasOwn(dimension.cells, figure)) return undefined
  const items = results.items.filter(
    (item) => item.horizon === horizon && item.dimension === code && item.perspective === figure,
  )
  const isGroup = what.startsWith('groups/')
  const isCounted = ({ itemId }: ItemResult) => !leftOut.some((entry) => entry.what === `${what}/items/${itemId}`)
  const inputs = isGroup
    ? []
    : items.filter(isCounted).map(({ itemId, score }) => ({ what: `items/${itemId}/${horizon}`, value: score }))
  const itemsLeftOut = results.suppressed.filter((entry) =>
    items.some(({ itemId }) => entry.what.startsWith(`items/${itemId}/${horizon}`)),
  )
  return {
    what,
    formula: 'cell',
    value: dimension.cells[figure] ?? null,
    inputs,
    leftOut: [...leftOut, ...(isGroup ? [] : itemsLeftOut)],
    source: METHOD,
  }
}

function explainDrift(results: Results, dimension: string): Explanation | undefined {
  if (results.drift === null || !Object.hasOwn(results.drift, dimension)) return undefined
  const later = laterHorizon(Object.keys(results.horizons))
  const inputs = ['now', ...(later === undefined ? [] : [later])].map((horizon) => {
    return { what: `${horizon}/${dimension}`, value: results.horizons[horizon]?.dimensions[dimension]?.score ?? null }
  })
  const leftOut = results.suppressed.filter((entry) => isAbout(entry, dimension) && !entry.what.startsWith('groups/'))
  return {
    what: `drift/${dimension}`,
    formula: 'drift',
    value: results.drift[dimension] ?? null,
    inputs,
    leftOut,
    source: METHOD,
  }
}

function explainItem(
  results: Results,
  itemId: string | undefined,
  horizon: string | undefined,
): Explanation | undefined {
  const item = results.items.find(
    (candidate: ItemResult) => candidate.itemId === itemId && candidate.horizon === horizon,
  )
  if (item === undefined) return undefined
  const what = `items/${item.itemId}/${item.horizon}`
  const steps = (item.counts ?? []).map((value, index) => ({ what: `${what}/step/${index + 1}`, value }))
  return {
    what,
    formula: 'item',
    value: item.score,
    inputs: [{ what: `${what}/n`, value: item.n }, ...steps],
    leftOut: results.suppressed.filter((entry) => entry.what === 'all' || entry.what.startsWith(what)),
    source: POMP,
  }
}
