import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stepsOf } from '../../server/domain/instrument.ts'

/** One question of an instrument that is made for data from elsewhere. */
export interface Question {
  readonly id: string
  readonly dimension: string
  readonly reverse: boolean
}

/** Writes an instrument as the product reads it, with texts made from the ids. */
export function writeInstrument(
  root: string,
  id: string,
  scale: { min: number; max: number },
  questions: readonly Question[],
): void {
  const folder = join(root, id, '1.0.0')
  mkdirSync(folder, { recursive: true })
  const dimensions = [...new Set(questions.map(({ dimension }) => dimension))]
  const codes = { id, version: '1.0.0', dimensions, perspectives: ['own'], horizons: ['now'], scale, balance: false }
  const items = questions.map((question) => ({ ...question, perspective: 'own', inPulse: true }))
  writeFileSync(join(folder, 'instrument.json'), JSON.stringify({ ...codes, items }))
  const named = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, { name, explanation: name }]))
  const anchors = { [scale.min]: 'lowest', [scale.max]: 'highest' }
  const texts = {
    title: id,
    description: id,
    dimensions: named(dimensions),
    perspectives: named(['own']),
    horizons: { now: { name: 'now', stem: 'now' } },
    scale: Object.fromEntries(
      Array.from({ length: stepsOf(scale) }, (_, step) => [scale.min + step, `step ${scale.min + step}`]),
    ),
    items: Object.fromEntries(
      questions.map((item) => [
        item.id,
        { topic: item.id, question: item.id, anchors, explanation: item.id, example: item.id },
      ]),
    ),
  }
  for (const locale of ['nl', 'en']) writeFileSync(join(folder, `texts.${locale}.json`), JSON.stringify(texts))
}
