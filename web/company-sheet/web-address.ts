/** A web address as people type it becomes one that opens; undefined when it is none. */
export function webAddress(typed: string): string | undefined {
  const text = typed.trim()
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  if (!URL.canParse(full) || full.length > 2000 || /\s/.test(full)) return undefined
  const { protocol, hostname } = new URL(full)
  return ['http:', 'https:'].includes(protocol) && hostname.includes('.') ? full : undefined
}
