/** The system says that there is no way to the server, or that the way broke. */
const NO_WAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND'])
/** PostgreSQL shuts down, starts, takes no more connections, or is a copy that only reads: of a failover, each passes. */
const NOT_NOW = new Set(['57P01', '57P02', '57P03', '53300', '25006'])
/** Class 08: faults of the connection. */
const CONNECTION = /^08[\dA-Z]{3}$/
/** What node-postgres says of its own, without a code. */
const OF_THE_DRIVER =
  /^(Connection terminated|Client (was closed|has encountered a connection error)|timeout e(xpired|xceeded when trying to connect)|Query read timeout)/

/**
 * Whether a failure says that PostgreSQL cannot be reached or cannot write at this moment: it restarts, or another node
 * takes over. What was going on may or may not have been stored, so whoever asked tries again with the same ids.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : undefined
  if (code === undefined) return OF_THE_DRIVER.test(error.message)
  return NO_WAY.has(code) || NOT_NOW.has(code) || CONNECTION.test(code)
}

/** After how many seconds somebody may try again whose request came while the database was away. */
export const DATABASE_RETRY_SECONDS = 3
