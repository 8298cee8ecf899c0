import { expect, test } from 'vitest'
import { HIGHEST_COUNTED, LOWEST_COUNTED } from '../../server/release/counted.ts'
import { PROGRAMME_RULES, QUARTILES_FROM } from '../../server/release/programme-table.ts'
import { CAREFUL_BELOW, FEWEST_BEHIND_A_FIGURE, SCALE_ENDS } from '../../web/programme/release-limits.ts'

test('pages speak of the same limits as publications keep', () => {
  expect([FEWEST_BEHIND_A_FIGURE, CAREFUL_BELOW]).toEqual([PROGRAMME_RULES.threshold, QUARTILES_FROM])
  expect(SCALE_ENDS).toEqual({ low: LOWEST_COUNTED, high: HIGHEST_COUNTED })
})
