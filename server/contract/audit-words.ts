import type { AuditEntry } from './audit.ts'

/** Says a text of the part `audit` in the language of a reader. */
export type Say = (id: string, variables: Record<string, string>) => string

/** What a sentence is made of. */
export type Sayable = Pick<AuditEntry, 'action' | 'who' | 'objectIs' | 'objectName'>

/** Id of the sentence about an action: `audit-round-close` for `round.close`. */
export function sentenceId(action: string): string {
  return `audit-${action.replaceAll('.', '-')}`
}

/** An event in plain words, such as "Anna closed the round Pulse 2026-Q4". */
export function auditSentence(
  { action, who, objectIs, objectName }: Sayable,
  say: Say,
  hasText: (id: string) => boolean,
): string {
  const id = sentenceId(action)
  const name = whoText(who, say)
  // An event that another version of the product noted.
  if (!hasText(id)) return say('audit-unknown', { who: name, action })
  return say(id, { who: name, what: whatText(objectIs, objectName, say) })
}

/** Who did something. */
export function whoText({ is, name }: AuditEntry['who'], say: Say): string {
  if (is === 'member' && name !== null) return name
  return say(`audit-who-${is === 'member' ? 'former' : is}`, {})
}

function whatText(object: AuditEntry['objectIs'], name: string | null, say: Say): string {
  if (object === 'none') return ''
  return name === null ? say(`audit-gone-${object}`, {}) : say(`audit-what-${object}`, { name })
}
