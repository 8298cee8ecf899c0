import * as z from 'zod'
import { CAPITALS } from '../domain/capitals.ts'
import { Locale } from './common.ts'
import { LENSES } from './room-limits.ts'

/** The questions by number, in the order in which they are suggested; any order is allowed. */
export const QUESTIONS = ['1', '2', '3', '4', '5', '6', '7'] as const
export const Question = z.enum(QUESTIONS)
export type Question = z.infer<typeof Question>

/** Ways of looking at what keeps behaviour going (question 3). */
export const Lens = z.enum(LENSES)
export type Lens = z.infer<typeof Lens>

/** The parts of a driver (question 1). */
export const DRIVER_PARTS = ['situation', 'effect', 'need'] as const
export const DriverPart = z.enum(DRIVER_PARTS)
export type DriverPart = z.infer<typeof DriverPart>

/** The three "up" checks on an intervention (question 6). */
export const UPS = ['upcycling', 'uptrusting', 'upsharing'] as const
export const Up = z.enum(UPS)
export type Up = z.infer<typeof Up>

/** What a change needs from the people who make it (question 6), each rated 0 to 4. */
export const POTENTIALS = [
  'time',
  'skills',
  'money',
  'leadership',
  'experience',
  'autonomy',
  'mastery',
  'purpose',
] as const
export const Potential = z.enum(POTENTIALS)
export type Potential = z.infer<typeof Potential>

/** Steps of impact and of each potential: 0 is none, 4 is a great deal. */
export const STEPS = ['0', '1', '2', '3', '4'] as const

/** How a stakeholder group stands towards an intervention, from least to most. */
export const SUPPORTS = ['against', 'waiting', 'for', 'pulling'] as const
export const Support = z.enum(SUPPORTS)
export type Support = z.infer<typeof Support>

/** What kind of case an example is. */
export const THEMES = [
  'shared-building',
  'self-steering-teams',
  'area-cooperative',
  'shared-roof',
  'fair-pay-to-growers',
  'supplier-ring',
  'caring-together',
] as const
export const Theme = z.enum(THEMES)
export type Theme = z.infer<typeof Theme>

/** What examples have in common (question 5); one case has a few of them. */
export const CONDITIONS = [
  'owned-by-users',
  'decide-near-the-work',
  'long-agreements',
  'open-figures',
  'shared-risk',
  'small-start',
  'trusted-middleman',
  'waste-is-material',
  'shared-use',
  'learn-together',
] as const
export const Condition = z.enum(CONDITIONS)
export type Condition = z.infer<typeof Condition>

const Text = z.string().trim().min(1)

const QuestionTexts = z.strictObject({
  title: Text,
  prompt: Text.describe('What to write, one or two short sentences'),
  why: Text.describe('Why this is asked'),
  examples: z.array(Text).min(2).max(4).describe('Cards as somebody could write them'),
  carry: Text.describe('What to carry on to the next question, one line'),
})

const Prompted = z.strictObject({ name: Text, prompt: Text, example: Text })
const Asked = z.strictObject({ name: Text, question: Text })

/** All texts of a guide version in one language: the file `texts.<locale>.json`. */
export const GuideTexts = z
  .strictObject({
    title: Text,
    description: Text,
    questions: z.record(Question, QuestionTexts),
    lenses: z.record(Lens, Prompted),
    judging: Text.describe('Said beside a card that holds a judging word; it never blocks'),
    driver: z.record(DriverPart, Prompted),
    ups: z.record(Up, Asked),
    potential: z.record(Potential, Asked),
    impact: z.strictObject({ question: Text, steps: z.record(z.enum(STEPS), Text) }),
    support: z.record(Support, Text),
    themes: z.record(Theme, Text),
    conditions: z.record(Condition, Text),
  })
  .meta({ id: 'GuideTexts' })
export type GuideTexts = z.infer<typeof GuideTexts>

/** Codes are safe in addresses. */
const Code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** The file `guide.json`: which guide this is, and the words that its judging sentence is about. */
export const GuideFile = z.strictObject({
  id: Code,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  lenses: z.array(Lens).min(1).describe('In the order in which they are offered'),
  judgingWords: z.record(Locale, z.array(Text).min(1)),
})
export type GuideFile = z.infer<typeof GuideFile>

const ExampleTexts = z.strictObject({
  title: Text,
  place: Text,
  what: Text.describe('What they do, one to three sentences'),
  why: Text.describe('Why it works, as we read it, one sentence'),
})

/** A case from elsewhere, in our own words and with where we read about it (question 4). */
export const Example = z
  .strictObject({
    id: Code,
    theme: Theme,
    capitals: z.array(z.enum(CAPITALS)).min(1).describe('What it does well by, the clearest first'),
    conditions: z.array(Condition).min(1).max(3),
    since: z.int().min(1700).max(2100).nullable().describe('Year of its start, or null when no source gives it'),
    texts: z.record(Locale, ExampleTexts),
    sources: z
      .array(
        z.strictObject({
          title: Text,
          url: z.url({ protocol: /^https$/ }),
          year: z.int().min(1900).max(2100).optional(),
        }),
      )
      .min(1),
  })
  .meta({ id: 'ReflectionExample' })
export type Example = z.infer<typeof Example>

/** The file `examples.json`: the library, in the order in which it is shown. */
export const ExamplesFile = z.strictObject({ examples: z.array(Example).min(1) })
export type ExamplesFile = z.infer<typeof ExamplesFile>

/** A guide version as pages receive it. */
export const GuideView = z
  .object({
    id: z.string(),
    version: z.string(),
    texts: z.object({ nl: GuideTexts, en: GuideTexts }),
    lenses: z.array(Lens),
    judgingWords: z.object({ nl: z.array(z.string()), en: z.array(z.string()) }),
  })
  .meta({ id: 'ReflectionGuide' })
export type GuideView = z.infer<typeof GuideView>

export const GuideParams = z.object({ id: z.string().max(40), version: z.string().max(20) })
