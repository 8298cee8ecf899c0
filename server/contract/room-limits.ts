/** Limits of what people give from their phones. This file has no zod in it, because a phone loads it. */

/** Longest text of one card, in characters. */
export const CARD_LENGTH = 500
/** Most cards that one phone gives to one question. */
export const CARDS_EACH = 3
/** Dots that one person has for one question. */
export const DOTS_EACH = 3

/** Four ways to look at what keeps behaviour going (question 3). */
export const LENSES = ['money', 'power', 'rules', 'habit'] as const
/** Whether a force keeps the behaviour going or already pulls away from it. */
export const PULLS = ['sustains', 'hinders'] as const

/** Answers to a proposal. */
export const STANCES = ['no-objection', 'concern', 'objection'] as const
