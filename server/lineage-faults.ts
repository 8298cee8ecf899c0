import type { InstrumentFile, LineageFile } from './contract/instruments.ts'

/**
 * What is wrong with the lineage of a version, in English for who makes instruments: every item of both versions has its
 * place, the kind is what it says, and only answers that mean the same are comparable.
 *
 * @returns pairs of the words to look for in `lineage.json` and the fault.
 */
export function* lineageFaults(
  earlier: InstrumentFile,
  later: InstrumentFile,
  { items, dropped }: LineageFile,
): Generator<readonly [sought: string, fault: string]> {
  const before = new Map(earlier.items.map((item) => [item.id, item]))
  const now = new Map(later.items.map((item) => [item.id, item]))
  const uses = (id: string) => items.filter(({ was }) => was.includes(id)).length
  const isSameScale = earlier.scale.min === later.scale.min && earlier.scale.max === later.scale.max
  for (const id of now.keys())
    if (items.filter((item) => item.id === id).length !== 1) yield [id, `item ${id} does not stand here once`]
  for (const { id, kind, was, comparable } of items) {
    const at = `"${id}"`
    const item = now.get(id)
    if (item === undefined) yield [at, `item ${id} is not in this version`]
    for (const one of was) if (!before.has(one)) yield [at, `item ${id} was ${one}, which the version before has not`]
    const [only] = was
    const isOne = was.length === 1 && only !== undefined
    const fits = {
      kept: isOne && uses(only) === 1,
      reworded: isOne && uses(only) === 1,
      split: isOne && uses(only) > 1,
      merged: was.length > 1,
      new: was.length === 0,
    }
    if (!fits[kind]) yield [at, `item ${id} is not ${kind}: it was ${was.length === 0 ? 'nothing' : was.join(', ')}`]
    if (kind === 'kept' && !comparable) yield [at, `item ${id} was kept, and then it is comparable`]
    if (!comparable || item === undefined) continue
    const origin = only === undefined ? undefined : before.get(only)
    const isSame =
      origin?.dimension === item.dimension && origin.perspective === item.perspective && origin.reverse === item.reverse
    if (!isOne || !isSame || !isSameScale) yield [at, `answers to item ${id} mean something else than before`]
  }
  for (const id of before.keys()) {
    const isDropped = dropped.some((item) => item.id === id)
    if (isDropped === uses(id) > 0)
      yield [`"${id}"`, `item ${id} of the version before is nowhere, or here and dropped`]
  }
}
