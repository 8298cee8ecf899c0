import { array, assert, constantFrom, integer, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutMap, type MapLayout, runsOverDiscs, type Spot } from '../../web/network/map-layout.ts'
import { linesThatFit } from '../../web/network/map-text.ts'

const LETTER = 8
const measure = (text: string) => [...text].length * LETTER
const WORDS = ['Dairy', 'Hotel', 'The', 'Energy-cooperative', 'Packagingwholesaleassociation', 'B.', 'of']
const name = array(constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const parties = array(record({ name, lines: integer({ min: 0, max: 6 }) }), { maxLength: 30 })
const width = integer({ min: 288, max: 1100 })

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

describe('the map of a network', () => {
  it('never lets two names meet, nor a name meet the discs of another, on any screen', () => {
    assert(
      property(parties, width, (placed, wide) => {
        const layout = layoutMap(placed, wide, () => measure)
        const names = layout.spots.map((spot) => nameBox(spot, layout))
        const discs = layout.spots.map((spot) => discBox(spot, layout))
        names.forEach((box, at) => {
          for (const other of names.slice(at + 1)) expect(meet(box, other)).toBe(false)
          for (const disc of discs) expect(meet(box, disc)).toBe(false)
        })
        discs.forEach((box, at) => {
          for (const other of discs.slice(at + 1)) expect(meet(box, other)).toBe(false)
        })
      }),
    )
  })

  it('draws no line over the disc of another', () => {
    assert(
      property(parties, width, (placed, wide) => {
        expect(runsOverDiscs(layoutMap(placed, wide, () => measure))).toBe(false)
      }),
    )
  })

  it('stands around a circle as long as that can be read, and in columns on a phone', () => {
    const few = Array.from({ length: 24 }, () => ({ name: 'Hotel The Lime', lines: 2 }))
    const many = Array.from({ length: 24 }, () => ({ name: 'Hotel The Lime', lines: 6 }))
    const hasCircle = (placed: typeof few, wide: number) => 'radius' in layoutMap(placed, wide, () => measure).middle
    expect([hasCircle(few, 1088), hasCircle(few, 704), hasCircle(few, 288), hasCircle(many, 704)]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('keeps everything inside the drawing', () => {
    assert(
      property(parties, width, (placed, wide) => {
        const layout = layoutMap(placed, wide, () => measure)
        for (const spot of layout.spots) {
          for (const box of [nameBox(spot, layout), discBox(spot, layout)]) {
            expect(box.left).toBeGreaterThanOrEqual(0)
            expect(box.right).toBeLessThanOrEqual(layout.width)
            expect(box.top).toBeGreaterThanOrEqual(-1)
            expect(box.bottom).toBeLessThanOrEqual(layout.height + 1)
          }
        }
      }),
    )
  })

  it('has a place for every party and every line, in the order in which they are given', () => {
    assert(
      property(parties, width, (placed, wide) => {
        const { spots } = layoutMap(placed, wide, () => measure)
        expect(spots.map(({ discs }) => discs.length)).toEqual(placed.map(({ lines }) => Math.max(1, lines)))
        for (const { discs, ends } of spots) expect(ends).toHaveLength(discs.length)
      }),
    )
  })
})

describe('a name on the map', () => {
  it('fits in its room, and nothing is left out but behind an ellipsis', () => {
    assert(
      property(string({ maxLength: 80 }), integer({ min: 60, max: 400 }), (given, room) => {
        const lines = linesThatFit(given.trim(), room, 3, measure)
        expect(lines.length).toBeLessThanOrEqual(3)
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(room)
        if (!lines.at(-1)?.endsWith('…')) {
          expect(lines.join('').replaceAll(/\s/g, '')).toBe(given.trim().replaceAll(/\s/g, ''))
        }
      }),
    )
  })

  it('breaks at spaces and behind hyphens, and a long word anywhere', () => {
    expect(linesThatFit('Hotel De Linde', 80, 3, measure)).toEqual(['Hotel De', 'Linde'])
    expect(linesThatFit('ROC Midden-Nederland', 88, 3, measure)).toEqual(['ROC Midden-', 'Nederland'])
    expect(linesThatFit('Verpakkingsgroothandel', 80, 3, measure)).toEqual(['Verpakking', 'sgroothand', 'el'])
    expect(linesThatFit('Stichting Samen Werken Aan Groei', 80, 2, measure)).toEqual(['Stichting', 'Samen Wer…'])
  })
})

function nameBox({ name: { x, y, lines, anchor } }: Spot, { sizes }: MapLayout): Box {
  const wide = Math.max(0, ...lines.map(measure))
  const left = anchor === 'start' ? x : x - wide
  const top = y - sizes.lineHeight / 2
  return { left, right: left + wide, top, bottom: top + lines.length * sizes.lineHeight }
}

function discBox({ discs }: Spot, { sizes: { disc } }: MapLayout): Box {
  const [xs, ys] = [discs.map(({ x }) => x), discs.map(({ y }) => y)]
  return {
    left: Math.min(...xs) - disc,
    right: Math.max(...xs) + disc,
    top: Math.min(...ys) - disc,
    bottom: Math.max(...ys) + disc,
  }
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
