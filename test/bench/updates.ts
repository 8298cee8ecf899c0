import { countUpdateStatements, killUpdateAt } from '../support/killed-update.ts'
import { atLeast, atMost, type Figure } from './figures.ts'

const KILLS = 8

/** Updates of the schema that are killed before a statement: in full before each of them. */
export async function updateFigures(isFull: boolean): Promise<Figure[]> {
  const statements = await countUpdateStatements()
  const kills = isFull ? statements : KILLS
  let [half, unsound] = [0, 0]
  for (let kill = 0; kill < kills; kill += 1) {
    const { had, old, all, isSound } = await killUpdateAt(1 + Math.floor((kill * statements) / kills))
    if (had !== old && had !== all) half += 1
    if (!isSound) unsound += 1
  }
  return [
    atLeast('statements of an update from step 14', statements, 20, 0),
    atMost(`${kills} x kill -9 during an update: half a schema`, half, 0, '', 0),
    atMost(`${kills} x kill -9 during an update: not whole, or not up to date at the next start`, unsound, 0, '', 0),
  ]
}
