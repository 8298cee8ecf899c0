import type { InstrumentFile } from './contract/instruments.ts'

/**
 * What is wrong with the items of an instrument, in English for who makes instruments: each stands once, and belongs to a
 * dimension, a perspective and a theme that there is.
 *
 * @returns pairs of the word to look for in `instrument.json` and the fault.
 */
export function* itemFaults(instrument: InstrumentFile): Generator<readonly [sought: string, fault: string]> {
  const seen = new Set<string>()
  if (instrument.balance && !instrument.scores) yield ['"scores"', 'without scores there is no balance']
  for (const item of instrument.items) {
    const at = `"${item.id}"`
    if (seen.has(item.id)) yield [at, `item ${item.id} stands twice`]
    seen.add(item.id)
    if (!instrument.dimensions.includes(item.dimension))
      yield [at, `item ${item.id} has unknown dimension ${item.dimension}`]
    if (!instrument.perspectives.includes(item.perspective))
      yield [at, `item ${item.id} has unknown perspective ${item.perspective}`]
    if (instrument.themes !== undefined && item.theme === undefined) yield [at, `item ${item.id} has no theme`]
    if (item.theme !== undefined && instrument.themes?.includes(item.theme) !== true)
      yield [at, `item ${item.id} has unknown theme ${item.theme}`]
  }
}
