import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { Email, OrganisationKind } from '../contract/accounts.ts'
import { Period, Role, StakeholderGroup } from '../contract/common.ts'
import { RoundMode } from '../contract/rounds.ts'
import { PlanStep } from '../contract/workshops.ts'
import { CAPITALS } from '../domain/capitals.ts'
import { DATA_ROOT } from '../paths.ts'
import { DemoConversation } from './conversation.ts'
import { InTwoLanguages } from './two-languages.ts'

const Share = z.number().min(0).max(1)
const byCapital = <Value extends z.ZodType>(value: Value) => z.record(z.enum(CAPITALS), value)

/** A round of the demo: how many of each group take part, and what is special about it. */
export const DemoRound = z.strictObject({
  period: Period,
  mode: RoundMode,
  variant: z.enum(['full', 'pulse']),
  horizons: z.array(z.string()),
  expected: z.int().optional(),
  state: z.enum(['closed', 'open', 'draft']).default('closed'),
  groups: z.partialRecord(StakeholderGroup, z.int()),
  /** After how many respondents there was a release in between. */
  interim: z.int().optional(),
  /** A capital about which almost nobody could say anything. */
  unknownTo: z.enum(CAPITALS).optional(),
  /** A workshop continues this round; when it is closed, people voted again on what divided them, for these reasons. */
  workshop: z.strictObject({ arguments: z.record(z.string(), InTwoLanguages) }).optional(),
})
/** A round of the demo, checked. */
export type DemoRound = z.infer<typeof DemoRound>

/** An organisation of the demo. Means are ratings on the scale of 1 to 5; a pair is internal, external. */
export const DemoOrganisation = z.strictObject({
  key: z.string(),
  name: z.string(),
  kind: OrganisationKind,
  /** What whoever looks at the demo may do here. */
  demoRole: Role,
  people: z.array(z.strictObject({ name: z.string(), email: Email, role: Role })).min(1),
  roundName: InTwoLanguages,
  profile: byCapital(z.tuple([z.number(), z.number()])),
  /** How much the mean moves with each quarter. */
  perQuarter: byCapital(z.number()),
  /** What people expect of the coming years, beside now. */
  ahead: byCapital(z.number()),
  /** Items about which people are in two camps. */
  divided: z.array(z.string()),
  /** Share that calls an item not applicable. */
  notApplicable: z.record(z.string(), Share),
  /** Names in open rounds. */
  names: z.array(z.string()).default([]),
  rounds: z.array(DemoRound),
})
/** An organisation of the demo, checked. */
export type DemoOrganisation = z.infer<typeof DemoOrganisation>

const Park = z.strictObject({
  user: z.strictObject({ name: z.string(), email: Email }),
  /** Join code of the round that is open. */
  code: z.string(),
  /** Time plan of its workshops. */
  plan: z.array(PlanStep.extend({ title: InTwoLanguages })),
  organisations: z.array(DemoOrganisation),
  groups: z.record(StakeholderGroup, z.strictObject({ lift: z.number(), unknownInside: Share, unknownOutside: Share })),
  reasons: z.strictObject({ nl: z.array(z.string()), en: z.array(z.string()) }),
})
/** The whole demo: who looks at it, what they join, the organisations, and what one of them made of its results. */
export type Park = z.infer<typeof Park> & { readonly conversation: DemoConversation }

/** The made-up park, as its files say, and the text of these: a demo of another text is another demo. */
export function loadPark(): { readonly park: Park; readonly source: string } {
  const [park, conversation] = [sourceOf('park.json'), sourceOf('conversation.json')]
  return {
    park: { ...Park.parse(JSON.parse(park)), conversation: DemoConversation.parse(JSON.parse(conversation)) },
    source: park + conversation,
  }
}

function sourceOf(name: string): string {
  return readFileSync(join(DATA_ROOT, 'demo', name), 'utf8')
}
