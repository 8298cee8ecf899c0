import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { beforeEach, describe, expect, test } from 'vitest'
import { LOCALES } from '../../server/contract/common.ts'
import { LineageFile } from '../../server/contract/instruments.ts'
import { CAPITALS } from '../../server/domain/capitals.ts'
import { brokenDimensions, comparableItems } from '../../server/domain/lineage.ts'
import { type LoadedInstrument, loadInstrument } from '../../server/instruments.ts'
import { StartError } from '../../server/start-error.ts'

const folderOf = (version: string) =>
  new URL(`../../data/instruments/six-capitals/${version}`, import.meta.url).pathname
const FOLDER = folderOf('1.0.0')
const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
const SDG_TARGETS = new Set(fixture('sdg-target-codes.txt'))
const VSME_CONCEPTS = new Set(fixture('vsme-concepts-2026-05-01.txt'))
const first = loadInstrument(FOLDER)
const second = loadInstrument(folderOf('1.1.0'))
const SIX_CAPITALS = [first, second]
const cellOf = ({ dimension, perspective }: { dimension: string; perspective: string }) => `${dimension} ${perspective}`

describe.each(SIX_CAPITALS)('$id $version', (instrument) => {
  test('asks 48 items: four for each capital, inside and outside, in the one order of the capitals', () => {
    expect(instrument.dimensions).toEqual([...CAPITALS])
    const cells = Map.groupBy(instrument.items, cellOf)
    expect([...cells.values()].map(({ length }) => length)).toEqual(Array(12).fill(4))
  })

  test('has a pulse of 24 items: two in each cell', () => {
    const cells = Map.groupBy(
      instrument.items.filter(({ inPulse }) => inPulse),
      cellOf,
    )
    expect([...cells.values()].map(({ length }) => length)).toEqual(Array(12).fill(2))
  })

  test.each(['full', 'pulse'])('never asks about one capital twice in a row (%s)', (variant) => {
    const asked = instrument.items.filter(({ inPulse }) => variant === 'full' || inPulse)
    const neighbours = asked.filter((item, index) => index > 0 && asked[index - 1]?.dimension === item.dimension)
    expect(neighbours).toEqual([])
  })

  test.each(['full', 'pulse'])('asks in an order without a cycle that gives away what comes next (%s)', (variant) => {
    const asked = instrument.items.filter(({ inPulse }) => variant === 'full' || inPulse)
    const runs = (length: number) =>
      asked.slice(length - 1).map((_, at) => asked.slice(at, at + length).map(({ dimension }) => dimension))
    const most = (length: number) =>
      Math.max(...[...Map.groupBy(runs(length), String).values()].map(({ length: times }) => times))
    expect(most(2)).toBeLessThanOrEqual(variant === 'full' ? 2 : 1)
    expect(most(3)).toBe(1)
    expect(runs(6).filter((run) => new Set(run).size === 6).length).toBeLessThanOrEqual(2)
    const sides = asked.map(({ perspective }) => perspective[0]).join('')
    expect(sides).not.toMatch(/iiii|eeee|ieieie|eieiei/)
    for (const third of [0, 1, 2]) {
      const part = asked.slice((third * asked.length) / 3, ((third + 1) * asked.length) / 3)
      expect(new Set(part.map(({ dimension }) => dimension)).size).toBe(6)
    }
  })

  test('has opaque item ids that say nothing of what they feed', () => {
    expect(instrument.items.every(({ id }) => /^i\d\d$/.test(id))).toBe(true)
  })

  test('refers to SDG targets, VSME data points and GRI codes that exist', () => {
    for (const { references } of instrument.items) {
      for (const target of references?.sdg ?? []) expect(SDG_TARGETS).toContain(target)
      for (const concept of references?.vsme ?? []) expect(VSME_CONCEPTS).toContain(concept)
      for (const code of references?.gri ?? []) expect(code).toMatch(/^\d{1,3}(-\d{1,2})?$/)
    }
  })

  test.each(LOCALES)('has a question, three anchors, an explanation and an example for every item (%s)', (locale) => {
    for (const { id } of instrument.items) {
      const texts = instrument.texts[locale].items[id]
      expect(texts?.question).toMatch(/\?$/)
      expect(Object.keys(texts?.anchors ?? {})).toEqual(['1', '3', '5'])
      for (const anchor of Object.values(texts?.anchors ?? {})) expect(anchor.length).toBeLessThanOrEqual(160)
    }
  })

  test.each(LOCALES)('never names a capital to who answers (%s)', (locale) => {
    const names = Object.values(instrument.texts[locale].dimensions).map(({ name }) => name.toLowerCase())
    for (const texts of Object.values(instrument.texts[locale].items)) {
      const shown = [texts.question, texts.explanation, texts.example, ...Object.values(texts.anchors)]
        .join(' ')
        .toLowerCase()
      // "Human" and "natural" are everyday words: what would give it away is the capital itself.
      for (const name of names) expect(shown).not.toMatch(new RegExp(`${name}(e?) (kapitaal|capital|waarde)`))
    }
  })
})

describe('six-capitals 1.1.0 beside 1.0.0', () => {
  const lineage = second.lineage?.items ?? []
  const asked = (item: LoadedInstrument['items'][number]) => ({ ...item, theme: undefined })
  const sameIn = (id: string) =>
    LOCALES.every((locale) => isDeepStrictEqual(first.texts[locale].items[id], second.texts[locale].items[id]))

  test('keeps most items to the letter, and calls no other item kept', () => {
    const kept = lineage.filter(({ kind }) => kind === 'kept').map(({ id }) => id)
    expect(kept.length).toBeGreaterThan(24)
    expect(lineage.filter(({ id }) => sameIn(id)).map(({ id }) => id)).toEqual(kept)
    for (const id of kept) {
      const [before, now] = SIX_CAPITALS.map(({ items }) => items.find((item) => item.id === id))
      expect(now && asked(now)).toEqual(before && asked(before))
    }
  })

  test('has a new id for whatever means something else, which the version before never used', () => {
    const before = new Set(first.items.map(({ id }) => id))
    for (const { id, comparable } of lineage) expect([id, before.has(id)]).toEqual([id, comparable])
  })

  test('knows every way in which an item can change, each with a reason of its own', () => {
    expect(new Set(lineage.map(({ kind }) => kind))).toEqual(new Set(['kept', 'reworded', 'split', 'merged', 'new']))
    const reasons = lineage.filter(({ kind }) => kind !== 'kept').map(({ why }) => why)
    expect(new Set(reasons).size).toBe(reasons.length)
  })

  test.each(['full', 'pulse'])('goes on in every capital but manufactured (%s)', (variant) => {
    const of = ({ items }: LoadedInstrument) => items.filter(({ inPulse }) => variant === 'full' || inPulse)
    const earlier = new Set(of(first).map(({ id }) => id))
    expect(brokenDimensions(of(second), earlier, comparableItems([lineage], second.items))).toEqual(['manufactured'])
  })

  test.each(['full', 'pulse'])('has themes that say of no item which capital it feeds (%s)', (variant) => {
    const { themes = [], items } = second
    expect(themes.length).toBeGreaterThanOrEqual(6)
    for (const theme of themes) {
      const mine = items.filter((item) => item.theme === theme && (variant === 'full' || item.inPulse))
      const capitals = Map.groupBy(mine, ({ dimension }) => dimension)
      for (const of of capitals.values()) expect(of.length).toBeLessThanOrEqual(mine.length / 2)
    }
    for (const locale of LOCALES) {
      const names = Object.values(second.texts[locale].dimensions).map(({ name }) => name.toLowerCase())
      for (const { name } of Object.values(second.texts[locale].themes ?? {}))
        for (const capital of names) expect(name.toLowerCase()).not.toContain(capital)
    }
  })
})

const OWN = ['sociosphere', 'three-principles', 'seven-principles'].map((id) => {
  return loadInstrument(new URL(`../../data/instruments/${id}/1.0.0`, import.meta.url).pathname)
})

describe.each(OWN)('$id $version', (own) => {
  const { min, max, kind } = own.scale
  const ends = [String(min), String(max)]

  test('makes no scores, has no balance, and asks each item in a dimension of its own', () => {
    expect([own.scores, own.balance]).toEqual([false, false])
    expect(own.items.map(({ dimension }) => dimension)).toEqual(own.dimensions)
    expect(own.items.some(({ reverse }) => reverse)).toBe(false)
  })

  test('has opaque item ids, and is as long in its pulse as in full', () => {
    expect(own.items.every(({ id }) => /^i\d\d$/.test(id))).toBe(true)
    expect(own.items.every(({ inPulse }) => inPulse)).toBe(true)
  })

  test.each(LOCALES)('has a question, both ends, an explanation and an example for every item (%s)', (locale) => {
    const texts = own.texts[locale]
    for (const { id } of own.items) {
      expect(texts.items[id]?.question).toMatch(/\?$/)
      expect(Object.keys(texts.items[id]?.anchors ?? {})).toEqual(ends)
      for (const anchor of Object.values(texts.items[id]?.anchors ?? {}))
        expect(anchor.length).toBeLessThanOrEqual(kind === 'bipolar' ? 40 : 90)
    }
    expect(Object.keys(texts.scale)).toEqual(Array.from({ length: max - min + 1 }, (_, step) => String(min + step)))
  })

  test.each(LOCALES)('calls no pole high or low, better or worse (%s)', (locale) => {
    if (kind !== 'bipolar') return
    const { items, scale, horizons } = own.texts[locale]
    const said = [...Object.values(scale), ...Object.values(items).flatMap(({ anchors }) => Object.values(anchors))]
    const judging =
      /\b(hoog|laag|hoger|lager|beter|slechter|goed|slecht|high|low|higher|lower|better|worse|good|bad)\b/i
    expect([...said, ...Object.values(horizons).map(({ stem }) => stem)].filter((text) => judging.test(text))).toEqual(
      [],
    )
  })

  test('tells in words what it is and where it comes from', () => {
    const changes = readFileSync(new URL(`../../data/instruments/${own.id}/1.0.0/CHANGES.md`, import.meta.url), 'utf8')
    for (const part of ['What is in it', 'Where it comes from', 'scores: false']) expect(changes).toContain(part)
  })
})

test('every instrument in the folder is looked at here, the one about parks in business-parks.test.ts', () => {
  const folders = readdirSync(new URL('../../data/instruments', import.meta.url))
  expect(folders.toSorted()).toEqual([...OWN.map(({ id }) => id), 'business-parks', 'six-capitals'].toSorted())
})

describe('the loader', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'meervoud-instrument-'))
    cpSync(FOLDER, folder, { recursive: true })
  })

  function change(file: string, from: string | RegExp, to: string): void {
    const path = join(folder, file)
    const before = readFileSync(path, 'utf8')
    const after = before.replace(from, to)
    if (after === before) throw new Error(`${file} has no ${from}`)
    writeFileSync(path, after)
  }

  function faults(): readonly string[] {
    try {
      loadInstrument(folder)
      return []
    } catch (error) {
      if (error instanceof StartError) return error.details
      throw error
    }
  }

  function lineOf(file: string, sought: string): number {
    return (
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(sought)) + 1
    )
  }

  test('gives the same hash for the same files, and another for a changed word', () => {
    expect(loadInstrument(folder).contentHash).toBe(first.contentHash)
    change('texts.en.json', 'Growing', 'Blooming')
    expect(loadInstrument(folder).contentHash).not.toBe(first.contentHash)
  })

  test('names file and line of broken JSON', () => {
    const line = lineOf('instrument.json', '"i07"')
    change('instrument.json', /("id": ?"i07")/, '$1 oops')
    expect(faults()[0]).toContain(`instrument.json:${line} `)
  })

  test('names file, line and field of a wrong value', () => {
    change('instrument.json', /("id": ?"i07".*?"inPulse": ?)(true|false)/, '$1"yes"')
    expect(faults()[0]).toMatch(
      new RegExp(`instrument\\.json:${lineOf('instrument.json', '"i07"')} items\\.6\\.inPulse`),
    )
  })

  test('refuses an item of a capital that the instrument has not', () => {
    change('instrument.json', /("id": ?"i07".*?"dimension": ?)"\w+"/, '$1"spiritual"')
    expect(faults()[0]).toContain('item i07 has unknown dimension spiritual')
  })

  test('refuses an item id that stands twice, and an item without a text', () => {
    change('instrument.json', /"id": ?"i07"/, '"id":"i08"')
    expect(faults().join('\n')).toMatch(/item i08 stands twice/)
    expect(faults().join('\n')).toMatch(/texts\.nl\.json:\d+ item i07 is not in the instrument/)
  })

  test('refuses a line between two poles of which one has no words', () => {
    change('instrument.json', '{"min": 1, "max": 5}', '{"min": 1, "max": 5, "kind": "bipolar"}')
    change('texts.en.json', /("i01": {[^}]*?)"1": "[^"]*",/, '$1')
    expect(faults()).toEqual([expect.stringMatching(/texts\.en\.json:1 item i01 has no pole at 1$/)])
  })

  test('refuses a balance of what makes no scores', () => {
    change('instrument.json', '"balance": true', '"balance": true, "scores": false')
    expect(faults()[0]).toContain('without scores there is no balance')
  })

  test('refuses an item without a theme, of a theme that is not there, and a theme without a name', () => {
    change('instrument.json', '"items": [', '"themes": ["people", "place"],\n  "items": [')
    change('instrument.json', /("id": ?"i07")/, '$1, "theme": "money"')
    expect(faults().join('\n')).toMatch(/item i01 has no theme/)
    expect(faults().join('\n')).toMatch(/item i07 has unknown theme money/)
    expect(faults().join('\n')).toMatch(/texts\.nl\.json:1 theme people has no text/)
  })

  test('refuses a field that nobody knows', () => {
    change('instrument.json', '"balance"', '"weight": 2, "balance"')
    expect(faults()[0]).toContain('weight')
  })

  test('reads a lineage beside a later version, and refuses one without a reason', () => {
    const lineage = {
      from: '1.0.0',
      items: [{ id: 'i01', kind: 'kept', was: ['i01'], comparable: true, why: 'the same words' }],
      dropped: [],
    }
    writeFileSync(join(folder, 'lineage.json'), JSON.stringify(lineage))
    expect(loadInstrument(folder).lineage).toEqual(LineageFile.parse(lineage))
    writeFileSync(
      join(folder, 'lineage.json'),
      JSON.stringify({ ...lineage, items: [{ id: 'i01', kind: 'new', was: [], comparable: false, why: '' }] }),
    )
    expect(faults()[0]).toMatch(/lineage\.json:1 items\.0\.why/)
  })
})
