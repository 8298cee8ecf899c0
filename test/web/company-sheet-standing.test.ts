import { describe, expect, it } from 'vitest'
import type { CompanySheet } from '../../server/contract/company-sheets.ts'
import type { Answer } from '../../server/contract/responses.ts'
import { remarksOn } from '../../web/company-sheet/consistency.ts'
import { countOf, EVERYTHING, passes } from '../../web/company-sheet/filtering.ts'
import { meaningOf } from '../../web/company-sheet/key-meaning.ts'
import { withOwn } from '../../web/company-sheet/overlay.ts'
import {
  coverageOf,
  itemOrder,
  standingOfItem,
  standingOfTheme,
  whereToGoOn,
} from '../../web/company-sheet/standing.ts'
import { webAddress } from '../../web/company-sheet/web-address.ts'

const THREE: Answer = { rating: 3 }
const NOT_APPLICABLE: Answer = { missing: 'not_applicable' }
const WORK = { assignedTo: null, certainty: null, note: '', link: null, revision: 1 } as const

/** A sheet of four questions in two themes, about now and later; `answers` by question and moment. */
function sheetOf(
  answers: Record<string, Record<string, Answer>> = {},
  changes: Partial<CompanySheet> = {},
): CompanySheet {
  const stored = (answer: Answer) => ({ answer, opId: 'an-operation', by: 'sanne', at: null })
  return {
    round: {
      id: 'round',
      title: 'Round',
      period: '2026-Q4',
      state: 'open',
      horizons: ['now', 'ahead'],
      scale: { min: 1, max: 5 },
      dueAt: null,
    },
    me: 'alice',
    mayWrite: true,
    mayRemoveAny: true,
    takesFigures: true,
    stems: { nl: {}, en: {} },
    steps: { nl: {}, en: {} },
    themes: [
      { code: 'one', name: null, items: ['i1', 'i2'] },
      { code: 'two', name: null, items: ['i3', 'i4'] },
    ],
    items: ['i1', 'i2', 'i3', 'i4'].map((id) => ({ id, texts: {} })),
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, byHorizon]) => [
        id,
        Object.fromEntries(Object.entries(byHorizon).map(([horizon, answer]) => [horizon, stored(answer)])),
      ]),
    ),
    conflicts: [],
    work: {},
    files: [],
    facts: [],
    previous: null,
    people: [],
    here: [],
    signedOff: null,
    ...changes,
  }
}

const conflictAt = (itemId: string) => ({
  id: 'other',
  itemId,
  horizon: 'now',
  answer: THREE,
  by: 'bram',
  at: '2026-12-01T10:00:00.000Z',
})
const both = (answer: Answer) => ({ now: answer, ahead: answer })
const firstTheme = (sheet: CompanySheet) =>
  standingOfTheme(sheet, sheet.themes[0] ?? { code: '', name: null, items: [] })

describe('how far a question and a theme are', () => {
  it('is said in three words, and a question is done when every moment has an answer', () => {
    const sheet = sheetOf({ i1: both(THREE), i2: { now: THREE } })
    expect(['i1', 'i2', 'i3'].map((id) => standingOfItem(sheet, id))).toEqual(['done', 'busy', 'not-begun'])
    expect(firstTheme(sheet)).toBe('busy')
    expect(firstTheme(sheetOf())).toBe('not-begun')
    expect(firstTheme(sheetOf({ i1: both(THREE), i2: both(NOT_APPLICABLE) }))).toBe('done')
  })

  it('is not done while two answers wait for a choice', () => {
    const sheet = sheetOf({ i1: both(THREE), i2: both(THREE) }, { conflicts: [conflictAt('i2')] })
    expect(standingOfItem(sheet, 'i2')).toBe('busy')
    expect(firstTheme(sheet)).toBe('busy')
  })

  it('counts not known and not applicable as answers', () => {
    const almost = sheetOf({
      i1: both({ missing: 'unknown' }),
      i2: both(NOT_APPLICABLE),
      i3: both(THREE),
      i4: { now: THREE },
    })
    expect(coverageOf(almost)).toEqual({ answered: 7, asked: 8 })
  })
})

describe('where somebody goes on', () => {
  it('is the question where they were, as long as it is not done', () => {
    expect(whereToGoOn(sheetOf({ i3: { now: THREE } }), 'i3')).toBe('i3')
    expect(whereToGoOn(sheetOf({ i2: both(THREE) }), 'i2')).toBe('i3')
  })

  it('is first what is in their own name, then what is in nobody’s', () => {
    const sheet = sheetOf({}, { work: { i1: { ...WORK, assignedTo: 'bram' }, i4: { ...WORK, assignedTo: 'alice' } } })
    expect(whereToGoOn(sheet, undefined)).toBe('i4')
    expect(whereToGoOn(sheetOf({}, { work: { i1: { ...WORK, assignedTo: 'bram' } } }), undefined)).toBe('i2')
  })

  it('is nowhere once all is done, and never at a question that is not asked', () => {
    const done = Object.fromEntries(itemOrder(sheetOf()).map((id) => [id, both(THREE)]))
    expect(whereToGoOn(sheetOf(done), 'i2')).toBeUndefined()
    expect(whereToGoOn(sheetOf(), 'i99')).toBe('i1')
  })
})

describe('a filter', () => {
  const sheet = sheetOf(
    { i1: both(THREE) },
    {
      conflicts: [conflictAt('i3')],
      work: { i1: { ...WORK, assignedTo: 'alice', certainty: 'measured' }, i2: { ...WORK, assignedTo: 'bram' } },
    },
  )

  it('shows one’s own, what is not done, and where two answers stand', () => {
    const shown = (which: 'mine' | 'open' | 'conflicts') =>
      itemOrder(sheet).filter((id) => passes(sheet, id, { ...EVERYTHING, which }))
    expect(shown('mine')).toEqual(['i1'])
    expect(shown('open')).toEqual(['i2', 'i3', 'i4'])
    expect(shown('conflicts')).toEqual(['i3'])
    expect(countOf(sheet, 'all')).toBe(4)
  })

  it('shows by how sure the team is, and what nobody said so of', () => {
    expect(passes(sheet, 'i1', { which: 'all', certainty: 'measured' })).toBe(true)
    expect(passes(sheet, 'i1', { which: 'all', certainty: 'none' })).toBe(false)
    expect(passes(sheet, 'i4', { which: 'all', certainty: 'none' })).toBe(true)
  })
})

describe('what deserves a second look', () => {
  it('is nothing where all fits', () => {
    expect(remarksOn(sheetOf({ i1: both(THREE) }), 'i1')).toEqual([])
    expect(remarksOn(sheetOf(), 'i1')).toEqual([])
  })

  it('is a moment without an answer where the other has one, and “does not apply” without a reason', () => {
    expect(remarksOn(sheetOf({ i1: { now: THREE } }), 'i1')).toEqual(['half'])
    expect(remarksOn(sheetOf({ i1: both(NOT_APPLICABLE) }), 'i1')).toEqual(['no-reason'])
    expect(remarksOn(sheetOf({ i1: both({ missing: 'not_applicable', reason: 'No buildings' }) }), 'i1')).toEqual([])
    expect(remarksOn(sheetOf({ i1: { now: NOT_APPLICABLE, ahead: THREE } }), 'i1')).toEqual([
      'not-everywhere',
      'no-reason',
    ])
  })

  it('is “measured” or “audited” without anything that shows it, or without a step', () => {
    const audited = { i1: { ...WORK, certainty: 'audited' as const } }
    expect(remarksOn(sheetOf({ i1: both(THREE) }, { work: audited }), 'i1')).toEqual(['no-evidence'])
    const noted = { i1: { ...audited.i1, note: 'Report, page 3' } }
    expect(remarksOn(sheetOf({ i1: both(THREE) }, { work: noted }), 'i1')).toEqual([])
    expect(remarksOn(sheetOf({ i1: both({ missing: 'unknown' }) }, { work: noted }), 'i1')).toEqual(['sure-of-nothing'])
  })

  it('is two answers before anything else', () => {
    expect(remarksOn(sheetOf({ i1: { now: THREE } }, { conflicts: [conflictAt('i1')] }), 'i1')).toEqual([
      'conflict',
      'half',
    ])
  })
})

describe('what the reader did, over what was read', () => {
  it('shows at once, and keeps in mind which answer it was given over', () => {
    const own = { itemId: 'i1', horizon: 'now', answer: { rating: 5 }, over: 'an-operation', opId: null, at: null }
    const shown = withOwn(sheetOf({ i1: both(THREE) }), [own], {})
    expect(shown.answers['i1']?.['now']).toEqual({ answer: { rating: 5 }, opId: 'an-operation', by: 'alice', at: null })
    expect(shown.answers['i1']?.['ahead']?.answer).toEqual(THREE)
  })

  it('shows nothing where an answer was taken back', () => {
    const own = { itemId: 'i1', horizon: 'now', answer: null, over: 'an-operation', opId: null, at: null }
    expect(Object.keys(withOwn(sheetOf({ i1: both(THREE) }), [own], {}).answers['i1'] ?? {})).toEqual(['ahead'])
  })
})

describe('a key', () => {
  const inside = (selector: string) => ({ closest: (wanted: string) => (wanted.includes(selector) ? {} : null) })
  const inNothing = { closest: () => null }

  it('chooses, goes on, and takes over the last quarter', () => {
    expect(meaningOf('4', inNothing)).toEqual({ does: 'step', rating: 4 })
    expect(meaningOf('?', inNothing)).toEqual({ does: 'unknown' })
    expect(meaningOf('=', inNothing)).toEqual({ does: 'same' })
    expect(meaningOf('ArrowRight', inNothing)).toEqual({ does: 'next' })
    expect(meaningOf('x', inNothing)).toBeUndefined()
  })

  it('does nothing while somebody types, and leaves to buttons and radios what is theirs', () => {
    for (const key of ['4', '?', '=', 'Enter', 'ArrowRight']) expect(meaningOf(key, inside('textarea'))).toBeUndefined()
    expect(meaningOf('Enter', inside('button'))).toBeUndefined()
  })
})

describe('a web address', () => {
  it('gets its beginning where somebody left it out, and is refused when it is none', () => {
    expect(webAddress('example.org/report')).toBe('https://example.org/report')
    expect(webAddress('  http://example.org ')).toBe('http://example.org')
    for (const typed of ['', 'a report', 'javascript:alert(1)', 'file:///etc/passwd', 'mailto:a@example.org'])
      expect(webAddress(typed), typed).toBeUndefined()
  })
})
