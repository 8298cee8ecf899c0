/** A consultant works in an organisation for so many months at a time unless the owner chooses otherwise. */
export const ENGAGEMENT_MONTHS = 3
/** Nobody is let in for longer at once. */
export const MOST_ENGAGEMENT_MONTHS = 24
