const made = Symbol('made by html``')

/** A piece of a page in which every text is escaped. */
export interface Markup {
  readonly [made]: string
}

/** What stands between the pieces of a template; arrays one after the other, null and false as nothing. */
type Value = Markup | string | number | null | false | readonly Value[]

/**
 * A piece of a page. Whatever is put into it is text and nothing else, unless it came from here: what people typed can
 * never become a part of the page. Attributes have to stand in double quotes.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { [made]: strings.reduce((page, piece, index) => page + textOf(values[index - 1] ?? null) + piece) }
}

/** The page as it is sent. */
export function pageText(page: Markup): string {
  return page[made]
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function textOf(value: Value): string {
  if (value === null || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number')
    return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
  return isList(value) ? value.map(textOf).join('') : value[made]
}

function isList(value: Markup | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value)
}
