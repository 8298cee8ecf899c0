import { CAPITALS, type Capital } from './capitals.ts'

/** What an outside party is to an organisation, in the order in which parties stand on the map and in the list. */
export const PARTY_KINDS = [
  'customer',
  'supplier',
  'freelancer',
  'education',
  'government',
  'neighbour',
  'other',
] as const
/** One kind of outside party. */
export type PartyKind = (typeof PARTY_KINDS)[number]

/** Which way a capital goes along a line, seen from the organisation. */
export const LINK_DIRECTIONS = ['to-us', 'from-us', 'both'] as const
/** One way along a line. */
export type LinkDirection = (typeof LINK_DIRECTIONS)[number]

/** Whether something goes along a line now, or the line is there and nothing happens with it. */
export const LINK_STATES = ['active', 'dormant'] as const
/** One state of a line. */
export type LinkState = (typeof LINK_STATES)[number]

/** A line between an organisation and an outside party: one capital. */
export interface NetworkLink {
  readonly dimension: Capital
  readonly direction: LinkDirection
  readonly state: LinkState
}

/** What a network looks like in a few numbers. */
export interface NetworkOverview {
  readonly parties: number
  /** Parties whose every line is dormant. */
  readonly sleeping: number
  /** Parties without a line: nobody said yet what goes to and fro, which is not the same as sleeping. */
  readonly untied: number
  /** Capitals that no active line brings in, in their fixed order. */
  readonly notComingIn: readonly Capital[]
}

/** Counts parties and finds which capitals nobody outside brings now. A line of both directions brings too. */
export function overviewOf(parties: readonly { readonly links: readonly NetworkLink[] }[]): NetworkOverview {
  const tied = parties.filter(({ links }) => links.length > 0)
  const incoming = new Set(
    parties.flatMap(({ links }) =>
      links.flatMap(({ dimension, direction, state }) =>
        state === 'active' && direction !== 'from-us' ? [dimension] : [],
      ),
    ),
  )
  return {
    parties: parties.length,
    sleeping: tied.filter(({ links }) => links.every(({ state }) => state === 'dormant')).length,
    untied: parties.length - tied.length,
    notComingIn: CAPITALS.filter((capital) => !incoming.has(capital)),
  }
}

/** Lines in the fixed order of the capitals, whatever the order in which somebody added them. */
export function inCapitalOrder<Link extends { readonly dimension: Capital }>(links: readonly Link[]): Link[] {
  return links.toSorted((a, b) => CAPITALS.indexOf(a.dimension) - CAPITALS.indexOf(b.dimension))
}
