/**
 * Hints of the event stream: something changed, fetch the state. They carry no figure. This file has no zod in it,
 * because a phone loads it.
 */
export const HINTS = ['joined', 'progress', 'released', 'paused', 'closed', 'changed', 'reflection'] as const
export type Hint = (typeof HINTS)[number]
