import { expect, test } from 'vitest'
import type { Instrument } from '../../server/domain/instrument.ts'
import type { Contributor } from '../../server/release/contributors.ts'
import { makeRelease } from '../../server/release/release.ts'
import { rulesOf } from '../../server/release/rules.ts'

const INSTRUMENT: Instrument = {
  dimensions: ['human'],
  perspectives: ['internal'],
  horizons: ['now'],
  scale: { min: 1, max: 5 },
  balance: false,
  items: [{ id: 'i01', dimension: 'human', perspective: 'internal', reverse: false }],
}

/** So many of each group; of the last one everybody says not to know. */
function shareOf(group: string, people: Readonly<Record<string, number>>): number | null | undefined {
  const groups = Object.keys(people)
  const contributors = groups.flatMap((name) =>
    Array.from({ length: people[name] ?? 0 }, (_, index): Contributor => {
      const answers = name === groups.at(-1) ? '?' : String((index % 5) + 1)
      return { respondentId: `${name}-${index}`, group: name, answers }
    }),
  )
  const made = makeRelease({
    instrument: INSTRUMENT,
    groups,
    contributors,
    earlier: [],
    rules: rulesOf('anonymous', 5),
  })
  return made?.figures.groups[group]?.horizons?.['now']?.dimensions['human']?.unknownShare
}

test('how many of a group did not know is not said when it tells the same of one person beside it', () => {
  expect(shareOf('staff', { staff: 12, management: 1 })).toBeNull()
  expect(shareOf('staff', { staff: 12, management: 4 })).toBeNull()
})

test('it is said when nobody, or enough people, are beside the groups of which it is said', () => {
  expect(shareOf('staff', { staff: 12, management: 6 })).toBe(0)
  expect(shareOf('staff', { staff: 12, customer: 6, management: 2 })).toBe(0)
  expect(shareOf('customer', { staff: 12, customer: 6, management: 2 })).toBeNull()
})
