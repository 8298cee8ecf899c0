import { setImmediate } from 'node:timers/promises'

/**
 * A document as JSON text in parts, so that a large one neither stands in memory whole nor keeps others waiting: a list
 * comes element by element.
 */
export async function* jsonParts(document: Readonly<Record<string, unknown>>): AsyncGenerator<string> {
  yield '{'
  for (const [index, [key, value]] of Object.entries(document).entries()) {
    yield `${index > 0 ? ',' : ''}\n${JSON.stringify(key)}:`
    if (Array.isArray(value)) yield* listParts(value)
    else yield JSON.stringify(value) ?? 'null'
  }
  yield '\n}\n'
}

async function* listParts(list: readonly unknown[]): AsyncGenerator<string> {
  yield '['
  for (const [index, element] of list.entries()) {
    await setImmediate()
    yield `${index > 0 ? ',' : ''}\n${JSON.stringify(element)}`
  }
  yield ']'
}
