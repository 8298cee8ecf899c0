import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import type { Locale } from '../../server/contract/common.ts'
import type { InstrumentView } from '../../server/contract/instruments.ts'
import { Results } from '../../server/contract/results.ts'
import { loadInstrument } from '../../server/instruments.ts'
import type { Words } from '../../web/results/words.ts'

const ROOT = new URL('../..', import.meta.url).pathname

/** The words of the result page and the wall without a page; a text that is missing fails the test instead of showing its id. */
export function wordsOf(locale: Locale): Words {
  const language = locale === 'nl' ? 'nl-NL' : 'en-GB'
  const bundle = new FluentBundle(language, { useIsolating: false })
  for (const part of ['results', 'explain', 'lines', 'wall', 'intervention', 'trend', 'report', 'reflection']) {
    bundle.addResource(new FluentResource(readFileSync(join(ROOT, 'data/texts', locale, `${part}.ftl`), 'utf8')))
  }
  const lists = new Intl.ListFormat(language, { style: 'long', type: 'conjunction' })
  const formats = new Map<number, Intl.NumberFormat>()
  const formatOf = (decimals: number) => {
    const style = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
    const format = formats.get(decimals) ?? new Intl.NumberFormat(language, style)
    formats.set(decimals, format)
    return format
  }
  return {
    say: (id, variables) => {
      const pattern = bundle.getMessage(id)?.value
      if (!pattern) throw new Error(`no text ${id}`)
      return bundle.formatPattern(pattern, variables)
    },
    knows: (id) => bundle.hasMessage(id),
    list: (names) => lists.format(names),
    number: (value, decimals = 0) => formatOf(decimals).format(value),
  }
}

/** Six-capitals as a signed-in reader gets it. */
export function sixCapitals(): InstrumentView {
  const { texts, items, ...instrument } = loadInstrument(join(ROOT, 'data/instruments/six-capitals/1.0.0'))
  const textsOf = (id: string) => {
    const [nl, en] = [texts.nl.items[id], texts.en.items[id]]
    if (nl === undefined || en === undefined) throw new Error(`item ${id} has no texts`)
    return { nl, en }
  }
  return {
    ...instrument,
    themes: instrument.themes ?? [],
    title: { nl: texts.nl.title, en: texts.en.title },
    names: texts,
    items: items.map((item) => ({ ...item, theme: item.theme ?? null, texts: textsOf(item.id) })),
  }
}

/** A release document of `test/fixtures/results`, checked against the contract. */
export function releaseDocument(name: string): Results {
  return Results.parse(JSON.parse(readFileSync(join(ROOT, 'test/fixtures/results', `${name}.json`), 'utf8')))
}
