import { describe, expect, it } from 'vitest'
import type { RevealedView } from '../../server/contract/workshops.ts'
import { binsOf } from '../../web/results/bins.ts'
import { linesOf } from '../../web/results/lines.ts'
import { ownHeadline } from '../../web/results/lines-headline.ts'
import { lineWords, marksOf, placeWords } from '../../web/results/lines-words.ts'
import { namesOf } from '../../web/results/names.ts'
import { shiftSentence, shiftsOf } from '../../web/results/shifts.ts'
import { defaultPlan } from '../../web/workshop/default-plan.ts'
import { ordersOf } from '../../web/workshop/explore-order.ts'
import { showableOf } from '../../web/workshop/showable.ts'
import { ownInstrument, ownResults } from '../support/own-results.ts'
import type { OwnInstrument } from '../support/own-rounds.ts'
import { wordsOf } from '../support/words.ts'

const english = wordsOf('en')
const dutch = wordsOf('nl')
const sociosphere = ownInstrument('sociosphere')
const names = namesOf(sociosphere, 'en')

function saying(id: OwnInstrument, people: number, mode: 'anonymous' | 'open' = 'anonymous', horizons?: string[]) {
  const instrument = ownInstrument(id)
  const results = ownResults(id, people, mode, horizons)
  return {
    en: ownHeadline(results, instrument, namesOf(instrument, 'en'), english),
    nl: ownHeadline(results, instrument, namesOf(instrument, 'nl'), dutch),
  }
}

describe('the sentence above a result of lines', () => {
  it('says toward which pole people most want to go, and how far', () => {
    expect(saying('sociosphere', 12)).toEqual({
      en: 'People most want to go toward ‘whoever knows goes first’ on taking the lead: 3 steps.',
      nl: 'Mensen willen het meest bij leiding nemen naar ‘wie het weet, neemt het voortouw’: 3 stappen.',
    })
  })

  it('says it of one person with care', () => {
    expect(saying('sociosphere', 1, 'open').en).toBe(
      'The largest step wanted is toward ‘whoever knows goes first’ on taking the lead: 3 steps. Filled in once: read this with care.',
    )
  })

  it('says where people stand furthest from the middle when nothing else was asked', () => {
    expect(saying('sociosphere', 12, 'anonymous', ['now']).en).toBe(
      'We stand furthest from the middle toward ‘the manager decides’ on taking the lead: 2 steps.',
    )
  })

  it('says of fewer than ten only whether they agree, for each moment', () => {
    expect(saying('sociosphere', 7).en).toBe(
      "With fewer than 10 answers we only say whether people agree, not what they chose. Now: on 1 of the 6 questions the answers are divided. Most of all on 'Own role'. Wanted: on none of the 6 questions are the answers divided. People agree on 6. Small number: read this with care.",
    )
  })
})

describe('the sentence above a result of frequencies', () => {
  it('says what happens most and least often', () => {
    expect(saying('seven-principles', 12)).toEqual({
      en: 'It goes like that most often for transparency. Least often for continuous improvement.',
      nl: 'Het vaakst gaat het zo bij transparantie. Het minst vaak bij continu verbeteren.',
    })
  })

  it('says only words of six', () => {
    expect(saying('three-principles', 6).en).toMatch(/^With fewer than 10 answers we only say whether people agree/)
  })
})

describe('a line', () => {
  const lines = linesOf(ownResults('sociosphere', 12), sociosphere, names)
  const words = linesOf(ownResults('sociosphere', 7), sociosphere, names)

  it('has a place in steps from the middle and the way from one to the other, left and right', () => {
    expect(lines.map(({ places, gap }) => [...places.map(({ steps }) => steps), gap])).toEqual([
      [-1, 0, 1],
      [-1, 1, 2],
      [0, 0, 0],
      [-2, 1, 3],
      [-1, 0, 1],
      [1, -1, -2],
    ])
    expect(lines[5]?.places.map((place) => placeWords(place, english))).toEqual([
      '1 step to the right',
      '1 step to the left',
    ])
  })

  it('has no place, no mark and no way where only words are released', () => {
    for (const line of words) {
      expect(line.gap).toBeNull()
      expect(marksOf(line, english).map(({ value }) => value)).toEqual([null, null])
      const said = lineWords(line, ownResults('sociosphere', 7), sociosphere, names.horizon, english)
      expect(said).toMatch(/^Now: (agreed|mixed|divided) · Wanted: (agreed|mixed|divided)$/)
    }
  })

  it('never calls a side high, low, first or last, in either language', () => {
    for (const say of [english, dutch]) {
      const [item] = ownResults('sociosphere', 12).items
      if (item === undefined) throw new Error('no item')
      const bins = [item, { ...item, counts: [4, 4, 4] }].flatMap((one) => binsOf(sociosphere, one, names, say))
      const said = [...bins.flatMap(({ short, name }) => [short, name]), say.say('lines-nearly-lowest')]
      expect(said.filter((text) => /hoog|laag|\bhigh|\blow/i.test(text))).toEqual([])
    }
  })

  it('moves in a second vote by steps to a side', () => {
    const first = ownResults('sociosphere', 12)
    const items = first.items.map((item) => ({ ...item, score: item.score === null ? null : item.score + 20 }))
    const [shift] = shiftsOf(first, { ...first, items }, 'i04', sociosphere)
    if (shift === undefined) throw new Error('no shift')
    expect(shiftSentence(shift, english)).toBe('Still agreed. The place moved 1.2 steps to the right.')
    expect(shiftSentence(shift, dutch)).toBe('Nog steeds eens. De plaats schoof 1,2 stappen op naar rechts.')
  })
})

describe('a session about an instrument without scores', () => {
  const results = ownResults('sociosphere', 12)
  const revealed: RevealedView = { results, instrument: sociosphere, itemIds: [], votes: [] }

  it('has one picture of everything, and no radar and no groups', () => {
    const shown = showableOf(revealed, sociosphere)
    expect([shown?.radar, shown?.pairs, shown?.hasGroups]).toEqual([undefined, ['now-wanted'], false])
    const parts = defaultPlan({ horizons: 2, perspectives: 1, groups: 3, scores: false }, String)
    expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(90)
    const titles = parts.map(({ title }) => title)
    expect(titles).toContain('overview')
    for (const part of ['balance', 'sides', 'ahead', 'groups', 'expected']) expect(titles).not.toContain(part)
    expect(ordersOf(['now', 'wanted'], sociosphere)).toEqual(['divided', 'ahead'])
  })
})
