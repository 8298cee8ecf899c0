import { hasText, t } from '../i18n/texts.ts'

/** The sentence for the reader about a problem code; an unknown code gets the general one. */
export function problemText(code: string): string {
  return t(hasText(`problem-${code}`) ? `problem-${code}` : 'problem-internal')
}
