import type { EffectsInput, Intervention } from '../../server/contract/interventions.ts'
import { call } from '../api.ts'
import type { Draft, Stored } from '../drafts/draft.ts'
import { Drafts } from '../drafts/drafts.ts'
import { onlyFor, writerId } from '../drafts/own-drafts.ts'
import { tellNews } from './agreements.ts'
import type { EffectsBody } from './effects.ts'

const kept = new Map<string, Drafts<EffectsBody>>()

/** The expectations that the reader is writing: one for each person who signs in on this page. */
export function effectDrafts(): Drafts<EffectsBody> {
  const userId = writerId()
  const drafts =
    kept.get(userId) ?? new Drafts<EffectsBody>(`meervoud-effects-${userId}`, onlyFor(userId, { save, theirs }))
  kept.set(userId, drafts)
  return drafts
}

/** What the server has of an intervention's expected effects, and on which revision. */
export function storedEffects(intervention: Intervention): Stored<EffectsBody> {
  const price = intervention.price ?? { dimensions: [], bearer: '' }
  return { body: { effects: intervention.effects, price }, revision: intervention.effectsRevision }
}

async function save({ path, body, revision }: Draft<EffectsBody>, options: RequestInit): Promise<number> {
  const input: EffectsInput = { effects: [...body.effects], price: body.price, revision }
  return tellNews(await call<Intervention>('PUT', path, input, options)).effectsRevision
}

async function theirs({ path }: Draft<EffectsBody>): Promise<Stored<EffectsBody>> {
  return storedEffects(tellNews(await call<Intervention>('GET', path.replace(/\/effects$/, ''))))
}
