import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../../server/contract/common.ts'
import { CAPITALS } from '../../server/domain/capitals.ts'
import { loadInstrument } from '../../server/instruments.ts'

const FOLDER = new URL('../../data/instruments/business-parks/1.0.0', import.meta.url)
const SDG_TARGETS = new Set(
  readFileSync(new URL('../fixtures/sdg-target-codes.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n'),
)
const park = loadInstrument(FOLDER.pathname)
const cellOf = ({ dimension, perspective }: { dimension: string; perspective: string }) => `${dimension} ${perspective}`

describe('business-parks 1.0.0', () => {
  test('puts a park on the six axes of companies: at least four items to a capital, and two to a side of it', () => {
    expect([park.dimensions, park.perspectives, park.balance]).toEqual([[...CAPITALS], ['internal', 'external'], true])
    expect(park.items.length).toBeGreaterThanOrEqual(24)
    const capitals = Map.groupBy(park.items, ({ dimension }) => dimension)
    for (const code of CAPITALS) expect(capitals.get(code)?.length).toBeGreaterThanOrEqual(4)
    const cells = Map.groupBy(park.items, cellOf)
    expect(cells.size).toBe(12)
    for (const items of cells.values()) expect(items.length).toBeGreaterThanOrEqual(2)
  })

  test('asks how it is now and what the park means to reach, and calls that never an expectation', () => {
    expect(park.horizons).toEqual(['now', 'intended'])
    const said = LOCALES.flatMap((locale) => Object.values(park.texts[locale].horizons).map(({ stem }) => stem))
    expect(said.filter((stem) => /doorgaan|go on like/.test(stem))).toEqual([])
  })

  test('has seven themes of four, of which none says which capital an item feeds', () => {
    const themes = Map.groupBy(park.items, ({ theme }) => theme)
    expect(park.themes).toHaveLength(7)
    for (const theme of park.themes ?? []) {
      const items = themes.get(theme) ?? []
      expect(items).toHaveLength(4)
      for (const same of Map.groupBy(items, ({ dimension }) => dimension).values())
        expect(same.length).toBeLessThanOrEqual(2)
    }
  })

  test('asks in an order that gives away neither the capital nor the theme of what comes next', () => {
    const neighbours = (distance: number, of: 'dimension' | 'theme') =>
      park.items.filter((item, at) => at >= distance && park.items[at - distance]?.[of] === item[of])
    expect(neighbours(1, 'dimension')).toEqual([])
    for (const distance of [1, 2, 3]) expect(neighbours(distance, 'theme')).toEqual([])
    expect(park.items.map(({ perspective }) => perspective[0]).join('')).not.toMatch(/iiii|eeee|ieieie|eieiei/)
    expect(park.items.map(({ id }) => id)).toEqual(park.items.map((_, at) => `i${String(at + 1).padStart(2, '0')}`))
  })

  test('refers to SDG targets that exist', () => {
    for (const { references } of park.items) {
      expect(references?.sdg.length).toBeGreaterThan(0)
      for (const target of references?.sdg ?? []) expect(SDG_TARGETS).toContain(target)
    }
  })

  test.each(LOCALES)(
    'has short anchors at 1, 3 and 5, and in each explanation what is not asked here (%s)',
    (locale) => {
      for (const { id } of park.items) {
        const { question, anchors, explanation, example } = park.texts[locale].items[id] ?? { anchors: {} }
        expect(question).toMatch(/^[^?]+\?$/)
        expect(Object.keys(anchors)).toEqual(['1', '3', '5'])
        for (const anchor of Object.values(anchors)) expect(anchor.length).toBeLessThanOrEqual(160)
        expect(explanation).toMatch(locale === 'nl' ? /(hoort|horen) hier niet bij/ : /not part of this question/)
        expect(example?.length).toBeGreaterThan(20)
      }
    },
  )

  test.each(LOCALES)('never names a capital to who answers, nor asks with a double negation (%s)', (locale) => {
    const { dimensions, items, themes = {} } = park.texts[locale]
    const names = Object.values(dimensions).map(({ name }) => name.toLowerCase())
    for (const { name } of Object.values(themes))
      for (const capital of names) expect(name.toLowerCase()).not.toContain(capital)
    for (const { question, anchors, explanation, example } of Object.values(items)) {
      const shown = [question, explanation, example, ...Object.values(anchors)].join(' ').toLowerCase()
      for (const name of names) expect(shown).not.toMatch(new RegExp(`${name}(e?) (kapitaal|capital|waarde)`))
      for (const asked of [question, ...Object.values(anchors)].flatMap((text) => text.split(/[.?]/)))
        expect(asked).not.toMatch(/\b(niet|geen|nooit|not|no|never)\b.*\b(niet|geen|nooit|not|no|never)\b/i)
    }
  })

  test('tells in words what it is and where it comes from', () => {
    const changes = readFileSync(`${FOLDER.pathname}/CHANGES.md`, 'utf8')
    for (const part of ['What is in it', 'Where it comes from', 'Why `intended`', 'Not tried out yet'])
      expect(changes).toContain(part)
  })
})
