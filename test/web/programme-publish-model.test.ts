import { describe, expect, it } from 'vitest'
import type { ProgrammePreview } from '../../server/contract/programme-releases.ts'
import { cohortSize, countShown, hiddenRows } from '../../web/programme/publish-model.ts'

type Row = ProgrammePreview['rows'][number]
type Cell = Row['cells'][number]

function rowOf(id: string, cells: readonly Partial<Cell>[]): Row {
  const told = { count: 6, reason: null }
  const address = { horizon: 'now', dimension: 'human', perspective: 'all', n: 6, reason: null, told, stands: false }
  return { kind: 'park', id, name: id, cells: cells.map((cell) => ({ ...address, ...cell })) }
}

describe('what stays out of a publication', () => {
  it('is told by reason, with the capitals only where others go in', () => {
    const rows = [
      rowOf('shown', [{}, { dimension: 'natural' }]),
      rowOf('few', [
        { n: 2, reason: 'too-few' },
        { dimension: 'natural', n: 3, reason: 'too-few' },
      ]),
      rowOf('partly', [{}, { dimension: 'natural', reason: 'complement' }]),
      rowOf('silent', [{ n: 0, reason: 'too-few' }]),
      rowOf('kept', [
        { reason: 'complement', stands: true },
        { dimension: 'natural', n: 4, reason: 'too-few', stands: true },
      ]),
    ]
    const told = [...hiddenRows(rows)].map(([why, of]) => [
      why,
      of.map(({ row, n, capitals }) => [row.id, n, capitals ?? 'all']),
    ])
    expect(told).toEqual([
      ['too-few', [['few', 3, 'all']]],
      ['complement', [['partly', 6, ['natural']]]],
      ['silent', [['silent', 0, 'all']]],
      ['kept', [['kept', 6, 'all']]],
    ])
  })

  it('is counted over all perspectives, and listed for both together', () => {
    const rows = [rowOf('one', [{}, { perspective: 'internal', reason: 'complement' }])]
    expect(hiddenRows(rows).size).toBe(0)
    expect(countShown(rows)).toEqual({ shown: 1, all: 2 })
  })

  it('counts a cohort by the whole programme', () => {
    const park = rowOf('one', [{ n: 9 }])
    expect(cohortSize([park, { ...park, kind: 'programme', id: 'all' }])).toBe(9)
    expect(cohortSize([park])).toBe(0)
  })
})
