import { expect, test } from 'vitest'
import { makeRelease } from '../../server/release/release.ts'
import { ALL_RULES, instrumentOf } from './rounds.ts'

/** Items of a round in which each of so many people gives one rating to each item. */
function itemsOf(...ratings: readonly string[]) {
  const people = Array.from(ratings[0] ?? '', (_, person) => ratings.map((item) => item[person]).join(''))
  const contributors = people.map((answers, person) => ({ respondentId: `p${person}`, group: null, answers }))
  const instrument = instrumentOf([ratings.length])
  return makeRelease({ instrument, groups: [], contributors, earlier: [], rules: ALL_RULES })?.figures.items ?? []
}

test('one item of a cell without a score takes the most one-sided other one with it', () => {
  const items = itemsOf('111111111112', '112233445533', '445544334455')
  expect(items.map(({ nearlyEveryone }) => nearlyEveryone)).toEqual(['lowest', null, null])
  // Mean 3 and mean 4.25: the third is further from the middle.
  expect(items.map(({ score }) => score)).toEqual([null, 50, null])
  expect(items[2]).toMatchObject({ quartiles: null, counts: null })
})

test('two without a score leave the others, unless they were answered so alike that their sum tells', () => {
  expect(itemsOf('111111111115', '555555555551', '112233445533').map(({ score }) => score)).toEqual([null, null, 50])
  const alike = itemsOf('111111111112', '111111111121', '112233445533', '445544334455')
  expect(alike.map(({ score }) => score)).toEqual([null, null, 50, null])
})
