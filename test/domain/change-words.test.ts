import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairedChange, pairedWord, unpairedChange, unpairedWord } from '../../server/domain/change.ts'
import { vectors } from './vectors.ts'

const SEED = 2026

/** Scores as a cell of two items on five steps gives them. */
const score = fc.integer({ min: 0, max: 8 }).map((steps) => steps * 12.5)
const scores = fc.array(score, { minLength: 0, maxLength: 40 })

describe('the word alone is the word of the whole count', () => {
  test.each(vectors.paired_exact)('of differences $d', ({ d }) => {
    const steps = d.map((difference) => difference * 25)
    expect(pairedWord(steps, SEED)).toBe(pairedChange(steps, SEED).word)
  })

  test("of Darwin's fifteen pairs of maize", () => {
    const { diffs_eighth_inch: differences } = vectors.signflip_darwin
    expect(pairedWord(differences, SEED)).toBe(pairedChange(differences, SEED).word)
  })

  test('property: of pairs', () => {
    const differences = fc.array(fc.integer({ min: -3, max: 8 }), { minLength: 0, maxLength: 12 })
    fc.assert(
      fc.property(differences, fc.nat(), (steps, seed) => {
        const points = steps.map((step) => step * 12.5)
        expect(pairedWord(points, seed)).toBe(pairedChange(points, seed).word)
      }),
      { numRuns: 150 },
    )
  })

  test('property: of two groups', () => {
    fc.assert(
      fc.property(scores, scores, fc.integer({ min: 0, max: 60 }), fc.nat(), (before, after, rise, seed) => {
        const later = after.map((value) => Math.min(100, value + rise))
        expect(unpairedWord(before, later, seed)).toBe(unpairedChange(before, later, seed).word)
      }),
      { numRuns: 200 },
    )
  })

  test('of large groups a step apart, where no draw is needed, and of those half a step apart', () => {
    for (const rise of [12.5, 25]) {
      const before = Array.from({ length: 300 }, (_, person) => (person % 7) * 12.5)
      const after = before.map((value) => value + rise)
      expect(unpairedWord(before, after, SEED)).toBe('increased')
      expect(unpairedChange(before, after, SEED).word).toBe('increased')
      const uneven = before.map((_, person) => rise + ((person % 5) - 2) * 20)
      expect(pairedWord(uneven, SEED)).toBe(pairedChange(uneven, SEED).word)
    }
  })

  test('of too few, whatever they answered, without a seed', () => {
    expect(pairedWord([], Number.NaN)).toBe('too_few_to_say')
    expect(pairedWord([50, 50, 50, 50, 50], Number.NaN)).toBe('too_few_to_say')
    expect(unpairedWord([], [100], Number.NaN)).toBe('too_few_to_say')
    expect(unpairedWord([0, 0, 0, 0, 0], Array(9).fill(100), Number.NaN)).toBe('too_few_to_say')
  })
})
