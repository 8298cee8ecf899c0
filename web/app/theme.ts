/** How the page may look; `auto` follows the device. */
export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const STORED_AS = 'mv-theme'
let current: Theme = storedTheme()

/** The theme that was chosen on this device. */
export function theme(): Theme {
  return current
}

/** Shows the page in this theme from now on, and remembers it on this device. */
export function setTheme(next: Theme): void {
  current = next
  try {
    localStorage.setItem(STORED_AS, next)
  } catch {
    // Private mode without storage: the choice lasts as long as the page.
  }
  showTheme()
}

/** Puts the chosen theme on the document. */
export function showTheme(): void {
  if (current === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = current
}

function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORED_AS)
    return THEMES.find((known) => known === stored) ?? 'auto'
  } catch {
    return 'auto'
  }
}
