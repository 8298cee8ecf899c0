import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentResource } from '@fluent/bundle'
import { describe, expect, test } from 'vitest'
import { LOCALES, STAKEHOLDER_GROUPS } from '../../server/contract/common.ts'
import { PROBLEMS } from '../../server/contract/problems.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const TEXTS = join(ROOT, 'data/texts')
const PARTS = readdirSync(join(TEXTS, 'nl')).sort()

type Entry = FluentResource['body'][number]
const entriesOf = (locale: string, part: string): Map<string, Entry> => {
  const resource = new FluentResource(readFileSync(join(TEXTS, locale, part), 'utf8'))
  return new Map(resource.body.map((entry) => [entry.id, entry]))
}
/** Names of the variables that a text uses, wherever they stand in it. */
const variablesOf = (entry: unknown): string[] => {
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return
    if (Reflect.get(node, 'type') === 'var') found.add(String(Reflect.get(node, 'name')))
    for (const child of Object.values(node)) visit(child)
  }
  visit(entry)
  return [...found].sort()
}
/** Every id, by where it stands in the file: a line that a reader of Fluent would skip is a fault in the file. */
const idsWritten = (locale: string, part: string) => {
  const text = readFileSync(join(TEXTS, locale, part), 'utf8')
  return [...text.matchAll(/^(-?[a-zA-Z][\w-]*) *=/gm)].map(([, id]) => id ?? '')
}
/** Lines that belong to no text: a reader of Fluent passes them over without a word. */
const strayLines = (locale: string, part: string) => {
  let open = 0
  return readFileSync(join(TEXTS, locale, part), 'utf8')
    .split('\n')
    .filter((line) => {
      const begins = /^-?[a-zA-Z][\w-]* *=/.test(line)
      if (begins || line.startsWith('#')) open = 0
      const isStray = !(begins || /^(#|\s|$)/.test(line) || (line.startsWith('}') && open > 0))
      if (!line.startsWith('#')) open += line.split('{').length - line.split('}').length
      return isStray
    })
}

describe('texts', () => {
  test('have the same files in every language', () => {
    for (const locale of LOCALES) expect(readdirSync(join(TEXTS, locale)).sort()).toEqual(PARTS)
  })

  test.each(PARTS)('of %s have the same ids and variables in every language, and every line is read', (part) => {
    const [nl, en] = LOCALES.map((locale) => entriesOf(locale, part))
    expect([...(nl?.keys() ?? [])].sort()).toEqual([...(en?.keys() ?? [])].sort())
    for (const [id, entry] of nl ?? []) expect([id, variablesOf(en?.get(id))]).toEqual([id, variablesOf(entry)])
    for (const locale of LOCALES) {
      expect([...entriesOf(locale, part).keys()].sort()).toEqual(idsWritten(locale, part).sort())
      expect(strayLines(locale, part)).toEqual([])
    }
  })

  test('are used once: no id stands in two files', () => {
    const ids = PARTS.flatMap((part) => [...entriesOf('nl', part).keys()])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('exist for every id that a page names', () => {
    const known = new Set(PARTS.flatMap((part) => [...entriesOf('nl', part).keys()]))
    const pages = readdirSync(join(ROOT, 'web'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.ts'),
    )
    const missing = pages.flatMap((path) => {
      const source = readFileSync(join(ROOT, 'web', path), 'utf8').replace(/^ \*.*$/gm, '')
      const named = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, id]) => id ?? '')
      return named.filter((id) => !known.has(id)).map((id) => `${path}: ${id}`)
    })
    expect(missing).toEqual([])
  })

  test('say every refusal of the catalogue, and one for no connection', () => {
    const known = ['problems.ftl', 'staff-problems.ftl', 'account-problems.ftl'].flatMap((part) => [
      ...entriesOf('nl', part).keys(),
    ])
    const wanted = [...Object.keys(PROBLEMS), 'offline'].map((code) => `problem-${code}`)
    expect(known.filter((id) => id.startsWith('problem-')).sort()).toEqual(wanted.sort())
  })

  test('name every stakeholder group somewhere', () => {
    const ids = PARTS.flatMap((part) => [...entriesOf('nl', part).keys()])
    for (const group of STAKEHOLDER_GROUPS) expect(ids.some((id) => id.endsWith(`group-${group}`))).toBe(true)
  })

  test('hold no long dash, which readers take for a fault', () => {
    const files = LOCALES.flatMap((locale) => PARTS.map((part) => join(TEXTS, locale, part)))
    expect(files.filter((path) => readFileSync(path, 'utf8').includes('\u2014'))).toEqual([])
  })
})
