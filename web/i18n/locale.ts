import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Languages of the product, as on the server. */
export const LOCALES = ['nl', 'en'] as const
/** One of the languages of the product. */
export type Locale = (typeof LOCALES)[number]

const STORED_AS = 'mv-locale'
const changes = new EventTarget()
let isChosen = storedLocale() !== undefined
let current: Locale = firstLocale()

/** The language that the page speaks now. */
export function locale(): Locale {
  return current
}

/** Whether somebody chose a language on this device: then no account changes it. */
export function isLocaleChosen(): boolean {
  return isChosen
}

/** Switches the language of everything on the page, without a reload, and remembers it on this device. */
export function setLocale(next: Locale): void {
  current = next
  isChosen = true
  try {
    localStorage.setItem(STORED_AS, next)
  } catch {
    // Private mode without storage: the choice lasts as long as the page.
  }
  document.documentElement.lang = next
  changes.dispatchEvent(new Event('change'))
}

/** Renders its element again when the language changes. */
export class LocaleController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #onChange = () => this.#host.requestUpdate()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    changes.addEventListener('change', this.#onChange)
  }

  hostDisconnected(): void {
    changes.removeEventListener('change', this.#onChange)
  }
}

function firstLocale(): Locale {
  const chosen = storedLocale() ?? (navigator.languages.some((language) => language.startsWith('nl')) ? 'nl' : 'en')
  document.documentElement.lang = chosen
  return chosen
}

function storedLocale(): Locale | undefined {
  try {
    const stored = localStorage.getItem(STORED_AS)
    return LOCALES.find((known) => known === stored)
  } catch {
    return undefined
  }
}
