/** What a single key does on the page that runs a session. */
export type Shortcut = 'next' | 'previous' | 'reveal' | 'black' | 'pause' | 'list'

const KEYS: Readonly<Record<string, Shortcut>> = {
  ' ': 'next',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  r: 'reveal',
  b: 'black',
  p: 'pause',
  '?': 'list',
}

/** Where letters and arrows are the reader's own. */
const TYPING = 'input, textarea, select, [contenteditable]'
/** What Space presses or folds. */
const PRESSED_BY_SPACE = 'button, a, summary'

/** What a key means where the reader is; undefined when it is theirs, or the browser's. */
export function shortcutOf(key: string, target: Pick<Element, 'closest'> | null): Shortcut | undefined {
  if (target?.closest(TYPING) || (key === ' ' && target?.closest(PRESSED_BY_SPACE))) return undefined
  return KEYS[key.length === 1 ? key.toLowerCase() : key]
}
