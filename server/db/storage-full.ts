const FULL = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT', '53100'])

/** Whether a failure says that there is no room to store: of SQLite, of PostgreSQL or of the system. */
export function isStorageFull(error: unknown): boolean {
  return FULL.has(codeOf(error))
}

/**
 * Whether a failure says that the disk of the embedded database does not do what it should, such as a wait for the disk
 * that failed: what the system then still holds of earlier writes nobody knows.
 */
export function isStorageBroken(error: unknown): boolean {
  const code = codeOf(error)
  return !FULL.has(code) && (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CORRUPT'))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
