import { hashSecret } from '../auth/secrets.ts'
import type { Scene, WallView } from '../contract/workshops.ts'
import { findOrganisationById } from '../db/queries/organisations.ts'
import { countRespondents, findRoundOfPresence, listRoundItemIds } from '../db/queries/rounds.ts'
import { findWorkshopOfRound, listSecondVotes } from '../db/queries/workshops.ts'
import type { RoundRow, SecondVoteRow, WorkshopRow } from '../db/tables.ts'
import type { Instruments, LoadedInstrument } from '../instruments.ts'
import type { Presence } from '../plugins/presence.ts'
import { ProblemError } from '../problem.ts'
import { joinUrl, type RoundViewDeps } from './round-view.ts'
import { roomStateOf } from './workshop-view.ts'

const VERSION_LENGTH = 16

/** What reading a wall needs. */
export interface WallDeps extends RoundViewDeps {
  readonly instruments: Instruments
  readonly now: () => Date
}

/** The round that a room is about, with its workshop; undefined workshop when none is prepared. */
export async function roomOf(
  { db }: Pick<WallDeps, 'db'>,
  { organisationId, roundId }: Presence,
): Promise<{ round: RoundRow; workshop: WorkshopRow | undefined }> {
  const workshop = await findWorkshopOfRound(db, organisationId, roundId)
  const round = await findRoundOfPresence(db, organisationId, workshop?.roundId ?? roundId)
  if (round === undefined) throw new ProblemError('not-found')
  return { round, workshop }
}

/**
 * What the wall and every phone in a room may know: what is shown, and counts. Never a rating: figures have a road of
 * their own, which opens with the reveal.
 *
 * @throws {ProblemError} `not-found`.
 */
export async function viewWall(deps: WallDeps, presence: Presence): Promise<WallView> {
  const { db, now } = deps
  const { round, workshop } = await roomOf(deps, presence)
  const organisation = await findOrganisationById(db, round.organisationId)
  const counts = (await countRespondents(db, round.organisationId, [round.id])).get(round.id)
  const room = workshop === undefined ? null : roomStateOf(workshop, now())
  const votes = workshop === undefined ? [] : await listSecondVotes(db, workshop.organisationId, workshop.id)
  const isIn = round.state === 'open' && workshop?.locked !== 1
  return {
    round: {
      id: round.id,
      title: round.title,
      organisation: organisation?.name ?? '',
      locale: organisation?.locale === 'en' ? 'en' : 'nl',
      mode: round.mode,
      state: round.state,
      closesAt: round.closesAt,
    },
    isRehearsal: round.purpose === 'rehearsal',
    room,
    join: isIn && round.code !== null ? { code: round.code, url: joinUrl(deps, round.code) } : null,
    counts: { joined: counts?.joined ?? 0, finished: counts?.finished ?? 0, expected: round.expected },
    question: room === null ? null : await questionOf(deps, round, room.scene),
    isRevealed: workshop !== undefined && workshop.revealedReleaseId !== null,
    revealedVersion: workshop === undefined ? null : versionOf(workshop, votes),
    vote: await newestVote(deps, round.organisationId, votes),
    serverTime: now().toISOString(),
  }
}

async function questionOf(deps: WallDeps, round: RoundRow, scene: Scene): Promise<WallView['question']> {
  if (scene.kind !== 'question') return null
  const itemIds = await listRoundItemIds(deps.db, round.organisationId, round.id)
  const instrument = deps.instruments.find(round.instrumentId, round.instrumentVersion)
  if (instrument === undefined) throw new ProblemError('unknown-item')
  const textIn = (locale: 'nl' | 'en') => {
    const texts = instrument.texts[locale].items[scene.itemId]
    if (texts === undefined) throw new ProblemError('unknown-item')
    // Named one by one: the topic of an item says what it feeds.
    const { question, anchors, explanation, example } = texts
    const hasAnchors = Object.keys(anchors).length > 0 || hasOwnLabels(instrument)
    return { question, anchors: hasAnchors ? anchors : endsOf(instrument, locale), explanation, example }
  }
  return {
    number: itemIds.indexOf(scene.itemId) + 1,
    of: itemIds.length,
    texts: { nl: textIn('nl'), en: textIn('en') },
    scale: instrument.scale,
    labels: hasOwnLabels(instrument) ? { nl: instrument.texts.nl.scale, en: instrument.texts.en.scale } : null,
  }
}

/** An item without words of its own is about the words of the scale: its lowest and its highest step. */
function endsOf({ scale, texts }: LoadedInstrument, locale: 'nl' | 'en'): Record<string, string> {
  return Object.fromEntries(
    [scale.min, scale.max].map((step) => [String(step), texts[locale].scale[String(step)] ?? String(step)]),
  )
}

/** Poles speak for themselves, and so do the anchors of scored items; frequencies do not. */
function hasOwnLabels({ scale, scores }: LoadedInstrument): boolean {
  return !scores && scale.kind !== 'bipolar'
}

type Votes = Awaited<ReturnType<typeof listSecondVotes>>

/** Changes with every release that was revealed, and with every argument that was noted beside one; null before that. */
export function versionOf(workshop: WorkshopRow, votes: readonly SecondVoteRow[]): string | null {
  if (workshop.revealedReleaseId === null) return null
  const shown = votes.flatMap((vote) =>
    vote.revealedReleaseId === null ? [] : [vote.revealedReleaseId, vote.arguments],
  )
  return hashSecret(JSON.stringify([workshop.revealedReleaseId, ...shown])).slice(0, VERSION_LENGTH)
}

async function newestVote({ db }: WallDeps, organisationId: string, votes: Votes): Promise<WallView['vote']> {
  const vote = votes.at(-1)
  if (vote === undefined) return null
  const counts = (await countRespondents(db, organisationId, [vote.roundId])).get(vote.roundId)
  return {
    id: vote.roundId,
    number: vote.number,
    items: (await listRoundItemIds(db, organisationId, vote.roundId)).length,
    state: vote.state,
    closesAt: vote.closesAt,
    counts: { joined: counts?.joined ?? 0, finished: counts?.finished ?? 0 },
    isRevealed: vote.revealedReleaseId !== null,
    code: vote.state === 'open' ? vote.code : null,
  }
}
