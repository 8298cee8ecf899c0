import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('a run with a failed test ends with another exit code than 0, also with the PostgreSQL server that comes with npm', () => {
  const server = new URL('../support/postgres-server.ts', import.meta.url).href
  const codeOf = (code: number) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', `import '${server}'; process.exitCode = ${code}`]).status
  expect([codeOf(1), codeOf(0)]).toEqual([1, 0])
})
