import * as z from 'zod'
import { CAPITALS } from '../domain/capitals.ts'
import { ALL_TOPICS, isTopicOf, MOST_LETTERS, OFFER_KINDS } from '../domain/exchange.ts'
import { Id, Time } from './common.ts'
import { ParticipationParams } from './participations.ts'

const Capital = z.enum(CAPITALS)
const Topic = z.enum(ALL_TOPICS)
const OfferKind = z.enum(OFFER_KINDS)

/** Path parameters of an offer or a need, and of a match. */
export const OfferParams = ParticipationParams.extend({ offer: Id })
export const MatchParams = ParticipationParams.extend({ match: Id })

/** Something that a company offers or needs. */
export const OfferInput = z
  .strictObject({
    kind: OfferKind,
    capital: Capital,
    topic: Topic.describe('One of the topics of this capital'),
    text: z
      .string()
      .trim()
      .min(1)
      .max(MOST_LETTERS)
      .describe('Read by nobody else until both sides of a match said yes'),
  })
  .refine(({ capital, topic }) => isTopicOf(capital, topic), {
    path: ['topic'],
    message: 'must be a topic of this capital',
  })
export type OfferInput = z.infer<typeof OfferInput>

/** An offer or a need of the company itself; it is open as long as it is here. */
export const Offer = z
  .object({
    id: Id,
    kind: OfferKind,
    capital: Capital,
    topic: Topic,
    text: z.string(),
    createdAt: Time,
    matchEndedAt: Time.nullable().describe('When the other side of an agreed match last went; null: none did'),
  })
  .meta({ id: 'CapitalOffer' })
export type Offer = z.infer<typeof Offer>

/**
 * Somebody who fits: before both said yes nothing about the other is told but whether it is on the same park, and that only
 * where several companies are.
 */
export const Match = z
  .object({
    id: Id,
    offerId: Id.describe('The own offer or need'),
    kind: OfferKind.describe('What the company itself does: offer or need'),
    capital: Capital,
    topic: Topic,
    isSamePark: z.boolean().nullable().describe('null: with so few companies it would say who it is'),
    says: z.enum(['yes', 'no']).nullable().describe('What the company itself said; null: nothing yet'),
    contact: z.string().nullable().describe('What it typed with its yes'),
    agreed: z
      .object({
        at: Time,
        company: z.string(),
        park: z.string(),
        text: z.string(),
        contact: z.string(),
      })
      .nullable()
      .describe('The other side; null until both said yes. Whether the other said yes or no is not told'),
  })
  .meta({ id: 'CapitalMatch' })
export type Match = z.infer<typeof Match>

/** The matches of a company. */
export const MatchList = z.object({
  enough: z.boolean().describe('Whether enough companies take part for proposals to be made'),
  items: z.array(Match).describe('On the same park first'),
})
export type MatchList = z.infer<typeof MatchList>

/** What a company says to a proposal. A yes or no can be taken back until both said yes. */
export const MatchAnswer = z.discriminatedUnion('says', [
  z.strictObject({
    says: z.literal('yes'),
    contact: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('How the other side can reach the company, once it said yes too'),
  }),
  z.strictObject({ says: z.literal('no') }),
  z.strictObject({ says: z.literal('nothing') }),
])
export type MatchAnswer = z.infer<typeof MatchAnswer>

/** Who helps whom. Nobody who did not let itself be named is named, and no text or topic is in it. */
export const ValueNetwork = z
  .object({
    open: z
      .array(
        z.object({
          capital: Capital,
          offers: z.int().nullable().describe('null: fewer than 5'),
          needs: z.int().nullable().describe('null: fewer than 5'),
        }),
      )
      .describe('Of the whole programme'),
    parks: z.array(z.object({ id: Id, name: z.string() })).describe('Parks of companies in it, by name'),
    companies: z.array(
      z.object({
        number: z.int().describe('Its number in this answer, from 1; nothing else'),
        name: z.string().nullable().describe('null: does not let itself be named'),
        parkId: Id,
      }),
    ),
    matches: z.array(
      z.object({
        from: z.int().describe('Number of who offers'),
        to: z.int().describe('Number of who needs'),
        capital: Capital,
        count: z.int().describe('How many agreed matches'),
      }),
    ),
  })
  .meta({ id: 'ValueNetwork' })
export type ValueNetwork = z.infer<typeof ValueNetwork>

/** The same for a company, about its own park. */
export const CompanyNetwork = z.object({
  network: ValueNetwork.nullable().describe('null: only for companies that let themselves be named'),
})
export type CompanyNetwork = z.infer<typeof CompanyNetwork>
