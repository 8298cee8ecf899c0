import { expect, test } from 'vitest'
import { ALL_RULES, documentOf, instrumentOf, type Round } from './rounds.ts'

/*
 * What an attacker can still find out, because `method.md` asks for the figures that tell it. Numbers are of all rounds
 * of a shape, counted once with `attacker.ts`, and of made-up rounds with a spread of 0.6 to 0.9 steps.
 *
 * - Words with fewer than ten ratings (rule 5). A word tells of the spread, a cell's score of the sum: together they can
 *   pin an item. Two items in a cell: some pair of colluders pins somebody in 0.2 to 0.7 % of cells at five ratings (1,338
 *   of all 118,755 rounds; only `divided` is said there), 0.9 % at six (2,090 of 593,775), 0.6 % at seven and 0.1 % from
 *   eight; four items in a cell: below 0.1 %. For a given pair it is less than 0.1 % each time. Words are therefore left
 *   out where they would tell more: at five ratings, on fewer than five steps, of an item that makes up a cell.
 * - Scales of three steps when ten or more came later: 24 of 4,356 rounds of 10 and then 10 people with one item; and when
 *   five of ten changed their only item: 42 of 27,027.
 * - Words of change when a round was reopened and closed again with others in it: the two words are about nearly the same
 *   people. Since an earlier round of which every answer is known, one item on five steps, 6 people and then 5 more: some
 *   pair of colluders pins somebody in at most 108 of 26,460 rounds; on three steps in at most 29 of 2,376 (10 and then 7).
 *   Interim releases therefore say no word. And where people skip items: 9 of 38,760 rounds of 6 with two items on three
 *   steps.
 * - Words after words, in a round without scores of which an item had five to nine ratings at first: then from ten it has a
 *   word again and no figures. The two words together pin somebody for some pair of colluders in 4 of 15,876 rounds of 5
 *   and then 5 people on five steps, at most in 17 of 26,460 (6 and then 5) and on seven steps in 7 of 213,444.
 */

function round(sheets: readonly string[]): Round {
  return {
    instrument: instrumentOf([2]),
    people: sheets.map((sheet) => ({ group: null, sheets: [sheet] })),
    releases: 1,
    rules: ALL_RULES,
  }
}

/** Every way in which three others can have answered, when two are known: which of these read the same. */
function othersThatReadTheSame(colluders: readonly string[], others: readonly string[]): string[][] {
  const sheets = Array.from({ length: 25 }, (_, index) => `${Math.floor(index / 5) + 1}${(index % 5) + 1}`)
  const published = documentOf(round([...colluders, ...others]))
  return sheets.flatMap((one, first) =>
    sheets.slice(first).flatMap((two, second) =>
      sheets.slice(first + second).flatMap((three) => {
        const possible = [one, two, three]
        return documentOf(round([...colluders, ...possible])) === published ? [possible] : []
      }),
    ),
  )
}

test('known limit: at five ratings `divided` and the score of a cell of two items can tell what others answered', () => {
  const possible = othersThatReadTheSame(['13', '14'], ['11', '11', '12'])
  expect(new Set(possible.flat().map((sheet) => sheet[0]))).toEqual(new Set(['1']))
})

test('where nothing is said in words others always could have answered otherwise', () => {
  const possible = othersThatReadTheSame(['23', '34'], ['33', '33', '33'])
  expect(possible.length).toBeGreaterThan(10)
  expect(new Set(possible.flat().map((sheet) => sheet[0])).size).toBeGreaterThan(1)
})

test('known limit: of items that stand for themselves a word after a word can tell what those who came later answered', () => {
  const instrument = { ...instrumentOf([1]), scores: false }
  const documentAfter = (first: readonly string[], later: readonly string[]) => {
    const people = [
      ...first.map((sheet) => ({ group: null, sheets: [sheet, sheet] })),
      ...later.map((sheet) => ({ group: null, sheets: [null, sheet] })),
    ]
    return documentOf({ instrument, people, releases: 2, rules: ALL_RULES })
  }
  const steps = ['1', '2', '3', '4', '5']
  const first = ['2', '2', '3', '4', '5']
  const published = documentAfter(first, ['3', '3', '3', '3', '3'])
  const alike = steps.flatMap((one) =>
    steps.filter((two) => documentAfter(first, [one, two, '3', '3', '3']) === published).map((two) => one + two),
  )
  expect(alike).toEqual(['33'])
})
