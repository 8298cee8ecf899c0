import { CODE_LENGTH, cleanCode } from './join-code.ts'

/** Where in the questionnaire somebody is; `index` counts questions from 0. */
export type Place =
  | { readonly screen: 'question' | 'change'; readonly index: number }
  | { readonly screen: 'check' | 'done' }

/** The fragment of a place, so that every question has an address and the browser's back button works. */
export function fragmentOf(place: Place): string {
  switch (place.screen) {
    case 'question':
      return `#vraag/${place.index + 1}`
    case 'change':
      return `#wijzig/${place.index + 1}`
    case 'check':
      return '#overzicht'
    case 'done':
      return '#klaar'
  }
}

/** The place that a fragment names; `undefined` when it names none. */
export function placeOf(fragment: string): Place | undefined {
  if (fragment === '#overzicht') return { screen: 'check' }
  if (fragment === '#klaar') return { screen: 'done' }
  const [, word, number] = /^#(vraag|wijzig)\/(\d{1,4})$/.exec(fragment) ?? []
  if (!word || !number || Number(number) === 0) return undefined
  return { screen: word === 'vraag' ? 'question' : 'change', index: Number(number) - 1 }
}

/** The join code that a fragment carries, as after scanning a QR picture; `undefined` when it carries none. */
export function codeOf(fragment: string): string | undefined {
  if (placeOf(fragment)) return undefined
  const code = cleanCode(fragment)
  return code.length >= CODE_LENGTH ? code : undefined
}

/** Opens the page again at no place: nothing that stands on the screen or in the page is anybody's any more. */
export function beginAnew(): void {
  history.replaceState(null, '', location.pathname)
  location.reload()
}
