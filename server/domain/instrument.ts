/**
 * A range of whole steps. `min` is the rating of the lowest step and `max` of the highest, at most nine steps apart
 * inclusive, because a sheet stores a step in one digit.
 */
export interface Scale {
  readonly min: number
  readonly max: number
  /** The steps lie between two poles, of which none is the better one. Left out: they rise from low to high. */
  readonly kind?: 'bipolar' | undefined
}

/** One thing that is asked: which dimension and perspective it feeds, and whether its scale reads backwards. */
export interface Item {
  /** Opaque and stable over versions; says nothing about what the item feeds. */
  readonly id: string
  readonly dimension: string
  readonly perspective: string
  /** Whether a high rating means little of the dimension. The score reads such a rating as `min + max - rating`. */
  readonly reverse: boolean
}

/**
 * What the domain needs to know of a questionnaire. Six-capitals is one of several: dimensions, perspectives and
 * horizons are codes that the instrument declares, in the order in which they are shown.
 */
export interface Instrument {
  readonly dimensions: readonly string[]
  readonly perspectives: readonly string[]
  readonly horizons: readonly string[]
  readonly scale: Scale
  /** Whether level, balance, floor and gate mean something for these dimensions. */
  readonly balance: boolean
  /**
   * Whether items are taken together to scores of cells and dimensions; yes when it is left out. Where they are not, each
   * item stands for itself, and nothing of it is ever added to anything else.
   */
  readonly scores?: boolean
  /** In asked order. */
  readonly items: readonly Item[]
  /**
   * The cells that the whole instrument asks about, for a round that asks some of its items only: a cell without items
   * in the round has no score, and so has its dimension. Left out, the cells are those of the items.
   */
  readonly asked?: readonly Pick<Item, 'dimension' | 'perspective'>[]
}

/**
 * Number of steps of a scale.
 *
 * @example stepsOf({ min: 1, max: 5 }) // 5
 */
export function stepsOf(scale: Scale): number {
  return scale.max - scale.min + 1
}
