import { describe, expect, it } from 'vitest'
import { newestOfEach, versionChanges } from '../../web/new-round/version-changes.ts'
import { foreseeHiding, periodsAround } from '../../web/pages/new-round-plan.ts'
import { sixCapitals } from '../support/words.ts'

describe('the plan of a new round', () => {
  it('has quarters around the day, and years', () => {
    expect(periodsAround(new Date('2026-11-22'))).toEqual([
      '2027-Q2',
      '2027-Q1',
      '2026-Q4',
      '2026-Q3',
      '2026-Q2',
      '2026-Q1',
      '2025-Q4',
      '2026',
      '2025',
    ])
  })

  it('foresees what is hidden when few are expected', () => {
    expect(foreseeHiding({ isAnonymous: true, expected: 4, groups: 0 })).toBe('everything')
    expect(foreseeHiding({ isAnonymous: true, expected: 9, groups: 2 })).toBe('a-group')
    expect(foreseeHiding({ isAnonymous: false, expected: 2, groups: 2 })).toBeUndefined()
  })
})

describe('the versions of a questionnaire', () => {
  const instrument = sixCapitals()

  it('are offered newest first, by number and not by letter', () => {
    const known = ['1.9.0', '1.10.0', '1.0.0'].map((version) => ({ id: 'one', version }))
    expect(newestOfEach([...known, { id: 'other', version: '1.0.0' }])).toEqual([
      { newest: { id: 'one', version: '1.10.0' }, versions: ['1.10.0', '1.9.0', '1.0.0'] },
      { newest: { id: 'other', version: '1.0.0' }, versions: ['1.0.0'] },
    ])
  })

  it('tell which questions changed, and which of them cannot be put beside answers of before', () => {
    const line = (id: string, kind: 'kept' | 'reworded' | 'new', comparable: boolean) => {
      return { id, kind, was: kind === 'new' ? [] : [id], comparable, why: 'because' }
    }
    const items = [line('i01', 'kept', true), line('i02', 'reworded', true), line('i03', 'new', false)]
    const later = { ...instrument, lineage: { from: instrument.version, items, dropped: [{ id: 'i04', why: 'x' }] } }
    const topic = (id: string) => instrument.items.find((item) => item.id === id)?.texts.nl.topic
    expect(versionChanges(later, instrument, 'nl')).toEqual({
      from: instrument.version,
      kept: 1,
      comparable: [topic('i02')],
      apart: [topic('i03')],
      gone: [topic('i04')],
    })
    expect(versionChanges({ ...instrument, lineage: null }, undefined, 'nl')).toBeUndefined()
  })
})
