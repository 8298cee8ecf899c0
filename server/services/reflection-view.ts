import type { Scope } from '../auth/scope.ts'
import type { Candidate, Reflection } from '../contract/reflections.ts'
import type { Results } from '../contract/results.ts'
import { listEntries, listVotes } from '../db/queries/reflection-entries.ts'
import { findReflection, listReflectionPresence } from '../db/queries/reflections.ts'
import { findRound } from '../db/queries/rounds.ts'
import { findWorkshopOfRound } from '../db/queries/workshops.ts'
import type { ReflectionRow, ReflectionVoteRow, RoundRow } from '../db/tables.ts'
import { reflectionCandidates } from '../domain/reflection-candidates.ts'
import { reflectionFacts } from '../domain/reflection-facts.ts'
import { WRITERS } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import { listMisses } from './ledger.ts'
import { type ReflectionDeps, readResults, voterKeyOf } from './reflection-access.ts'
import { dotsIn, isVisible, totalDots, viewEntry } from './reflection-cards.ts'
import { phasesOf } from './reflections.ts'

const QUESTIONS = [1, 2, 3, 4, 5, 6, 7]
const NO_DOTS: ReadonlyMap<string, number> = new Map()
/** Whoever was not heard of for so long is not there any more; pages tell every 20 s. */
const HERE_MS = 45_000

/**
 * A reflection as members see it.
 *
 * Cards of phones come along once the room may see them, without a name and in an order that tells nothing. While the
 * room gives dots, no card tells how many it has.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function viewReflection(deps: ReflectionDeps, scope: Scope, reflectionId: string): Promise<Reflection> {
  const { db } = deps.database
  const row = await findReflection(db, scope, reflectionId)
  const round = row && (await findRound(db, scope, row.roundId))
  if (row === undefined || round === undefined) throw new ProblemError('not-found')
  const [entries, votes, results, workshop] = await Promise.all([
    listEntries(db, row),
    listVotes(db, row),
    readResults(db, scope, row),
    findWorkshopOfRound(db, row.organisationId, row.roundId),
  ])
  const phases = phasesOf(row)
  const isCounting = (question: number) => phases[question] === 'voting'
  const totals = new Map(
    QUESTIONS.map((question) => [question, isCounting(question) ? NO_DOTS : totalDots(votes, question)]),
  )
  const dotsOf = (question: number) => totals.get(question) ?? NO_DOTS
  const since = new Date(deps.now().getTime() - HERE_MS).toISOString()
  return {
    ...headOf(row, round),
    ...(await figuresOf(deps, scope, row, round, results, dotsOf(1))),
    entries: entries
      .filter((entry) => isVisible(entry, phases[entry.question]))
      .map((entry) => viewEntry(entry, scope, dotsOf(entry.question).get(entry.id) ?? 0)),
    rooms: Object.fromEntries(
      Object.entries(phases).map(([question, phase]) => [
        question,
        {
          phase,
          waiting: entries.filter((entry) => entry.question === Number(question) && !isVisible(entry, phase)).length,
        },
      ]),
    ),
    votes: ownVotes(votes, voterKeyOf(scope)),
    voters: countVoters(votes),
    people: (await listReflectionPresence(db, row.organisationId, row.id, since)).map((person) => ({
      ...person,
      isMe: person.userId === scope.userId,
    })),
    workshopId: workshop?.id ?? null,
    canWrite: row.state === 'open' && WRITERS.kind === 'member' && WRITERS.roles.includes(scope.role),
  }
}

function headOf(row: ReflectionRow, round: RoundRow) {
  return {
    id: row.id,
    title: row.title,
    roundId: row.roundId,
    roundTitle: round.title,
    period: round.period,
    instrument: { id: round.instrumentId, version: round.instrumentVersion },
    guide: { id: row.guideId, version: row.guideVersion },
    capitals: JSON.parse(row.capitals) as string[],
    skipped: JSON.parse(row.skipped) as number[],
    state: row.state,
    mode: round.mode,
    revision: row.revision,
  }
}

async function figuresOf(
  deps: ReflectionDeps,
  scope: Scope,
  row: ReflectionRow,
  round: RoundRow,
  results: Results | undefined,
  dots: ReadonlyMap<string, number>,
): Promise<Pick<Reflection, 'hasFigures' | 'candidates' | 'facts'>> {
  const order = deps.instruments.find(round.instrumentId, round.instrumentVersion)?.dimensions ?? []
  const hasFigures = results !== undefined && !results.suppressed.some(({ what }) => what === 'all')
  if (!hasFigures) return { hasFigures, candidates: [], facts: [] }
  const misses = await listMisses(deps, scope, row.roundId)
  const chosen = JSON.parse(row.capitals) as string[]
  return {
    hasFigures,
    candidates: viewCandidates(results, order, dots),
    facts: reflectionFacts({ figures: results, order, chosen, misses }),
  }
}

/** Candidates for question 1 with the dots that they have. */
export function viewCandidates(
  results: Results,
  order: readonly string[],
  dots: ReadonlyMap<string, number>,
): Candidate[] {
  return reflectionCandidates(results, order).map((candidate) => ({ ...candidate, dots: dots.get(candidate.id) ?? 0 }))
}

function ownVotes(votes: readonly ReflectionVoteRow[], voterKey: string): Reflection['votes'] {
  const own = votes.filter((vote) => vote.voterKey === voterKey)
  return Object.fromEntries(own.map((vote) => [String(vote.question), dotsIn(vote)]))
}

function countVoters(votes: readonly ReflectionVoteRow[]): Record<string, number> {
  const byQuestion = Map.groupBy(votes, ({ question }) => String(question))
  return Object.fromEntries([...byQuestion].map(([question, of]) => [question, of.length]))
}
