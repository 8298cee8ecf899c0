const names = new Map<string, string>()

/** Says `change` when a name was learnt. */
export const nameChanges = new EventTarget()

/** Tells the frame what something in the address is called, so that the path on top of the page can say it. */
export function learnName(id: string, name: string): void {
  if (names.get(id) === name) return
  names.set(id, name)
  nameChanges.dispatchEvent(new Event('change'))
}

/** What something in the address is called; undefined when no page said so yet. */
export function nameOf(id: string): string | undefined {
  return names.get(id)
}
