import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = new URL('../..', import.meta.url).pathname
const FOLDERS = ['server', 'web', 'migrations', 'test']
const MOST_LINES = 320

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name) && !entry.parentPath.includes('/output'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
).filter((path) => !path.endsWith('.d.ts'))
const source = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const importsOf = (path: string) => [...source(path).matchAll(/from '([^']+)'/g)].map(([, from]) => from ?? '')
const inRoom = (room: string) => files.filter((path) => path.startsWith(room))

/** Packages that come along with a file, through whatever it imports. */
function packagesWith(start: string): string[] {
  const seen = new Set([start])
  const packages = new Set<string>()
  for (const path of seen) {
    const text = source(path).replace(/import type [^;]*?from '[^']+'/g, '')
    for (const [, from = ''] of text.matchAll(/(?:from|import) '([^']+)'/g)) {
      const target = join(path, '..', from)
      if (!from.startsWith('.')) packages.add(from)
      else if (files.includes(target)) seen.add(target)
    }
  }
  return [...packages]
}

describe('the house', () => {
  test(`holds no file of more than ${MOST_LINES} lines`, () => {
    const long = files.filter((path) => source(path).split('\n').length > MOST_LINES)
    expect(long).toEqual([])
  })

  test('keeps the domain pure: it imports nothing but itself', () => {
    expect(
      inRoom('server/domain')
        .flatMap(importsOf)
        .filter((from) => !from.startsWith('./')),
    ).toEqual([])
  })

  test('keeps the release module to the domain and the shapes of the contract', () => {
    const outside = inRoom('server/release').flatMap(importsOf)
    expect(outside.filter((from) => !/^(\.\/|\.\.\/domain\/|\.\.\/contract\/results)/.test(from))).toEqual([])
  })

  test('keeps Kysely inside server/db', () => {
    const outside = inRoom('server').filter(
      (path) => !path.startsWith('server/db/') && importsOf(path).includes('kysely'),
    )
    expect(outside).toEqual([])
  })

  test('reads the environment in the commands only', () => {
    const readers = inRoom('server').filter((path) => source(path).includes('process.env') && !path.endsWith('.js'))
    expect(readers).toEqual(['server/cli.ts'])
  })

  test('loads neither zod nor Chart.js with the participant page', () => {
    expect(packagesWith('web/participant/main.ts').filter((name) => /^(zod|chart\.js)/.test(name))).toEqual([])
  })

  test('loads zod with no page: of the contract browsers get types and plain values', () => {
    const heavy = inRoom('web').filter((path) => packagesWith(path).some((name) => name.startsWith('zod')))
    expect(heavy).toEqual([])
  })

  test('explains everything that it exports', () => {
    const silent = files
      .filter((path) => !/^(test|migrations)\//.test(path) && !/^server\/contract\//.test(path))
      .flatMap((path) => {
        const lines = source(path).split('\n')
        return lines.flatMap((line, index) => {
          if (!/^export (async )?(function|class|interface|const|type) /.test(line)) return []
          let above = index - 1
          while (/^@/.test(lines[above] ?? '')) above -= 1
          // Things that belong together may share the sentence above the first of them.
          return /(\*\/|^export )/.test(lines[above] ?? '') ? [] : [`${path}:${index + 1}`]
        })
      })
    expect(silent).toEqual([])
  })

  test('sets no inline style, which the content-security policy would refuse', () => {
    const inline = inRoom('web').filter((path) => /\sstyle="|styleMap|innerHTML|unsafeHTML/.test(source(path)))
    expect(inline).toEqual([])
  })
})
