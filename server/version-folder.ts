import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod'
import { StartError, type StartErrorCode } from './start-error.ts'

/** The folder of one published version of something: JSON files of which every fault is told with file and line. */
export class VersionFolder {
  readonly path: string
  readonly #faulty: StartErrorCode
  readonly #hash = createHash('sha256')

  /** @param faulty The refusal that a fault in these files is. */
  constructor(path: string, faulty: StartErrorCode) {
    this.path = path
    this.#faulty = faulty
  }

  has(name: string): boolean {
    return readdirSync(this.path).includes(name)
  }

  /**
   * The file as this schema has it. It also enters the content hash.
   *
   * @throws {StartError} when it cannot be read, is no JSON or is not as the schema says.
   */
  read<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
    const source = this.#readText(name)
    this.#hash.update(`${name}\0${source.replace(/\r\n/g, '\n')}\0`)
    const json = this.#parse(name, source)
    const result = schema.safeParse(json)
    if (result.success) return result.data
    return this.refuse(
      result.error.issues.map((issue) => {
        const line = lineOfPath(source, json, issue.path)
        return `${join(this.path, name)}:${line} ${issue.path.join('.')} ${issue.message}`
      }),
    )
  }

  /** SHA-256 of the files that were read, in that order; asked once, after the last of them. */
  contentHash(): string {
    return this.#hash.digest('hex')
  }

  /** `path:line` of the last place where these words stand, or of the first line when they do not. */
  placeOf(name: string, sought: string): string {
    const source = this.#readText(name)
    return `${join(this.path, name)}:${lineAt(source, Math.max(0, source.lastIndexOf(sought)))}`
  }

  /** @throws {StartError} always, with these faults as its details. */
  refuse(faults: readonly string[], cause?: unknown): never {
    throw new StartError(this.#faulty, { n: faults.length }, { details: faults, cause })
  }

  #readText(name: string): string {
    const path = join(this.path, name)
    try {
      return readFileSync(path, 'utf8')
    } catch (cause) {
      return this.refuse([`${path}:1 cannot be read`], cause)
    }
  }

  #parse(name: string, source: string): unknown {
    try {
      return JSON.parse(source)
    } catch (cause) {
      const line = lineOfSyntaxError(source, String(cause))
      return this.refuse([`${join(this.path, name)}:${line} ${String(cause).replaceAll(/\s+/g, ' ')}`], cause)
    }
  }
}

/** The folders `<root>/<id>/<version>`, by id and then version. */
export function versionFoldersIn(root: string): string[] {
  return foldersIn(root).flatMap((id) => foldersIn(id))
}

function foldersIn(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, name))
    .sort()
}

/** Line on which the deepest named part of a path stands: an array element is found by its `id`, else by its key. */
function lineOfPath(source: string, json: unknown, path: readonly PropertyKey[]): number {
  let from = 0
  let value = json
  for (const step of path) {
    const next: unknown = value !== null && typeof value === 'object' ? Reflect.get(value, step) : undefined
    const id: unknown = next !== null && typeof next === 'object' ? Reflect.get(next, 'id') : undefined
    const sought = typeof step === 'number' ? (typeof id === 'string' ? `"${id}"` : undefined) : `"${String(step)}"`
    const found = sought === undefined ? -1 : source.indexOf(sought, from)
    if (found >= 0) from = found
    value = next
  }
  return lineAt(source, from)
}

function lineAt(source: string, position: number): number {
  return source.slice(0, position).split('\n').length
}

// V8 says either where it stopped or, for an unexpected token in a long text, the ten characters before and after it.
const CHARACTERS_BEFORE_TOKEN = 10

function lineOfSyntaxError(source: string, message: string): number {
  const position = /position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return lineAt(source, Number(position))
  const [, dots, around] = /, (\.\.\.)?"([\s\S]+)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? []
  const found = around === undefined ? -1 : source.indexOf(around)
  if (found < 0) return lineAt(source, source.trimEnd().length)
  return lineAt(source, found + (dots === undefined ? 0 : CHARACTERS_BEFORE_TOKEN))
}
