import { describe, expect, it } from 'vitest'
import type { ExpectedEffect, InterventionContent } from '../../server/contract/interventions.ts'
import { projectBalance } from '../../server/domain/projection.ts'
import { baselinesOf, projectedMark, projectionModel, TOGETHER } from '../../web/charts/projection-model.ts'
import { daysBetween, monthsLater } from '../../web/interventions/calendar-days.ts'
import { EMPTY_CONTENT, mergeContents } from '../../web/interventions/content.ts'
import { isSplit, missingOfPrice, pricedDimensions, withExpected } from '../../web/interventions/effects.ts'
import { namesOf } from '../../web/results/names.ts'
import { releaseDocument, sixCapitals, wordsOf } from '../support/words.ts'

const SIDES = ['internal', 'external']

function contentWith(changes: Partial<InterventionContent>): InterventionContent {
  return { ...EMPTY_CONTENT, ...changes }
}

describe('two versions of an agreement', () => {
  const base = contentWith({ title: 'Roof', owner: 'Samira' })

  it('come together when each changed another part', () => {
    const merged = mergeContents(base, { ...base, title: 'One roof' }, { ...base, owner: 'Piet', impact: 3 })
    expect(merged).toEqual({ ...base, title: 'One roof', owner: 'Piet', impact: 3 })
  })

  it('come together when both wrote the same, but for the spaces around it', () => {
    expect(mergeContents(base, { ...base, title: 'One roof ' }, { ...base, title: 'One roof' })).toBeDefined()
  })

  it('wait for a person when both changed the same part', () => {
    expect(mergeContents(base, { ...base, title: 'One roof' }, { ...base, title: 'Two roofs' })).toBeUndefined()
  })
})

describe('a day to look back', () => {
  it('lies a quarter ahead, and on the last day of a month that is shorter', () => {
    expect(monthsLater('2026-11-30', 3)).toBe('2027-02-28')
    expect(monthsLater('2026-03-15', 3)).toBe('2026-06-15')
  })

  it('is counted in whole days over a change of the clock', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2)
  })
})

describe('expected effects', () => {
  const up: ExpectedEffect = {
    dimension: 'natural',
    perspective: 'internal',
    effect: 1,
    term: 'short',
    confidence: 'high',
  }

  it('are the same inside and outside until they are split', () => {
    const both = withExpected([], 'natural', SIDES, { effect: 2 })
    expect(isSplit(both, 'natural', SIDES)).toBe(false)
    expect(isSplit(withExpected(both, 'natural', ['external'], { effect: -1 }), 'natural', SIDES)).toBe(true)
    expect(isSplit([up], 'natural', SIDES)).toBe(true)
  })

  it('keep term and confidence when only the direction changes', () => {
    expect(withExpected([up], 'natural', ['internal'], { effect: -2 })).toEqual([{ ...up, effect: -2 }])
  })

  it('ask for a capital that gives way, and for who bears it, unless nothing is expected to move', () => {
    const price = { dimensions: [], bearer: '' }
    expect(missingOfPrice({ effects: [{ ...up, effect: 0 }], price })).toBeUndefined()
    expect(missingOfPrice({ effects: [up], price })).toBe('dimensions')
    expect(missingOfPrice({ effects: [up], price: { dimensions: ['financial'], bearer: ' ' } })).toBe('bearer')
  })

  it('count a capital that is expected to fall among those that give way', () => {
    const effects = [{ ...up, dimension: 'human', effect: -1 }]
    const price = { dimensions: ['financial'], bearer: '' }
    expect(pricedDimensions({ effects, price }, ['human', 'natural', 'financial'])).toEqual(['human', 'financial'])
  })
})

describe.each(['nl', 'en'] as const)('a projected radar in %s', (locale) => {
  const instrument = sixCapitals()
  const [words, names] = [wordsOf(locale), namesOf(instrument, locale)]

  it('never projects a capital without a score, and says that it is an expectation', () => {
    const results = releaseDocument('full')
    const baselines = baselinesOf(results, 'now', instrument.dimensions, instrument.perspectives)
    const holed: typeof baselines = {
      ...baselines,
      natural: { score: null, cells: { internal: null, external: null } },
    }
    const effects = withExpected(withExpected([], 'natural', SIDES, { effect: 2 }), 'human', SIDES, { effect: 1 })
    const projected = projectBalance(holed, effects)
    const model = projectionModel(
      instrument.dimensions,
      (code) => projectedMark(TOGETHER, holed[code], projected[code]),
      names,
      words,
    )
    const [human, natural] = ['human', 'natural'].map((code) => model.axes.find((axis) => axis.code === code))
    expect(natural).toMatchObject({ now: null, range: null, moves: false, absence: 'missing' })
    expect(human?.moves).toBe(true)
    expect(model.label).toContain(words.say('intervention-projection-label'))
    expect(model.label).toContain(words.say('intervention-absent-missing'))
  })

  it('has nothing to start from where there is no release', () => {
    const baselines = baselinesOf(undefined, undefined, instrument.dimensions, instrument.perspectives)
    expect(Object.values(baselines).every(({ score }) => score === null)).toBe(true)
  })
})
