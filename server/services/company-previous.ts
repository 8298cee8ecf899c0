import type { PreviousSheet } from '../contract/company-sheets.ts'
import type { Answer } from '../contract/responses.ts'
import type { Db } from '../db/open.ts'
import { listItemWork } from '../db/queries/item-work.ts'
import { sheetOf } from '../db/queries/sheets.ts'
import { findTeamSheet, listSignedTeamRounds } from '../db/queries/team-answers.ts'
import type { RoundRow } from '../db/tables.ts'
import { readAnswer, slotOf } from '../domain/answer.ts'
import { comparableItems } from '../domain/lineage.ts'
import { comparePeriods } from '../domain/periods.ts'
import type { Sheet } from '../domain/sheet.ts'
import { lineagesBetween } from '../lineage.ts'
import { type CompanyDeps, type CompanyForm, formOf } from './company-round.ts'

/**
 * What the sheet before says to the same questions: of the newest earlier closed round of the same instrument that a team
 * answered together, and only where the lineage says that both answers may be put side by side. It stands beside; nothing
 * of it goes into a sheet by itself.
 *
 * @returns null when there is no such round, or none from whose version a lineage leads here.
 */
export async function readPrevious(
  deps: CompanyDeps,
  db: Db,
  round: RoundRow,
  form: CompanyForm,
): Promise<PreviousSheet | null> {
  const signed = await listSignedTeamRounds(db, round)
  for (const one of signed.filter((earlier) => isBefore(earlier, round))) {
    const theirs = deps.instruments.find(one.instrumentId, one.instrumentVersion)
    const lineages = theirs && lineagesBetween(deps.instruments, theirs, form.instrument)
    if (lineages === undefined) continue
    const pairs = comparableItems(lineages, form.instrument.items)
    const asked = form.itemIds.flatMap((id): [string, string][] => {
      const was = pairs.get(id)
      return was === undefined ? [] : [[id, was]]
    })
    return sheetBefore(deps, db, one, asked, form.horizons)
  }
  return null
}

async function sheetBefore(
  deps: CompanyDeps,
  db: Db,
  round: RoundRow,
  asked: readonly [string, string][],
  horizons: readonly string[],
): Promise<PreviousSheet> {
  const form = await formOf(deps, db, round)
  const row = await findTeamSheet(db, round)
  const answers = row === undefined ? {} : answersOfSheet(sheetOf(row), form)
  const work = new Map((await listItemWork(db, round)).map((one) => [one.itemId, one]))
  return {
    roundId: round.id,
    title: round.title,
    period: round.period,
    answers: Object.fromEntries(
      asked.flatMap(([id, was]) => {
        const given = Object.entries(answers[was] ?? {}).filter(([horizon]) => horizons.includes(horizon))
        return given.length === 0 ? [] : [[id, Object.fromEntries(given)]]
      }),
    ),
    work: Object.fromEntries(
      asked.flatMap(([id, was]) => {
        const kept = work.get(was)
        const isEmpty = kept === undefined || (kept.certainty === null && kept.note === '')
        return isEmpty ? [] : [[id, { certainty: kept.certainty, note: kept.note }]]
      }),
    ),
  }
}

/** What a sheet says, by item and horizon; what is not answered is not in it. */
export function answersOfSheet(
  { answers, reasons }: Sheet,
  { itemIds, horizons, scale }: CompanyForm,
): Record<string, Record<string, Answer>> {
  const entries = itemIds.flatMap((itemId, item) => {
    const given = horizons.flatMap((horizon, index) => {
      const slot = slotOf(item, index, horizons.length)
      const answer = answerOf(answers.charAt(slot), reasons[slot], scale)
      return answer === undefined ? [] : [[horizon, answer] as const]
    })
    return given.length === 0 ? [] : [[itemId, Object.fromEntries(given)] as const]
  })
  return Object.fromEntries(entries)
}

/** One answer as it travels; undefined when that place is not answered. */
export function answerOf(
  character: string,
  reason: string | undefined,
  scale: CompanyForm['scale'],
): Answer | undefined {
  const answer = readAnswer(character, scale)
  if (answer === undefined) return undefined
  return 'missing' in answer && reason !== undefined ? { missing: answer.missing, reason } : answer
}

/** Of periods that end together: the one that was made before. */
function isBefore(one: RoundRow, round: RoundRow): boolean {
  const order = comparePeriods(one.period, round.period)
  return one.id !== round.id && (order === 0 ? one.createdAt <= round.createdAt : order < 0)
}
