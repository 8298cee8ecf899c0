/** A part of a page as Lit's `html` and `svg` make it, before a browser has seen it. */
interface Template {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]
}

/**
 * The markup of a template as a text, for tests that read numbers back out of a drawing without a browser. Listeners and
 * properties are left out: they are no markup.
 */
export function rendered(part: unknown): string {
  if (Array.isArray(part)) return part.map(rendered).join('')
  if (isTemplate(part)) return renderedTemplate(part)
  return part === null || part === undefined || typeof part === 'symbol' ? '' : escaped(String(part))
}

function renderedTemplate({ strings, values }: Template): string {
  let text = strings[0] ?? ''
  for (const [at, value] of values.entries()) {
    const attribute = /\s([@.?]?)([\w-]+)=("?)$/.exec(text)
    const next = strings[at + 1] ?? ''
    if (attribute === null) text += rendered(value) + next
    else {
      const [all, kind, name, quote] = attribute
      const before = text.slice(0, text.length - all.length)
      if (kind === '@' || kind === '.') text = before + next
      else if (kind === '?') text = (value ? `${before} ${name}` : before) + next
      else text = quote === '"' ? text + rendered(value) + next : `${before} ${name}="${rendered(value)}"${next}`
    }
  }
  return text
}

function isTemplate(part: unknown): part is Template {
  return typeof part === 'object' && part !== null && 'strings' in part && 'values' in part
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** Every opening tag of an element with this class, as its attributes by name. */
export function tagsWith(markup: string, className: string): Record<string, string>[] {
  return [...markup.matchAll(/<[a-z]+((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)]
    .map(([, attributes = '']) =>
      Object.fromEntries(
        [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name ?? '', value ?? '']),
      ),
    )
    .filter((tag) => (tag['class'] ?? '').split(/\s+/).includes(className))
}

/** What stands in each element with this tag and class, without tags. */
export function textsIn(markup: string, tag: string, className: string): string[] {
  const found = markup.matchAll(new RegExp(`<${tag}\\b[^>]*class="([^"]*)"[^>]*>(.*?)</${tag}>`, 'gs'))
  return [...found]
    .filter(([, classes = '']) => classes.split(/\s+/).includes(className))
    .map(([, , inside = '']) => withoutTags(inside))
}

/** The cells of a table, row by row, without tags. */
export function cellsOf(markup: string): string[][] {
  return [...markup.matchAll(/<tr\b.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t([hd])\b[^>]*>(.*?)<\/t\1>/gs)].map(([, , inside = '']) => withoutTags(inside)),
  )
}

function withoutTags(markup: string): string {
  return markup
    .replaceAll(/<svg\b.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
