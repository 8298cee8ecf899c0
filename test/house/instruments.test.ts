import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { LOCALES } from '../../server/contract/common.ts'
import { LineageFile } from '../../server/contract/instruments.ts'
import { CAPITALS } from '../../server/domain/capitals.ts'
import { loadInstrument } from '../../server/instruments.ts'
import { StartError } from '../../server/start-error.ts'

const FOLDER = new URL('../../data/instruments/six-capitals/1.0.0', import.meta.url).pathname
const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
const SDG_TARGETS = new Set(fixture('sdg-target-codes.txt'))
const VSME_CONCEPTS = new Set(fixture('vsme-concepts-2026-05-01.txt'))
const instrument = loadInstrument(FOLDER)
const cellOf = ({ dimension, perspective }: { dimension: string; perspective: string }) => `${dimension} ${perspective}`

describe('six-capitals 1.0.0', () => {
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

test('every instrument in the folder is looked at here', () => {
  const folders = readdirSync(new URL('../../data/instruments', import.meta.url))
  expect(folders.toSorted()).toEqual([...OWN.map(({ id }) => id), 'six-capitals'].toSorted())
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
    expect(loadInstrument(folder).contentHash).toBe(instrument.contentHash)
    change('texts.en.json', 'Growing', 'Blooming')
    expect(loadInstrument(folder).contentHash).not.toBe(instrument.contentHash)
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
