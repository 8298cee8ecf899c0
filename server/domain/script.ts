import { mean } from './score.ts'

/** Where a stakeholder group stands. */
export type GroupSupport = 'against' | 'waiting' | 'for' | 'pulling'

/** What people said of a proposal. What nobody said is left out. */
export interface Proposal {
  /** 0 (none) to 4 (very large). */
  readonly impact: number | null
  readonly support: Readonly<Partial<Record<string, GroupSupport>>>
  /** 0 (none) to 4 (plenty) of each thing that it takes. */
  readonly potential: Readonly<Partial<Record<string, number>>>
}

/** The first move with a proposal; in the order in which a script brings them. */
export const MOVES_IN_ORDER = ['agree', 'do', 'free', 'dialogue', 'park'] as const
export type Move = (typeof MOVES_IN_ORDER)[number]

/** Where a proposal stands and what to do with it first; `null` is not known. */
export interface Placed {
  readonly move: Move | null
  readonly impact: 'high' | 'low' | null
  readonly support: 'high' | 'low' | null
  readonly potential: 'high' | 'low' | null
}

const STEPS: Readonly<Record<GroupSupport, number>> = { against: 0, waiting: 1, for: 2, pulling: 3 }
/** More than the middle step "some". */
const HIGH_IMPACT = 3
/** Between waiting and for. */
const HIGH_SUPPORT = 1.5
const HIGH_POTENTIAL = 2

/**
 * Places a proposal by the rule table of the social innovation baseline.
 *
 * High impact and low support: `dialogue` and a small trial that can be taken back. High, high and low potential:
 * `free` time and skills first. All high: `agree`, plan, review in a quarter. Low impact and high support: `do` it. Low
 * and low: `park` it. Impact is high from 3 of 4. Support is high when the mean of the groups lies at least halfway
 * between waiting and for and no group is against: one group that is against is a dialogue to have. Potential is high
 * from a mean of 2 of 4.
 *
 * Missing: what nobody said is left out of a mean; without any, it is `null`. A move that depends on it is `null` too:
 * potential counts only where impact and support are high.
 *
 * @see method.md section 10 (Popping, Van Londen); the cuts between high and low are our choice.
 */
export function placeProposal({ impact, support, potential }: Proposal): Placed {
  const groups = Object.values(support).flatMap((stance) => (stance === undefined ? [] : [STEPS[stance]]))
  const means = Object.values(potential).filter((step) => step !== undefined)
  const placed = {
    impact: impact === null ? null : highFrom(HIGH_IMPACT, impact),
    support:
      groups.length === 0
        ? null
        : groups.includes(STEPS.against)
          ? ('low' as const)
          : highFrom(HIGH_SUPPORT, mean(groups)),
    potential: means.length === 0 ? null : highFrom(HIGH_POTENTIAL, mean(means)),
  }
  return { ...placed, move: moveOf(placed) }
}

function highFrom(line: number, value: number): 'high' | 'low' {
  return value >= line ? 'high' : 'low'
}

function moveOf({ impact, support, potential }: Omit<Placed, 'move'>): Move | null {
  if (impact === null || support === null) return null
  if (impact === 'low') return support === 'high' ? 'do' : 'park'
  if (support === 'low') return 'dialogue'
  if (potential === null) return null
  return potential === 'high' ? 'agree' : 'free'
}

/**
 * The script: proposals in the order in which to take them up. First what can be agreed and planned, then what is
 * simply done, what needs room first, what needs a conversation first, and what is parked; what is not placed yet comes
 * last. Within one move: higher impact first, equals in the given order.
 *
 * The order in which the proposals come makes no difference but between equals.
 */
export function scriptOf<T extends Proposal>(
  proposals: readonly T[],
): { readonly proposal: T; readonly placed: Placed }[] {
  const rankOf = ({ move }: Placed) => (move === null ? MOVES_IN_ORDER.length : MOVES_IN_ORDER.indexOf(move))
  return proposals
    .map((proposal) => ({ proposal, placed: placeProposal(proposal) }))
    .toSorted((a, b) => rankOf(a.placed) - rankOf(b.placed) || (b.proposal.impact ?? -1) - (a.proposal.impact ?? -1))
}
