import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { progressOf } from '../../server/commands/progress.ts'

describe('progress', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('says nothing in the first second, and then one line a second on standard error', () => {
    const lines: string[] = []
    const fail = () => expect.fail('progress is no answer')
    const complain = (line: string) => void lines.push(line)
    const progress = progressOf({ locale: 'en', say: fail, complain, env: {} }, 'import-progress', 30)
    for (let done = 1; done <= 30; done += 1) {
      vi.advanceTimersByTime(100)
      progress(done)
    }
    expect(lines).toEqual(['Round 10 of 30 ...', 'Round 20 of 30 ...', 'Round 30 of 30 ...'])
  })
})
