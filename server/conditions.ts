/** Whether a condition (`If-None-Match`) names this tag; compared weakly, as RFC 9110 13.1.2 says. */
export function namesTag(condition: string | undefined, etag: string): boolean {
  if (condition === undefined) return false
  return condition.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === etag)
}
