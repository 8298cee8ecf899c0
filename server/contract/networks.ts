import * as z from 'zod'
import { CAPITALS } from '../domain/capitals.ts'
import { daysBetween, EXPERIMENT_OUTCOMES } from '../domain/experiment.ts'
import { LINK_DIRECTIONS, LINK_STATES, PARTY_KINDS } from '../domain/network.ts'
import { Id } from './common.ts'

const Line = z.string().trim().max(200)
const Text = z.string().trim().max(1000)
const Revision = z.int().min(0).describe('The one that the writer saw; 0 makes a new one')

/** A line between the organisation and an outside party. */
export const PartyLink = z.strictObject({
  dimension: z.enum(CAPITALS),
  direction: z.enum(LINK_DIRECTIONS),
  state: z.enum(LINK_STATES),
  note: Line.describe('What goes along the line, in words; may be empty'),
})
export type PartyLink = z.infer<typeof PartyLink>

/** What somebody writes about a party: each capital at most once. */
export const PartyInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  kind: z.enum(PARTY_KINDS),
  links: z
    .array(PartyLink)
    .max(CAPITALS.length)
    .refine((links) => new Set(links.map(({ dimension }) => dimension)).size === links.length, {
      error: 'each capital at most once',
    }),
  revision: Revision,
})
export type PartyInput = z.infer<typeof PartyInput>

/** An outside party with its lines. */
export const Party = z
  .object({
    id: Id,
    name: z.string(),
    kind: z.enum(PARTY_KINDS),
    links: z.array(PartyLink),
    revision: z.int(),
  })
  .meta({ id: 'Party' })
export type Party = z.infer<typeof Party>

/** Texts may be empty while somebody is still writing; what is expected stands there from the start. */
export const ExperimentInput = z
  .strictObject({
    period: z.string().regex(/^\d{4}-Q[1-4]$/, 'must be a quarter (2026-Q4)'),
    partyId: Id.nullable().describe('The outside partner; null: not known yet'),
    hypothesis: Text.min(1),
    smallestTest: Text,
    measure: Text,
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    outcome: z.enum(EXPERIMENT_OUTCOMES).nullable().describe('null: it is not over yet'),
    learned: Text,
    revision: Revision,
  })
  .refine(({ startsOn, endsOn }) => daysBetween(startsOn, endsOn) >= 0, {
    path: ['endsOn'],
    error: 'must not be before startsOn',
  })
export type ExperimentInput = z.infer<typeof ExperimentInput>

/** The experiment of one quarter. */
export const Experiment = z
  .object({
    id: Id,
    period: z.string(),
    partyId: Id.nullable(),
    hypothesis: z.string(),
    smallestTest: z.string(),
    measure: z.string(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    outcome: z.enum(EXPERIMENT_OUTCOMES).nullable(),
    learned: z.string(),
    revision: z.int(),
  })
  .meta({ id: 'Experiment' })
export type Experiment = z.infer<typeof Experiment>

/** Everything about the world outside of one organisation. */
export const Network = z
  .object({
    parties: z.array(Party).describe('In an order that stays the same'),
    experiments: z.array(Experiment).describe('Newest quarter first'),
  })
  .meta({ id: 'Network' })
export type Network = z.infer<typeof Network>

/** What the remover saw. Left out: whatever stands there goes. */
export const SeenRevision = z.strictObject({ revision: z.coerce.number().int().min(1).optional() })

export const PartyParams = z.object({ org: Id, party: Id })
export const ExperimentParams = z.object({ org: Id, experiment: Id })
