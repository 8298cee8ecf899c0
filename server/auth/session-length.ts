/** How long a session lasts, whatever happens in it. */
export const SESSION_HOURS = 12
/**
 * A session that nobody used for so long is over. OWASP's guidance is an hour at most; a quarter's sheet is filled in
 * between other work, and a meeting of a morning has breaks.
 */
export const IDLE_HOURS = 4
