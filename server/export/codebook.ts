import type { LoadedInstrument } from '../instruments.ts'
import { isAnsweredTogether } from '../services/round-life.ts'
import type { Cell } from './csv.ts'
import { type ExportedRound, MISSING_CODES } from './round-answers.ts'

/** Columns of the codebook. */
export const CODEBOOK_HEADER = [
  'item',
  'question_nl',
  'question_en',
  'dimension',
  'dimension_nl',
  'dimension_en',
  'perspective',
  'horizons',
  'lowest',
  'highest',
  'reverse',
  'steps_nl',
  'steps_en',
  'missing_codes',
  'instrument',
  'version',
] as const

/**
 * What each question of these rounds is, once for each version of an instrument, in the order of the instrument. While a
 * team answers one of them together, nothing says what a question feeds.
 */
export function codebookRows(rounds: readonly ExportedRound[]): Cell[][] {
  const byInstrument = Map.groupBy(rounds, ({ instrument }) => `${instrument.id}@${instrument.version}`)
  return [...byInstrument.values()].flatMap((own) => {
    const instrument = own[0]?.instrument
    if (instrument === undefined) return []
    const asked = new Set(own.flatMap(({ itemIds }) => itemIds))
    const horizons = new Set(own.flatMap(({ round }) => JSON.parse(round.horizons) as string[]))
    const isUnsaid = own.some(({ round }) => isAnsweredTogether(round))
    return instrument.items
      .filter(({ id }) => asked.has(id))
      .map((item) => itemRow(item, instrument, horizons, isUnsaid))
  })
}

function itemRow(
  { id, dimension, perspective, reverse }: LoadedInstrument['items'][number],
  { texts, scale, version, id: instrumentId, horizons }: LoadedInstrument,
  asked: ReadonlySet<string>,
  isUnsaid: boolean,
): Cell[] {
  const feeds = [
    dimension,
    texts.nl.dimensions[dimension]?.name ?? null,
    texts.en.dimensions[dimension]?.name ?? null,
    perspective,
  ]
  return [
    id,
    texts.nl.items[id]?.question ?? null,
    texts.en.items[id]?.question ?? null,
    ...(isUnsaid ? feeds.map(() => null) : feeds),
    horizons.filter((horizon) => asked.has(horizon)).join(' '),
    scale.min,
    scale.max,
    reverse ? 1 : 0,
    stepsOf(texts.nl.items[id]?.anchors),
    stepsOf(texts.en.items[id]?.anchors),
    MISSING_CODES.join(' '),
    instrumentId,
    version,
  ]
}

function stepsOf(anchors: Readonly<Record<string, string>> | undefined): string | null {
  if (anchors === undefined) return null
  return Object.entries(anchors)
    .map(([step, words]) => `${step} = ${words}`)
    .join('\n')
}
