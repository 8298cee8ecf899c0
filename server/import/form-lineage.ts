import { LOCALES } from '../contract/common.ts'
import type { LineageFile } from '../contract/instruments.ts'
import type { BroughtInstrument, LoadedInstrument } from '../instruments.ts'

/** What became of the items of a version in the next one, by their ids. */
export interface FormSteps {
  readonly kept: readonly string[]
  /** `mayCompare`: people answer about the same thing on the same scale; whether it means the same is for a person. */
  readonly reworded: readonly { readonly id: string; readonly mayCompare: boolean }[]
  readonly added: readonly string[]
  readonly dropped: readonly string[]
}

type Side = Pick<LoadedInstrument, 'items' | 'texts' | 'scale'>

/** Compares two versions by the ids of their items. The same id with the same words is kept. */
export function stepsBetween(earlier: Side, later: Side): FormSteps {
  const before = new Map(earlier.items.map((item) => [item.id, item]))
  const after = new Set(later.items.map(({ id }) => id))
  const isSameScale =
    earlier.scale.min === later.scale.min &&
    earlier.scale.max === later.scale.max &&
    earlier.scale.kind === later.scale.kind
  const kept: string[] = []
  const reworded: { id: string; mayCompare: boolean }[] = []
  for (const item of later.items) {
    const was = before.get(item.id)
    if (was === undefined) continue
    const mayCompare =
      isSameScale &&
      was.dimension === item.dimension &&
      was.perspective === item.perspective &&
      was.reverse === item.reverse
    if (mayCompare && hasSameWords(earlier, later, item.id)) kept.push(item.id)
    else reworded.push({ id: item.id, mayCompare })
  }
  return {
    kept,
    reworded,
    added: later.items.flatMap(({ id }) => (before.has(id) ? [] : [id])),
    dropped: earlier.items.flatMap(({ id }) => (after.has(id) ? [] : [id])),
  }
}

/** What who answers reads of an item: its question, the words of every step, and the help beside it. */
function hasSameWords(earlier: Side, later: Side, id: string): boolean {
  return LOCALES.every((locale) => {
    const [was, is] = [earlier, later].map(({ texts: { [locale]: text }, scale }) => {
      const { question, anchors, explanation, example } = text.items[id] ?? {}
      const steps = Array.from({ length: scale.max - scale.min + 1 }, (_, step) => {
        const name = String(scale.min + step)
        return [text.scale[name], anchors?.[name]]
      })
      return JSON.stringify([question, explanation, example, steps, text.horizons])
    })
    return was === is
  })
}

/** The lineage that follows, with the reworded items that a person said are comparable. */
export function lineageOf(from: string, steps: FormSteps, comparable: ReadonlySet<string>): LineageFile {
  return {
    from,
    items: [
      ...steps.kept.map((id) => ({ id, kind: 'kept' as const, was: [id], comparable: true, why: WHY.kept })),
      ...steps.reworded.map(({ id, mayCompare }) => {
        const isComparable = mayCompare && comparable.has(id)
        return { id, kind: 'reworded' as const, was: [id], comparable: isComparable, why: WHY.reworded }
      }),
      ...steps.added.map((id) => ({ id, kind: 'new' as const, was: [], comparable: false, why: WHY.new })),
    ],
    dropped: steps.dropped.map((id) => ({ id, why: WHY.dropped })),
  }
}

/** Read by who makes instruments, never by who answers. */
const WHY = {
  kept: 'same name and same words',
  reworded: 'same name, other words',
  new: 'a name that was not there',
  dropped: 'the name is not there any more',
} as const

/** Whether two versions are the same in everything, so that the later one says nothing new. */
export function isSameForm(earlier: LoadedInstrument, later: BroughtInstrument): boolean {
  const { id: _, version: __, lineage: ___, contentHash: ____, ...was } = earlier
  return canonical(was) === canonical(later)
}

/** JSON with the fields of every object in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
