import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const WEB = join(ROOT, 'web')
const TEXTS = join(ROOT, 'data/texts/nl')

const SOURCES = new Map(
  readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(join(WEB, path), 'utf8').replace(/^ +\*.*$/gm, '')]),
)
/** In which file each text stands. */
const PART_OF = new Map(
  readdirSync(TEXTS).flatMap((part) =>
    [...readFileSync(join(TEXTS, part), 'utf8').matchAll(/^([a-z][\w-]*) =/gm)].map(
      ([, id = '']) => [id, part] as const,
    ),
  ),
)

/** Everything that comes along with a file, texts too. */
function loadedWith(start: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const todo = [start]
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const source = (SOURCES.get(path) ?? '').replace(/import type [^;]*?from '[^']+'/g, '')
    for (const [, named = ''] of source.matchAll(/(?:^import\s+(?:[^'"]*?from\s+)?|^\} from )'(\.[^']+)'/gm))
      todo.push(normalize(join(dirname(path), named.replace('?raw', ''))))
  }
  return seen
}

const FRAME = loadedWith('main.ts')
const PAGES = [...SOURCES.keys()].filter((path) => /^pages\/.*-page\.ts$/.test(path)).sort()

describe('a page that somebody opens first', () => {
  test.each(PAGES)('%s brings every text along that it names', (page) => {
    const loaded = new Set([...loadedWith(page), ...FRAME])
    const parts = new Set([...loaded].filter((path) => path.endsWith('.ftl')).map((path) => path.split('/').at(-1)))
    const missing = [...loaded].flatMap((path) =>
      [...(SOURCES.get(path) ?? '').matchAll(/\bt\(\s*'([^']+)'/g)].flatMap(([, id = '']) =>
        parts.has(PART_OF.get(id) ?? '') ? [] : [`${path}: ${id}`],
      ),
    )
    expect(missing).toEqual([])
  })
})
