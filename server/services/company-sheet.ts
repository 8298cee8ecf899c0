import type { Scope } from '../auth/scope.ts'
import { LOCALES, type Locale } from '../contract/common.ts'
import { type CompanySheet, Destination } from '../contract/company-sheets.ts'
import type { TeamAnswerRow } from '../db/company-tables.ts'
import type { Db } from '../db/open.ts'
import { listFacts } from '../db/queries/evidence-facts.ts'
import { listEvidenceFiles } from '../db/queries/evidence-files.ts'
import { listItemWork, listNames, listSheetPresence } from '../db/queries/item-work.ts'
import { listMembers } from '../db/queries/members.ts'
import { sheetOf } from '../db/queries/sheets.ts'
import { findSignOff } from '../db/queries/sign-offs.ts'
import { findTeamSheet, listStandingAnswers } from '../db/queries/team-answers.ts'
import type { RoundRow } from '../db/tables.ts'
import { slotOf } from '../domain/answer.ts'
import { answerOf, answersOfSheet, readPrevious } from './company-previous.ts'
import { type CompanyDeps, type CompanyForm, findCompanyRound, formOf } from './company-round.ts'
import { themesOf } from './company-themes.ts'
import { evidenceFactOf } from './evidence-facts.ts'
import { evidenceFileOf, mayRemoveAny } from './evidence-files.ts'
import { hereSince, workOf } from './item-work.ts'

/**
 * The sheet that a team fills in together, with everything that goes with it. The fields of an item are named one by one,
 * so that nothing of an instrument gets here by itself: nobody is told what a question feeds.
 *
 * @param only the one language that the items' texts are wanted in; every language when it is left out.
 * @throws {ProblemError} `not-found`.
 */
export async function readCompanySheet(
  deps: CompanyDeps,
  scope: Scope,
  roundId: string,
  only?: Locale,
): Promise<CompanySheet> {
  const { db } = deps.database
  const round = await findCompanyRound(db, scope, roundId)
  const form = await formOf(deps, db, round)
  const { instrument, itemIds, horizons } = form
  const given = await listStandingAnswers(db, round)
  const work = await listItemWork(db, round)
  const files = await listEvidenceFiles(db, round)
  const here = await listSheetPresence(db, round, hereSince(deps))
  const signedOff = await findSignOff(db, round)
  const named = [
    ...given.map(({ userId }) => userId),
    ...work.map(({ assignedTo }) => assignedTo),
    ...files.map(({ addedBy }) => addedBy),
    ...here.map(({ userId }) => userId),
    signedOff?.userId ?? null,
  ]
  return {
    round: {
      id: round.id,
      title: round.title,
      period: round.period,
      state: round.state,
      horizons: [...horizons],
      scale: instrument.scale,
      dueAt: round.dueAt,
    },
    me: scope.userId,
    mayWrite: scope.role !== 'viewer' && round.state === 'open',
    mayRemoveAny: mayRemoveAny(scope),
    takesFigures: instrument.items.some(({ references }) => (references?.vsme ?? []).length > 0),
    stems: { nl: stemsOf(form, 'nl'), en: stemsOf(form, 'en') },
    steps: { nl: instrument.texts.nl.scale, en: instrument.texts.en.scale },
    themes: themesOf(instrument, itemIds),
    items: itemIds.map((id) => ({ id, texts: textsOf(form, id, only === undefined ? LOCALES : [only]) })),
    answers: await standingAnswers(db, round, form, given),
    conflicts: given.filter(({ state }) => state === 'conflict').map((row) => conflictOf(row, form)),
    work: Object.fromEntries(work.map((one) => [one.itemId, workOf(one)])),
    files: files.map(evidenceFileOf),
    facts: (await listFacts(db, round)).map(evidenceFactOf),
    previous: await readPrevious(deps, db, round, form),
    people: await peopleOf(deps, scope, named),
    here: here
      .filter(({ userId }) => userId !== scope.userId)
      .map(({ userId, itemId, seenAt }) => ({ userId, itemId, at: seenAt })),
    signedOff:
      signedOff === undefined
        ? null
        : {
            by: signedOff.userId,
            at: signedOff.signedAt,
            destinations: Destination.array().parse(JSON.parse(signedOff.destinations)),
          },
  }
}

function stemsOf({ instrument, horizons }: CompanyForm, locale: Locale): Record<string, string> {
  const texts = instrument.texts[locale].horizons
  return Object.fromEntries(horizons.map((horizon) => [horizon, texts[horizon]?.stem ?? '']))
}

function textsOf(
  { instrument }: CompanyForm,
  itemId: string,
  locales: readonly Locale[],
): CompanySheet['items'][number]['texts'] {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const texts = instrument.texts[locale].items[itemId]
      if (texts === undefined) return []
      const { topic, question, anchors, explanation, example } = texts
      return [[locale, { topic, question, anchors, explanation, example }]]
    }),
  )
}

async function standingAnswers(
  db: Db,
  round: RoundRow,
  form: CompanyForm,
  given: readonly TeamAnswerRow[],
): Promise<CompanySheet['answers']> {
  const row = await findTeamSheet(db, round)
  if (row === undefined) return {}
  const bySlot = new Map(given.flatMap((one) => (one.state === 'stands' ? [[one.slot, one] as const] : [])))
  const isOver = round.state === 'closed' || round.state === 'archived'
  return Object.fromEntries(
    Object.entries(answersOfSheet(sheetOf(row), form)).map(([itemId, byHorizon]) => {
      const stored = Object.entries(byHorizon).map(([horizon, answer]) => {
        const slot = slotOf(form.places.get(itemId) ?? 0, form.horizons.indexOf(horizon), form.horizons.length)
        const one = bySlot.get(slot)
        const opId = isOver ? null : (one?.opId ?? null)
        return [horizon, { answer, opId, by: one?.userId ?? null, at: one?.answeredAt ?? null }] as const
      })
      return [itemId, Object.fromEntries(stored)] as const
    }),
  )
}

function conflictOf(row: TeamAnswerRow, form: CompanyForm): CompanySheet['conflicts'][number] {
  const { opId, slot, character, reason, userId, answeredAt } = row
  return {
    id: opId,
    itemId: form.itemIds[Math.floor(slot / form.horizons.length)] ?? '',
    horizon: form.horizons[slot % form.horizons.length] ?? '',
    answer: answerOf(character, reason ?? undefined, form.scale) ?? null,
    by: userId,
    at: answeredAt,
  }
}

/** Who answers here now, and who is named in the sheet though they left; by name. */
async function peopleOf(
  { database, now }: CompanyDeps,
  scope: Scope,
  named: readonly (string | null)[],
): Promise<CompanySheet['people']> {
  const at = now().toISOString()
  const members = (await listMembers(database.db, scope)).filter(({ until }) => until === null || until > at)
  const writers = new Set(members.filter(({ role }) => role !== 'viewer').map(({ userId }) => userId))
  const ids = new Set([...writers, ...named.filter((id) => id !== null)])
  const people = await listNames(database.db, scope.organisationId, [...ids])
  return people.map(({ id, name }) => ({ id, name, mayAnswer: writers.has(id) }))
}
