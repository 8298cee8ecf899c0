import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LineageFile } from '../../server/contract/instruments.ts'
import { Instruments, type LoadedInstrument, loadInstruments } from '../../server/instruments.ts'
import { lineagesBetween } from '../../server/lineage.ts'
import { DATA_ROOT } from '../../server/paths.ts'

const [six] = loadInstruments([join(DATA_ROOT, 'instruments')])
  .list()
  .filter(({ id }) => id === 'six-capitals')

/** A version that says of itself that it came from this one. */
function version(number: string, from?: string): LoadedInstrument {
  if (six === undefined) throw new Error('there is no questionnaire')
  const lineage: LineageFile | undefined = from === undefined ? undefined : { from, items: [], dropped: [] }
  return { ...six, version: number, lineage }
}

test('a walk along lineages ends, whatever they say: at itself, in a ring, or at a later version', () => {
  const first = version('1.0.0')
  for (const others of [
    [version('1.1.0', '1.1.0')],
    [version('1.1.0', '1.2.0'), version('1.2.0', '1.1.0')],
    [version('1.1.0', '1.2.0'), version('1.2.0')],
  ]) {
    const [later] = others
    if (later === undefined) continue
    expect(lineagesBetween(new Instruments([first, ...others]), first, later)).toBe(undefined)
  }
  const [second, third] = [version('1.1.0', '1.0.0'), version('1.10.0', '1.1.0')]
  expect(lineagesBetween(new Instruments([first, second, third]), first, third)).toEqual([[], []])
})
