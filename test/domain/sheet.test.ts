import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyOperations, countLateOperations, type Sheet, type SheetOperation } from '../../server/domain/sheet.ts'

const EMPTY: Sheet = { answers: '....', reasons: {}, operations: [], late: [] }
const COLLECTING = { isCollecting: true, isOpen: false }
const CLOSED = { isCollecting: false, isOpen: false }
const OPEN = { isCollecting: true, isOpen: true }

function operation(changes: Partial<SheetOperation> = {}): SheetOperation {
  return { opId: 'op-a', slot: 0, seq: 1, character: '4', ...changes }
}

function take(sheet: Sheet, operations: readonly SheetOperation[], taking = COLLECTING) {
  return applyOperations(sheet, operations, taking)
}

describe('a sheet', () => {
  test('keeps the answer and the operation that gave it', () => {
    const { sheet, statuses } = take(EMPTY, [operation()])
    expect(statuses).toEqual(['applied'])
    expect(sheet).toEqual({ answers: '4...', reasons: {}, operations: ['op-a 1', '', '', ''], late: [] })
  })

  test('knows an operation that is delivered twice, and changes nothing', () => {
    const once = take(EMPTY, [operation()]).sheet
    const again = take(once, [operation()])
    expect(again.statuses).toEqual(['duplicate'])
    expect(again.sheet).toBe(once)
  })

  test.each([
    ['another answer', { character: '5' }],
    ['another place', { slot: 1 }],
    ['another sequence number', { seq: 2 }],
    ['another reason', { reason: 'because' }],
  ])('refuses an operation id that is used again for %s', (_what, changes) => {
    const once = take(EMPTY, [operation()]).sheet
    const again = take(once, [operation(changes)])
    expect(again.statuses).toEqual(['reused'])
    expect(again.sheet).toBe(once)
  })

  test('calls an older change stale, in whatever order they arrive', () => {
    const { sheet, statuses } = take(EMPTY, [operation({ opId: 'op-b', seq: 2, character: '2' }), operation()])
    expect(statuses).toEqual(['applied', 'stale'])
    expect(sheet.answers).toBe('2...')
  })

  test('lets the larger operation id win when two devices used the same sequence number', () => {
    const small = operation({ opId: 'op-a', character: '1' })
    const large = operation({ opId: 'op-b', character: '5' })
    expect(take(EMPTY, [small, large]).sheet.answers).toBe('5...')
    expect(take(EMPTY, [large, small]).sheet.answers).toBe('5...')
  })

  test('takes an answer back, with its reason', () => {
    const given = take(EMPTY, [operation({ character: '-', reason: 'no shop' })]).sheet
    expect(given.reasons).toEqual({ 0: 'no shop' })
    const taken = take(given, [operation({ opId: 'op-b', seq: 2, character: '.' })]).sheet
    expect([taken.answers, taken.reasons]).toEqual(['....', {}])
  })

  test('keeps what comes after closing apart, and counts it in when the round is reopened', () => {
    const closed = take(EMPTY, [operation()]).sheet
    const late = take({ ...closed, operations: [] }, [operation({ opId: 'op-b', seq: 2, character: '1' })], CLOSED)
    expect(late.statuses).toEqual(['late'])
    expect(late.sheet.answers).toBe('4...')
    expect(countLateOperations(late.sheet)).toMatchObject({ answers: '1...', late: [] })
  })

  test('keeps a late operation once, however often it is delivered', () => {
    const { sheet, statuses } = take(EMPTY, [operation(), operation()], CLOSED)
    expect(statuses).toEqual(['late', 'late'])
    expect(sheet.late).toHaveLength(1)
  })

  test('says conflict in an open round when another operation stands than the one to be replaced', () => {
    const given = take(EMPTY, [operation()], OPEN).sheet
    const other = operation({ opId: 'op-c', seq: 2, character: '1', replaces: 'op-b' })
    expect(take(given, [other], OPEN).statuses).toEqual(['conflict'])
    expect(take(given, [{ ...other, replaces: 'op-a' }], OPEN).statuses).toEqual(['applied'])
  })

  test('throws on a place that it does not have', () => {
    expect(() => take(EMPTY, [operation({ slot: 4 })])).toThrow(RangeError)
  })
})

describe('however deliveries repeat and overtake each other', () => {
  const operations = fc.uniqueArray(
    fc.record({
      opId: fc.uuid(),
      slot: fc.nat({ max: 3 }),
      seq: fc.nat({ max: 5 }),
      character: fc.constantFrom('1', '2', '3', '4', '5', '?', '-', '.'),
    }),
    { selector: ({ opId }) => opId, minLength: 1, maxLength: 12 },
  )
  const deliveries = operations.chain((made) =>
    fc.tuple(fc.constant(made), fc.array(fc.constantFrom(...made), { maxLength: 30 })),
  )

  test('property: the sheet ends as if each operation had come exactly once, in order', () => {
    fc.assert(
      fc.property(deliveries, fc.boolean(), ([made, repeats], repeatsFirst) => {
        const delivered = repeatsFirst ? [...repeats, ...made] : [...made, ...repeats, ...made.toReversed()]
        let sheet = EMPTY
        for (const one of delivered) sheet = take(sheet, [one]).sheet
        const expected = ['.', '.', '.', '.']
        const inOrder = made.toSorted((a, b) => a.seq - b.seq || (a.opId < b.opId ? -1 : 1))
        for (const { slot, character } of inOrder) expected[slot] = character
        expect(sheet.answers).toBe(expected.join(''))
      }),
      { numRuns: 1_000 },
    )
  })

  test('property: one call with many operations does the same as many calls with one', () => {
    fc.assert(
      fc.property(operations, (made) => {
        let sheet = EMPTY
        for (const one of made) sheet = take(sheet, [one]).sheet
        expect(take(EMPTY, made).sheet).toEqual(sheet)
      }),
    )
  })
})
