import { expect, test } from 'vitest'
import { killUpdateAt } from '../support/killed-update.ts'

/* Before every statement: npm run bench:crash -- updates full. */
test.each([3, 30, 50])(
  'an update that is killed before its statement %i leaves the old schema or the new one',
  async (statement) => {
    const { had, old, all, isSound } = await killUpdateAt(statement)
    expect([old, all]).toContain(had)
    expect(isSound).toBe(true)
  },
)
