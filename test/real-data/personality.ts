import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../server/db/open.ts'
import { countsAt } from '../../server/domain/counts.ts'
import { stepsOf } from '../../server/domain/instrument.ts'
import { roundHalfUp } from '../../server/domain/rounding.ts'
import { itemMean, mean } from '../../server/domain/score.ts'
import { writeInstrument } from './instrument.ts'
import { compare, known, report } from './report.ts'
import { importFile, readRounds, readTable } from './rounds.ts'

/**
 * 2,800 people on 25 items with reverse-keyed ones and gaps: imported as one round of five dimensions, and compared
 * with plain arithmetic over the same rows.
 */
export async function comparePersonality(folder: string, path: string, keysPath: string): Promise<void> {
  console.log('\nbfi: 2,800 people, 25 items in five dimensions, scale 1 to 6, reverse-keyed items and missing answers')
  const scale = { min: 1, max: 6 }
  const keys = readTable(keysPath).flatMap((columns) => {
    const keyed = Object.entries(columns).filter(([dimension]) => dimension !== 'rownames')
    return keyed.map(([dimension, key]) => {
      return { id: key.replace('-', ''), dimension, reverse: key.startsWith('-') }
    })
  })
  writeInstrument(join(folder, 'instruments'), 'bfi', scale, keys)
  const rows = readTable(path)
  const lines = rows.flatMap((row) => keys.map(({ id }) => `Everybody;2010;${row['rownames']};${id};${row[id]}`))
  const file = join(folder, 'bfi.csv')
  writeFileSync(file, ['organisation;period;respondent;item;rating', ...lines, ''].join('\r\n'))
  await importFile(folder, file, 'bfi@1.0.0')

  const database = await openDatabase({ dataDir: join(folder, 'data') })
  const [round] = await readRounds(database, 'bfi', stepsOf(scale))
  await database.close()
  if (round === undefined) throw new Error('there is no round of bfi')
  console.log(
    '\nmean of the item means on the scale 1 to 6, after keying; folded sheets against plain arithmetic over the rows',
  )
  console.log('                                                         measured     expected')
  for (const dimension of new Set(keys.map((key) => key.dimension))) {
    const items = keys.filter((key) => key.dimension === dimension)
    const folded = mean(
      items.map(({ id, reverse }) =>
        known(itemMean(countsAt(round.folded, round.itemIds.indexOf(id), 0, 1), scale, reverse)),
      ),
    )
    const plain = mean(
      items.map(({ id, reverse }) =>
        plainMean(
          rows.map((row) => row[id] ?? ''),
          reverse ? (rating) => 7 - rating : (rating) => rating,
        ),
      ),
    )
    report(dimension, folded.toFixed(9), plain.toFixed(9), Math.abs(folded - plain) <= 1e-9)
    const score = round.released.horizons['now']?.dimensions[dimension]?.score ?? Number.NaN
    const expected = roundHalfUp((100 * (plain - 1)) / 5)
    report(`${dimension}, released score`, String(score), String(expected), score === expected)
  }
  const given = rows.reduce((sum, row) => sum + keys.filter(({ id }) => row[id] !== '').length, 0)
  compare(
    'answers released',
    round.released.items.reduce((sum, item) => sum + item.n, 0),
    given,
  )
  compare('people', round.released.n, rows.filter((row) => keys.some(({ id }) => row[id] !== '')).length)
}

function plainMean(cells: readonly string[], key: (rating: number) => number): number {
  let sum = 0
  let n = 0
  for (const cell of cells) {
    if (cell === '') continue
    sum += key(Number(cell))
    n += 1
  }
  return sum / n
}
