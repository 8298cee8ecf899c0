import { describe, expect, it } from 'vitest'
import type { Locale } from '../../server/contract/common.ts'
import type { ItemResult, Results } from '../../server/contract/results.ts'
import { dotPitch } from '../../web/charts/dot-strip-svg.ts'
import { groupDifferences, groupSentence } from '../../web/results/group-differences.ts'
import { namesOf } from '../../web/results/names.ts'
import { shiftSentence, shiftsOf } from '../../web/results/shifts.ts'
import { asClock, secondsUntil } from '../../web/wall/clock.ts'
import { collectingOf } from '../../web/wall/collecting.ts'
import { lookAfter } from '../../web/wall/wall-look.ts'
import { itemWhere, later, secondVote, VOTE, wallView } from '../support/wall-frames.ts'
import { releaseDocument, sixCapitals, wordsOf } from '../support/words.ts'

const instrument = sixCapitals()

/** A release with these groups: how many people, and scores on some capitals; null where a score is not shown. */
function releaseOf(groups: Record<string, { n: number; scores: Record<string, number | null> }>): Results {
  const document = releaseDocument('full')
  const now = document.horizons['now']
  if (now === undefined) throw new Error('the document has no now')
  const scoresOf = (scores: Record<string, number | null>) =>
    Object.fromEntries(
      Object.entries(now.dimensions).map(([code, result]) => [code, { ...result, score: scores[code] ?? null }]),
    )
  const made = Object.entries(groups).map(([code, { n, scores }]) => [
    code,
    { n, horizons: { now: { ...now, dimensions: scoresOf(scores) } } },
  ])
  return { ...document, groups: Object.fromEntries(made) }
}

function sayGroups(results: Results, locale: Locale = 'nl'): string {
  return groupSentence(results, instrument, 'now', namesOf(instrument, locale), wordsOf(locale))
}

describe('the stakeholder groups that differ most', () => {
  it('are the highest and the lowest of each capital, in the order of the instrument', () => {
    const results = releaseOf({
      staff: { n: 12, scores: { human: 41, natural: 50 } },
      management: { n: 10, scores: { human: 63, natural: 48 } },
      customer: { n: 11, scores: { human: 55, natural: 30 } },
    })
    const differences = groupDifferences(results, instrument.dimensions, 'now')
    expect(differences.map(({ dimension }) => dimension)).toEqual(instrument.dimensions)
    expect(differences[0]).toEqual({
      dimension: 'human',
      points: 22,
      highest: { score: 63, groups: ['management'] },
      lowest: { score: 41, groups: ['staff'] },
    })
    expect(sayGroups(results)).toBe('Menselijk: directie en leiding 22 punten hoger dan medewerkers.')
    expect(sayGroups(results, 'en')).toBe('Human: management 22 points higher than staff.')
  })

  it('never count a score that is not there as 0, and leave out a group of fewer than five', () => {
    const results = releaseOf({
      staff: { n: 12, scores: { human: 70, social: null } },
      management: { n: 9, scores: { human: null, social: 60 } },
      customer: { n: 4, scores: { human: 10, social: 10 } },
    })
    const [human, social] = groupDifferences(results, instrument.dimensions, 'now')
    expect(human).toEqual({ dimension: 'human', points: null, highest: null, lowest: null })
    expect(social?.points).toBeNull()
    expect(sayGroups(results)).toMatch(/^Er zijn geen twee groepen om naast elkaar te leggen\./)
  })

  it('do count a real score of 0', () => {
    const results = releaseOf({
      staff: { n: 12, scores: { natural: 0 } },
      management: { n: 12, scores: { natural: 31 } },
    })
    expect(groupDifferences(results, ['natural'], 'now')[0]?.points).toBe(31)
  })

  it('are all named when several have the same score', () => {
    const results = releaseOf({
      staff: { n: 12, scores: { human: 40 } },
      management: { n: 12, scores: { human: 60 } },
      customer: { n: 12, scores: { human: 40 } },
    })
    expect(groupDifferences(results, ['human'], 'now')[0]?.lowest).toEqual({ score: 40, groups: ['staff', 'customer'] })
    expect(sayGroups(results)).toBe('Menselijk: directie en leiding 20 punten hoger dan medewerkers en klanten.')
  })

  it('name every capital on which the difference is the largest', () => {
    const results = releaseOf({
      staff: { n: 12, scores: { human: 40, natural: 30 } },
      management: { n: 12, scores: { human: 60, natural: 50 } },
    })
    expect(sayGroups(results)).toBe('Menselijk en natuurlijk: de groepen liggen 20 punten uit elkaar.')
  })

  it('are about equal below 5 points, and below 10 when a group has fewer than ten people', () => {
    const apart = (points: number, n: number) =>
      sayGroups(
        releaseOf({ staff: { n, scores: { human: 50 } }, management: { n: 20, scores: { human: 50 + points } } }),
      )
    expect(apart(4, 20)).toBe('De groepen zijn ongeveer gelijk.')
    expect(apart(5, 20)).toContain('5 punten hoger')
    expect(apart(9, 7)).toBe('De groepen zijn ongeveer gelijk.')
    expect(apart(10, 7)).toContain('10 punten hoger')
  })
})

describe('the shift of a second vote', () => {
  const itemId = itemWhere('full', (item) => item.agreement.word === 'divided' && item.score !== null)
  const first = releaseDocument('full')
  const score = first.items.find((item) => item.itemId === itemId && item.horizon === 'now')?.score ?? 0

  it('goes from score to score and from word to word, for the horizons that the vote asked', () => {
    const shifts = shiftsOf(first, secondVote('full', itemId, 12), itemId, instrument)
    expect(shifts.map(({ horizon, points }) => [horizon, points])).toEqual([['now', 12]])
    expect(shiftSentence(shiftIn(shifts), wordsOf('nl'))).toBe('Eerst verdeeld, nu eens. 12 punten hoger.')
    expect(shiftSentence(shiftIn(shifts), wordsOf('en'))).toBe('First divided, now agreed. 12 points higher.')
    expect(score).toBeGreaterThan(0)
  })

  it('has no points without two scores, and no word without two words', () => {
    const second = secondVote('full', itemId, 12)
    const hidden = (changes: Partial<ItemResult>) =>
      shiftIn(
        shiftsOf(
          first,
          { ...second, items: second.items.map((item) => ({ ...item, ...changes })) },
          itemId,
          instrument,
        ),
      )
    const noScore = hidden({ score: null })
    expect(noScore.points).toBeNull()
    expect(shiftSentence(noScore, wordsOf('nl'))).toBe('Eerst verdeeld, nu eens.')
    const nothing = hidden({ score: null, agreement: { word: null, averageDeviation: null, rwg: null } })
    expect(shiftSentence(nothing, wordsOf('nl'))).toBe('De verschuiving is niet te tonen.')
  })

  it('says that the score stayed about equal when it hardly moved', () => {
    const shifts = shiftsOf(first, secondVote('full', itemId, 2, 'mixed'), itemId, instrument)
    expect(shiftSentence(shiftIn(shifts), wordsOf('nl'))).toBe(
      'Eerst verdeeld, nu gemengd. De score bleef ongeveer gelijk.',
    )
  })
})

describe('the wall', () => {
  it('counts whole seconds of the server down to 0, and never below', () => {
    const now = Date.parse(later(0))
    expect(secondsUntil(later(8), now)).toBe(8)
    expect(secondsUntil(later(8), now + 100)).toBe(8)
    expect(secondsUntil(later(8), now + 1_000)).toBe(7)
    expect(secondsUntil(later(8), now + 60_000)).toBe(0)
    expect([0, 65, 4_000].map(asClock)).toEqual(['0:00', '1:05', '66:40'])
  })

  it('counts who is done in the second vote until that is revealed, then in the round again', () => {
    const vote = { id: VOTE, number: 1, items: 3, state: 'open', closesAt: null, code: null } as const
    const counts = { joined: 21, finished: 4 }
    const during = wallView({ kind: 'progress' }, 'nl', { vote: { ...vote, counts, isRevealed: false } })
    expect(collectingOf(during)).toMatchObject({ joined: 21, finished: 4, state: 'open' })
    const after = wallView({ kind: 'progress' }, 'nl', { vote: { ...vote, counts, isRevealed: true } })
    expect(collectingOf(after)).toMatchObject({ joined: 23, finished: 17 })
  })

  it('draws one dot for each person, as small as the fullest step asks', () => {
    expect(dotPitch([[1, 2, 0, 3, 1]], 170)).toBe(33)
    const hall = dotPitch([[200, 80, 40, 90, 90]], 170)
    expect(Math.ceil(200 / Math.floor(100 / hall)) * hall).toBeLessThanOrEqual(170)
    expect(hall).toBeGreaterThan(5)
  })

  it('changes its look by four keys, never below the usual size, and by no other', () => {
    const usual = { isDark: false, isHighContrast: false, step: 0 }
    expect(lookAfter(usual, 'l')).toEqual({ ...usual, isDark: true })
    expect(lookAfter(usual, 'H')).toEqual({ ...usual, isHighContrast: true })
    expect(lookAfter(usual, '-')).toEqual(usual)
    expect(['+', '+', '+'].reduce(lookAfter, usual).step).toBe(2)
    expect(lookAfter(usual, 'x')).toBe(usual)
  })
})

function shiftIn(shifts: ReturnType<typeof shiftsOf>) {
  const [shift] = shifts
  if (shift === undefined) throw new Error('the vote did not ask this item')
  return shift
}
