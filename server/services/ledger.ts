import type { Scope } from '../auth/scope.ts'
import type { Intervention, Ledger } from '../contract/interventions.ts'
import type { ReleaseChange, Results } from '../contract/results.ts'
import type { Db } from '../db/open.ts'
import { listRounds } from '../db/queries/rounds.ts'
import type { RoundRow } from '../db/tables.ts'
import { EVERY_PERSPECTIVE, expectationsOf, verdictOn } from '../domain/ledger.ts'
import { comparePeriods } from '../domain/periods.ts'
import type { Miss } from '../domain/reflection-facts.ts'
import { horizonOfReflection } from '../domain/reflection-figures.ts'
import type { Instruments } from '../instruments.ts'
import { readableRelease, resultsFor } from './hand-over.ts'
import { viewInterventions } from './intervention-view.ts'
import type { ReflectionDeps } from './reflection-access.ts'

/** What a ledger is read from. */
interface LedgerDeps {
  readonly db: Db
  readonly instruments: Instruments
  readonly now: () => Date
}

/** Where an intervention starts from no round. */
const BOTH_SIDES = ['internal', 'external']

/** A later round that says something about an earlier one. */
interface Observation {
  readonly roundId: string
  readonly title: string
  readonly period: string
  readonly change: ReleaseChange
}

/**
 * Expected against observed: for each intervention, what people expected of it and what the newest later round showed.
 * It says a direction and a word, never how much, and never that the one caused the other.
 */
export async function viewLedger(deps: LedgerDeps, scope: Scope): Promise<Ledger> {
  const items = await ledgerItems(deps, scope, () => true)
  const tally: Record<string, number> = { 'as-expected': 0, opposite: 0, 'not-visible-yet': 0, 'too-few-to-say': 0 }
  for (const { verdict } of items.flatMap(({ effects }) => effects)) {
    if (verdict !== null) tally[verdict] = (tally[verdict] ?? 0) + 1
  }
  return { items, tally }
}

/** @param isAsked whether this round may say what it observed: each one costs reading its release. */
async function ledgerItems(
  deps: LedgerDeps,
  scope: Scope,
  isAsked: (round: RoundRow) => boolean,
): Promise<Ledger['items']> {
  const interventions = (await viewInterventions(deps, scope, 'real')).filter(({ state }) => state !== 'proposed')
  const rounds = interventions.length === 0 ? [] : await listRounds(deps.db, scope)
  const observations = await listObservations(deps, scope, rounds.filter(isAsked))
  const perspectivesOf = new Map(
    rounds.map(({ id, instrumentId, instrumentVersion }) => {
      return [id, deps.instruments.find(instrumentId, instrumentVersion)?.perspectives ?? []]
    }),
  )
  return interventions.map((intervention) =>
    ledgerItem(intervention, perspectivesOf.get(intervention.roundId ?? '') ?? BOTH_SIDES, observations),
  )
}

/** What later rounds say of earlier ones, newest first, as far as this reader may read. */
async function listObservations({ db }: LedgerDeps, scope: Scope, rounds: readonly RoundRow[]): Promise<Observation[]> {
  const results: Results[] = []
  const roundIds = new Map<string, string>()
  for (const { id } of rounds.filter(({ purpose }) => purpose === 'assessment')) {
    const release = await readableRelease(db, scope, id)
    if (release?.final !== 1) continue
    const document = await resultsFor(db, scope, release)
    roundIds.set(document.release.id, id)
    results.push(document)
  }
  return results
    .toSorted((a, b) => newestFirst(a.release, b.release))
    .flatMap(({ release, changes }) => {
      const { title, period, id } = release
      return changes.map((change) => ({ roundId: roundIds.get(id) ?? '', title, period, change }))
    })
}

/** By what the rounds are about, and not by when they were closed: an earlier quarter may be imported later. */
function newestFirst(a: Results['release'], b: Results['release']): number {
  return comparePeriods(b.period, a.period) || b.madeAt.localeCompare(a.madeAt)
}

function ledgerItem(
  { id, content, state, baseline, effects, reviews }: Intervention,
  perspectives: readonly string[],
  observations: readonly Observation[],
): Ledger['items'][number] {
  const seen = observations.find(({ change }) => change.since.roundId === baseline?.roundId)
  const horizon = horizonOfReflection(Object.keys(seen?.change.horizons ?? {}))
  const words = seen?.change.horizons[horizon]?.dimensions ?? {}
  const [review] = reviews
  return {
    interventionId: id,
    title: content.title,
    state,
    baseline,
    observed: seen === undefined ? null : { roundId: seen.roundId, title: seen.title, period: seen.period },
    effects: expectationsOf(effects, perspectives).map(({ dimension, perspective, expected }) => {
      const own = words[dimension]
      const word = perspective === EVERY_PERSPECTIVE ? own?.word : own?.cells[perspective]
      const term =
        effects.find((effect) => effect.dimension === dimension && isIn(effect, perspective))?.term ?? 'short'
      const isSeen = seen !== undefined
      return {
        dimension,
        perspective,
        expected,
        term,
        word: word ?? null,
        verdict: isSeen ? verdictOn(expected, word) : null,
      }
    }),
    judgement: review?.helped ?? null,
    why: review?.why ?? null,
  }
}

function isIn({ perspective }: { perspective: string }, wanted: string): boolean {
  return wanted === EVERY_PERSPECTIVE || perspective === wanted
}

/** Interventions that did not do what was expected by this round: they feed question 3. */
export async function listMisses(deps: ReflectionDeps, scope: Scope, roundId: string): Promise<Miss[]> {
  const { database, instruments, now } = deps
  const items = await ledgerItems({ db: database.db, instruments, now }, scope, ({ id }) => id === roundId)
  return items
    .filter(({ observed }) => observed?.roundId === roundId)
    .flatMap(({ title, effects }) =>
      effects.flatMap(({ dimension, verdict }) =>
        verdict === 'opposite' || verdict === 'not-visible-yet' ? [{ title, dimension, verdict }] : [],
      ),
    )
}
