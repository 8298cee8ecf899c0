/** How this wall looks: for a dark room, for bad light, and how large its text is. */
export interface WallLook {
  readonly isDark: boolean
  readonly isHighContrast: boolean
  /** Steps above the usual text size, 0 to 2. Never below: smaller could not be read from the back. */
  readonly step: number
}

const STORED_AS = 'mv-wall-look'
const USUAL: WallLook = { isDark: false, isHighContrast: false, step: 0 }
const LARGEST_STEP = 2

/**
 * The look after a key: L light or dark, H high contrast, + and - larger and smaller. The same look when the key is for
 * something else.
 */
export function lookAfter(look: WallLook, key: string): WallLook {
  switch (key.toLowerCase()) {
    case 'l':
      return { ...look, isDark: !look.isDark }
    case 'h':
      return { ...look, isHighContrast: !look.isHighContrast }
    case '+':
    case '=':
      return { ...look, step: Math.min(LARGEST_STEP, look.step + 1) }
    case '-':
      return { ...look, step: Math.max(0, look.step - 1) }
    default:
      return look
  }
}

/** The look that was chosen on this device; light when none was. */
export function storedLook(): WallLook {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return USUAL
    const step = Number(Reflect.get(stored, 'step'))
    return {
      isDark: Reflect.get(stored, 'isDark') === true,
      isHighContrast: Reflect.get(stored, 'isHighContrast') === true,
      step: step === 1 || step === LARGEST_STEP ? step : 0,
    }
  } catch {
    return USUAL
  }
}

/** Remembers the look on this device, so that a reload in the room changes nothing. */
export function keepLook(look: WallLook): void {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(look))
  } catch {
    // Private mode without storage: the look lasts as long as the page.
  }
}

/** Puts the look on the page. */
export function showLook({ isDark, isHighContrast, step }: WallLook): void {
  const { classList, dataset } = document.documentElement
  dataset['theme'] = isDark ? 'dark' : 'light'
  classList.toggle('high-contrast', isHighContrast)
  for (let one = 1; one <= LARGEST_STEP; one++) classList.toggle(`larger-${one}`, step === one)
}
