import type { InterventionContent, InterventionState } from '../../server/contract/interventions.ts'

type Group = keyof InterventionContent['support']
type GroupStance = NonNullable<InterventionContent['support'][Group]>
type Potential = keyof InterventionContent['potential']

// Written out, because the contract brings its checks along, and a page does not need those.

/** States of an intervention, in the order of its life: the columns of the board. */
export const STATES = [
  'proposed',
  'agreed',
  'running',
  'reviewed',
  'stopped',
] as const satisfies readonly InterventionState[]

/** Who has a stake, in the order in which it is asked. */
export const GROUPS = [
  'management',
  'staff',
  'customer',
  'supplier',
  'neighbour',
  'education',
  'government',
  'other',
] as const satisfies readonly Group[]

/** Where a group stands, from pushing away to pulling along. */
export const GROUP_STANCES = ['against', 'waiting', 'for', 'pulling'] as const satisfies readonly GroupStance[]

/** What there is to do it with. */
export const POTENTIALS = [
  'time',
  'skills',
  'money',
  'leadership',
  'experience',
  'autonomy',
  'mastery',
  'purpose',
] as const satisfies readonly Potential[]

/** The three principles that an intervention may strengthen. */
export const UPS = ['upcycling', 'uptrusting', 'upsharing'] as const

/** Steps of impact and of each potential. */
export const STEPS = ['0', '1', '2', '3', '4'] as const

/** Steps of an expected effect, from clearly down to clearly up. */
export const EFFECTS = [-2, -1, 0, 1, 2] as const

/** How long it takes until an effect shows. */
export const TERMS = ['short', 'medium', 'long'] as const

/** How sure people are of an effect. */
export const CONFIDENCES = ['low', 'middle', 'high'] as const
