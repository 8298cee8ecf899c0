import type { InterventionContent } from '../../server/contract/interventions.ts'
import { saysTheSame } from '../drafts/draft.ts'

/** What stands in an intervention before anybody wrote in it. */
export const EMPTY_CONTENT: InterventionContent = {
  title: '',
  driver: '',
  agreement: '',
  domain: '',
  owner: '',
  firstStep: '',
  criteria: [],
  startsOn: null,
  reviewOn: null,
  ups: [],
  impact: null,
  support: {},
  potential: {},
}

/** A part of an intervention that is written as a whole. */
export type ContentField = keyof InterventionContent

/** All parts, in the order in which they are asked. */
export const CONTENT_FIELDS: readonly ContentField[] = [
  'title',
  'driver',
  'agreement',
  'domain',
  'owner',
  'firstStep',
  'criteria',
  'startsOn',
  'reviewOn',
  'ups',
  'impact',
  'support',
  'potential',
]

/** The parts in which two versions differ. */
export function differingFields(one: InterventionContent, other: InterventionContent): ContentField[] {
  return CONTENT_FIELDS.filter((field) => !saysTheSame(one[field], other[field]))
}

/** Takes each part from the version that is named for it, and from `mine` where none is. */
export function pickFields(
  mine: InterventionContent,
  theirs: InterventionContent,
  isTheirs: (field: ContentField) => boolean,
): InterventionContent {
  const taken = CONTENT_FIELDS.filter(isTheirs).map((field) => [field, theirs[field]])
  return { ...mine, ...Object.fromEntries(taken) }
}

/**
 * Brings two versions together that started from the same one: a part that only one of them changed is taken from
 * there. Undefined when both changed the same part in different ways: then a person chooses.
 *
 * @param base what both started from.
 */
export function mergeContents(
  base: InterventionContent,
  mine: InterventionContent,
  theirs: InterventionContent,
): InterventionContent | undefined {
  const byMe = new Set(differingFields(base, mine))
  const byThem = new Set(differingFields(base, theirs))
  const isDisputed = differingFields(mine, theirs).some((field) => byMe.has(field) && byThem.has(field))
  return isDisputed ? undefined : pickFields(mine, theirs, (field) => byThem.has(field))
}
