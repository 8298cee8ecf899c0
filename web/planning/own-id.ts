let made = 0

/** An id that nothing else on the page has, for a part that stands there several times. */
export function ownId(kind: string): string {
  made += 1
  return `${kind}-${made}`
}
