import { LOCALES, type Locale } from '../contract/common.ts'
import type { Answer, ResponseView } from '../contract/responses.ts'
import type { Database } from '../db/open.ts'
import { findRespondentPage, updateFinished } from '../db/queries/respondents.ts'
import { countRespondents, listRoundItemIds } from '../db/queries/rounds.ts'
import { findSheetsOfSecrets, type SheetOfSecret, sheetOf } from '../db/queries/sheets.ts'
import { narrowSight } from '../db/tenant-lock.ts'
import { readAnswer, slotOf } from '../domain/answer.ts'
import type { Instruments, LoadedInstrument } from '../instruments.ts'
import type { Live } from '../live/hub.ts'
import { ProblemError } from '../problem.ts'
import { followedRounds } from './rooms.ts'

interface Deps {
  readonly database: Database
  readonly instruments: Instruments
  readonly live: Live
}

/**
 * The questionnaire and the answers of whoever holds this secret, and nothing else about an item: the fields are
 * named one by one, so that a new field of an instrument never reaches a phone by itself.
 *
 * @param only the one language that the items' texts are wanted in; every language when it is left out.
 * @throws {ProblemError} `sign-in-needed` when the secret is none.
 */
export async function readResponse(
  { database, instruments }: Deps,
  secretHash: string,
  only?: Locale,
): Promise<ResponseView> {
  const { db } = database
  const row = await sheetOfSecret(database, secretHash)
  const instrument = instruments.find(row.instrumentId, row.instrumentVersion)
  const page = await findRespondentPage(db, row.organisationId, row.roundId, row.respondentId)
  if (instrument === undefined || page === undefined) throw new ProblemError('not-found')
  const itemIds = await listRoundItemIds(db, row.organisationId, row.roundId)
  const horizons = JSON.parse(row.horizons) as string[]
  const counts = (await countRespondents(db, row.organisationId, [row.roundId])).get(row.roundId)
  return {
    round: {
      id: row.roundId,
      title: page.title,
      organisation: page.organisationName,
      mode: row.mode,
      state: row.state,
      horizons,
      scale: instrument.scale,
    },
    stems: { nl: stemsOf(instrument, 'nl', horizons), en: stemsOf(instrument, 'en', horizons) },
    steps: { nl: instrument.texts.nl.scale, en: instrument.texts.en.scale },
    items: itemIds.map((id) => ({ id, texts: textsOf(instrument, id, only ? [only] : LOCALES) })),
    answers: answersOf(row, itemIds, horizons, instrument),
    finished: page.finished === 1,
    progress: { joined: counts?.joined ?? 0, finished: counts?.finished ?? 0 },
  }
}

/** Marks that a respondent is ready, or not after all. It gates nothing: answers stay open until the round closes. */
export async function finishResponse({ database, live }: Deps, secretHash: string, finished: boolean): Promise<void> {
  const row = await sheetOfSecret(database, secretHash)
  if (row.state !== 'open' && row.state !== 'closing') return
  await database.db.transaction().execute((trx) => updateFinished(trx, row, finished))
  for (const id of await followedRounds(database.db, row.organisationId, row.roundId)) live.note(id, 'progress')
}

/**
 * Makes sure that this secret is a respondent's.
 *
 * @throws {ProblemError} `sign-in-needed` when the secret is none.
 */
export async function checkRespondent({ database }: Deps, secretHash: string): Promise<void> {
  await sheetOfSecret(database, secretHash)
}

async function sheetOfSecret({ db }: Database, secretHash: string): Promise<SheetOfSecret> {
  const [row] = await findSheetsOfSecrets(db, [secretHash], 'read')
  if (row === undefined) throw new ProblemError('sign-in-needed')
  narrowSight(row.organisationId)
  return row
}

function stemsOf(
  instrument: LoadedInstrument,
  locale: 'nl' | 'en',
  horizons: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    horizons.map((horizon) => [horizon, instrument.texts[locale].horizons[horizon]?.stem ?? '']),
  )
}

function textsOf(
  instrument: LoadedInstrument,
  itemId: string,
  locales: readonly Locale[],
): ResponseView['items'][number]['texts'] {
  const textIn = (locale: Locale) => {
    const texts = instrument.texts[locale].items[itemId]
    if (texts === undefined) throw new ProblemError('unknown-item')
    const { question, anchors, explanation, example } = texts
    return { question, anchors, explanation, example }
  }
  return Object.fromEntries(locales.map((locale) => [locale, textIn(locale)]))
}

function answersOf(
  row: SheetOfSecret,
  itemIds: readonly string[],
  horizons: readonly string[],
  instrument: LoadedInstrument,
): Record<string, Record<string, Answer>> {
  const { answers, reasons } = sheetOf(row)
  const entries = itemIds.flatMap((itemId, item) => {
    const given = horizons.flatMap((horizon, index) => {
      const slot = slotOf(item, index, horizons.length)
      const answer = readAnswer(answers.charAt(slot), instrument.scale)
      if (answer === undefined) return []
      const reason = reasons[slot]
      const withReason = 'missing' in answer && reason !== undefined ? { missing: answer.missing, reason } : answer
      return [[horizon, withReason] as const]
    })
    return given.length === 0 ? [] : [[itemId, Object.fromEntries(given)] as const]
  })
  return Object.fromEntries(entries)
}
