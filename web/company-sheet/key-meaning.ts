/** What a single key does at a question; a digit chooses that step. */
export type SheetKey =
  | { readonly does: 'step'; readonly rating: number }
  | { readonly does: 'unknown' | 'same' | 'next' | 'previous' | 'enter' }

/** Where letters and signs are the reader's own. */
const TYPING = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]'
/** What Enter presses or opens. */
const PRESSED_BY_ENTER = 'button, a, summary, input[type="checkbox"]'
/** What a key means where the reader is; undefined when it is theirs, or the browser's. */
export function meaningOf(key: string, target: Pick<Element, 'closest'> | null): SheetKey | undefined {
  if (target?.closest(TYPING)) return undefined
  if (/^[1-9]$/.test(key)) return { does: 'step', rating: Number(key) }
  if (key === '?' || key === '0') return { does: 'unknown' }
  if (key === '=') return { does: 'same' }
  if (key === 'Enter') return target?.closest(PRESSED_BY_ENTER) ? undefined : { does: 'enter' }
  // Among radio buttons the arrows choose.
  if (target?.closest('input')) return undefined
  if (key === 'ArrowRight') return { does: 'next' }
  return key === 'ArrowLeft' ? { does: 'previous' } : undefined
}
