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
    const seen = new Set<string>()
    const visit = (path: string) => {
      if (seen.has(path) || !files.includes(path)) return
      seen.add(path)
      const text = source(path).replace(/^import type .*$/gm, '')
      for (const [, from = ''] of text.matchAll(/(?:from|import) '([^']+)'/g)) {
        expect(from).not.toMatch(/^(zod|chart\.js)/)
        if (from.startsWith('.')) visit(join(path, '..', from))
      }
    }
    visit('web/participant/main.ts')
    expect(seen.size).toBeGreaterThan(3)
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
