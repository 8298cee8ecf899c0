import * as z from 'zod'
import { Id, Locale, OrganisationParams, Period, Time } from './common.ts'
import { CONSENT_PURPOSES } from './consent-purposes.ts'

/** One purpose, by its code. */
export const ConsentPurpose = z
  .enum(CONSENT_PURPOSES)
  .describe(
    'benchmark: its figures count in figures of groups; named: its name stands on the list of its park, for staff and other participants; public: it stands on the public list',
  )

/** Path parameters of everything between a company and one programme. */
export const ParticipationParams = OrganisationParams.extend({ programme: Id })

const Named = z.object({ id: Id, name: z.string() })

/** A company in a programme. */
export const Participation = z
  .object({
    programme: Named,
    park: Named,
    sector: z.string().nullable().describe('Section of the Dutch standard industrial classification, a letter'),
    joinedAt: Time,
    leftAt: Time.nullable().describe('null: takes part'),
    consents: z.object({ benchmark: z.boolean(), named: z.boolean(), public: z.boolean() }).describe('What holds now'),
  })
  .meta({ id: 'Participation' })
export type Participation = z.infer<typeof Participation>

/** The same with who else is on the park. */
export const ParticipationView = Participation.extend({
  neighbours: z.array(z.string()).describe('Other companies on the park that let themselves be named, by name'),
}).meta({ id: 'ParticipationView' })
export type ParticipationView = z.infer<typeof ParticipationView>

/** One act of a company; it is never changed. */
export const ConsentEntry = z
  .object({
    number: z.int().describe('Order within company and programme, from 1'),
    purpose: ConsentPurpose,
    act: z.enum(['given', 'withdrawn']),
    statement: z.string().describe('Which version of the sentence was read'),
    locale: Locale.describe('In which language'),
    at: Time,
    by: z.string().nullable().describe('null: the account is gone'),
  })
  .meta({ id: 'ConsentEntry' })
export type ConsentEntry = z.infer<typeof ConsentEntry>

/** Gives or withdraws one consent. The same again changes nothing. */
export const ConsentChange = z.strictObject({
  purpose: ConsentPurpose,
  act: z.enum(['given', 'withdrawn']),
  statement: z.string().min(1).max(40).describe('The version of the sentence that stood on the page'),
  locale: Locale.describe('The language that the page spoke'),
  tag: z.string().max(64).optional().describe('For giving benchmark: of the preview that was seen'),
})
export type ConsentChange = z.infer<typeof ConsentChange>

/** A questionnaire with the newest version that is here; null: none is. */
export const InstrumentOf = z.object({ id: z.string(), version: z.string().nullable() })
export type InstrumentOf = z.infer<typeof InstrumentOf>

/** The figures of one period, exactly as they are copied into a programme: nothing else of the company goes along. */
export const ContributedPeriod = z
  .object({
    period: Period,
    instrumentVersion: z.string(),
    roundId: Id,
    roundTitle: z.string().nullable().describe('null: the round is not here any more. The title itself is not copied'),
    releaseId: Id,
    scores: z
      .record(z.string(), z.int().min(0).max(100).nullable())
      .describe('By `<horizon>/<dimension>/<perspective or all>`; null: no score, which is not zero'),
    themes: z.array(z.string()).describe('Capitals that an agreement of the company is expected to raise'),
    contributedAt: Time.nullable().describe('null: not copied, or copied from another release'),
  })
  .meta({ id: 'ContributedPeriod' })
export type ContributedPeriod = z.infer<typeof ContributedPeriod>

/** What would be copied now, or what stands in the programme, with the groups in which it counts. */
export const ContributionView = z
  .object({
    instrument: InstrumentOf.describe('The questionnaire that the programme collects'),
    park: Named,
    region: z.object({ code: z.string(), name: z.string() }).nullable(),
    sector: z.string().nullable(),
    periods: z.array(ContributedPeriod).describe('Newest first'),
  })
  .meta({ id: 'ContributionView' })
export type ContributionView = z.infer<typeof ContributionView>

/** What consent would copy now. */
export const ContributionPreview = ContributionView.extend({
  tag: z.string().describe('Another one as soon as anything here is another; consent names the one that was seen'),
}).meta({ id: 'ContributionPreview' })
export type ContributionPreview = z.infer<typeof ContributionPreview>
