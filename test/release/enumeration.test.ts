import { test } from 'vitest'
import { enumerate, sheetsOf } from './enumeration.ts'
import { ALL_RULES, instrumentOf } from './rounds.ts'

test('x', () => {
  const t = performance.now()
  const alone = (s: string[]) => s.map((x) => [x])
  const f = (items: number[], steps: number, n: number) => ({
    instrument: instrumentOf(items, steps),
    releases: 1,
    rules: ALL_RULES,
    crowds: [
      {
        group: null,
        size: n,
        histories: alone(
          sheetsOf(
            items.reduce((a, b) => a + b, 0),
            '123456789'.slice(0, steps),
          ),
        ),
      },
    ],
  })
  console.log(
    enumerate(f([1], 5, 7)).leaking,
    enumerate(f([2], 3, 7)).leaking,
    enumerate(f([1, 1], 3, 7)).leaking,
    performance.now() - t,
  )
  const r = enumerate(f([2], 5, 5))
  console.log(r.rounds, r.leaking, r.leaks[0], performance.now() - t)
})
