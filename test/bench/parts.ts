import { type Figure, printFigures } from './figures.ts'

/** A command's parts by name; each measures some figures. */
export type Parts = Readonly<Record<string, () => Promise<readonly Figure[]>>>

/**
 * Measures the parts that were asked for, all of them when none was, and prints their figures. A part that fails is a row
 * that is short: what was measured before is printed all the same.
 *
 * @returns the exit code: 1 when a figure is short.
 * @throws {RangeError} there is no part of this name.
 */
export async function measureParts(parts: Parts, wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !Object.hasOwn(parts, name))
  if (unknown.length > 0)
    throw new RangeError(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)
  const figures: Figure[] = []
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    try {
      figures.push(...(await measure()))
    } catch (error) {
      console.error(error)
      figures.push({ name: `${name}: could not be measured`, measured: 'failed', bar: '-', holds: false })
    }
  }
  return printFigures(figures)
}
