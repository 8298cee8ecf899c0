import type { Intervention } from '../../server/contract/interventions.ts'
import type { RoomReflection } from '../../server/contract/reflection-room.ts'
import type { Reflection, ReflectionSummary } from '../../server/contract/reflections.ts'
import type { Workshop } from '../../server/contract/workshops.ts'
import { ApiError, call } from '../api.ts'

/** Refusals that say that there is nothing of the kind now. */
const GONE = ['not-found', 'no-reflection-shown']

/** A proposal of a reflection, as far as the room answers it. */
export interface OpenProposal {
  readonly id: string
  readonly title: string
  readonly consent: Intervention['consent']['state']
}

/** The reflection that a session goes on with, and the proposals in it. */
export interface OpenReflection {
  readonly id: string
  readonly title: string
  readonly proposals: readonly OpenProposal[]
}

/**
 * The newest reflection of a session's round that is open; undefined when there is none. Those of rehearsals stand in no
 * list: such a session has one under its own id.
 */
export async function openReflection(
  org: string,
  { id, round, isRehearsal }: Workshop,
  signal: AbortSignal,
): Promise<OpenReflection | undefined> {
  const at = `/api/organisations/${org}`
  const found = isRehearsal
    ? await ownReflection(`${at}/reflections/${id}`, signal)
    : await newest(at, round.id, signal)
  if (found?.state !== 'open') return undefined
  const path = `${at}/interventions?reflection=${found.id}`
  const { items } = await call<{ items: Intervention[] }>('GET', path, undefined, { signal })
  const proposals = items.filter(({ state }) => state === 'proposed')
  return {
    id: found.id,
    title: found.title,
    proposals: proposals.map(({ id, content, consent }) => ({ id, title: content.title, consent: consent.state })),
  }
}

/** Starts the reflection of a session, or answers the one that a colleague started at the same moment. */
export async function startReflection(org: string, { id, round }: Workshop): Promise<string> {
  const start = (input: object) =>
    call<{ id: string }>('POST', `/api/organisations/${org}/reflections`, { roundId: round.id, ...input })
  // Under the id of the session it is made once, however often the button is pressed.
  const own = await ownReflection(`/api/organisations/${org}/reflections/${id}`)
  return (await start(own?.state === 'closed' ? {} : { id })).id
}

/** What the room works on at this moment, for the small wall; undefined when the wall shows something else by now. */
export function roomReflection(roundId: string, signal: AbortSignal): Promise<RoomReflection | undefined> {
  return unlessGone(call<RoomReflection>('GET', `/api/live/rounds/${roundId}/reflection`, undefined, { signal }))
}

function ownReflection(path: string, signal?: AbortSignal): Promise<Reflection | undefined> {
  return unlessGone(call<Reflection>('GET', path, undefined, signal ? { signal } : {}))
}

async function newest(at: string, roundId: string, signal: AbortSignal): Promise<ReflectionSummary | undefined> {
  const { items } = await call<{ items: ReflectionSummary[] }>('GET', `${at}/reflections`, undefined, { signal })
  return items.find((one) => one.roundId === roundId && one.state === 'open')
}

async function unlessGone<Reply>(reading: Promise<Reply>): Promise<Reply | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof ApiError && GONE.includes(error.code)) return undefined
    throw error
  }
}
