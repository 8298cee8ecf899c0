import type { ResponseView } from '../../server/contract/responses.ts'
import { locale } from '../i18n/locale.ts'

type Item = ResponseView['items'][number]
type ItemTexts = NonNullable<Item['texts']['nl']>

/** What the server is asked for: a phone loads the questions in its own language only. */
export function responsePath(): string {
  return `/api/response?locale=${locale()}`
}

/** The texts of a question in the language of the page; in another one until the server has sent those. */
export function textsOf({ texts }: Item): ItemTexts {
  const [found] = [texts[locale()], ...Object.values(texts)].filter((one) => one !== undefined)
  if (!found) throw new Error('a question came without texts')
  return found
}

/** What the server says now, with the languages that were loaded before. */
export function withTextsOf(before: ResponseView | undefined, view: ResponseView): ResponseView {
  const known = new Map(before?.items.map(({ id, texts }) => [id, texts]))
  return { ...view, items: view.items.map(({ id, texts }) => ({ id, texts: { ...known.get(id), ...texts } })) }
}
