import * as z from 'zod'
import { QUARTER_SETS } from '../domain/rhythm.ts'
import { Id, Period, StakeholderGroup, Time } from './common.ts'
import { RemindDays, Round, RoundAnswering, RoundMode } from './rounds.ts'

/** The rhythm of an organisation's rounds, as somebody sets it. Days are those of the zone that `Planning` names. */
const Rhythm = z.strictObject({
  instrument: z.string().max(40).describe('Each round takes the newest version at the moment that it is prepared'),
  horizons: z.array(z.string().max(40)).min(1).max(4),
  usual: z.enum(QUARTER_SETS),
  fullQuarter: z.int().min(1).max(4).nullable().describe('In this quarter of the year everything is asked'),
  mode: RoundMode,
  answering: RoundAnswering,
  groups: z.array(StakeholderGroup).max(8),
  expected: z.int().min(1).max(100_000).nullable(),
  opens: z.strictObject({
    from: z.enum(['start', 'end']),
    days: z.int().min(-92).max(92).describe('After the first or the last day of the quarter; before it when negative'),
  }),
  openDays: z.int().min(1).max(60).describe('Days on which answers are asked, those of opening and closing included'),
  remindDays: RemindDays,
})

/** The same as somebody saves it. */
export const RoundPlanInput = Rhythm.extend({ revision: z.int().min(0).describe('The one that was seen; 0: none') })
  .refine((input) => input.answering === 'each' || input.mode === 'open', {
    message: 'a team that answers together is named: the mode has to be open',
    path: ['mode'],
  })
  .refine((input) => input.answering === 'each' || (input.groups.length === 0 && input.expected === null), {
    message: 'a team that answers together is one sheet, without groups',
    path: ['groups'],
  })
export type RoundPlanInput = z.infer<typeof RoundPlanInput>

export const RoundPlan = z.object({ id: Id, ...Rhythm.shape, revision: z.int() }).meta({ id: 'RoundPlan' })
export type RoundPlan = z.infer<typeof RoundPlan>

/** `…/plan`, removing: which revision was seen; left out, whatever stands there goes. */
export const PlanRevision = z.strictObject({ revision: z.coerce.number().int().min(1).optional() })

/**
 * Where a round of the plan is. `ahead`: not prepared yet; `prepared`: a draft; `late`: a draft that should be open;
 * `overdue`: open after its last day for answers; `passed`: nothing was made and its days are over; `unplanned`: nothing
 * is planned for this quarter.
 */
export const PLANNED_STATES = [
  'ahead',
  'prepared',
  'late',
  'open',
  'overdue',
  'closing',
  'closed',
  'archived',
  'passed',
  'unplanned',
] as const
export const PlannedState = z.enum(PLANNED_STATES)
export type PlannedState = z.infer<typeof PlannedState>

/** A round that is there or comes: what is asked, when, and where it is. */
export const PlannedRound = z.object({
  period: Period,
  state: PlannedState,
  opensAt: Time.nullable().describe('When it opened, or opens by itself; null: nobody said'),
  dueAt: Time.nullable(),
  asks: z
    .object({
      kind: z.enum([...QUARTER_SETS, 'other']),
      dimensions: z
        .array(z.string())
        .nullable()
        .describe(
          'Those asked in full beside the short set; they may still change before it opens. null: not said to who only answers, until a team has signed off',
        ),
      items: z.int(),
    })
    .nullable(),
  round: Round.nullable().describe('null: not made yet'),
})
export type PlannedRound = z.infer<typeof PlannedRound>

/** The rounds that come, by quarter, and the rhythm that makes them. */
export const Planning = z
  .object({
    zone: z.string().describe('Days are days in this time zone'),
    plan: RoundPlan.nullable(),
    quarters: z
      .array(PlannedRound)
      .describe('Four, the first is the one that it is, or one before of which answers are asked'),
    others: z.array(PlannedRound).describe('Further rounds that are open, or open by themselves'),
    canMail: z.boolean().describe('false: nobody is reminded by mail; the page says so'),
  })
  .meta({ id: 'Planning' })
export type Planning = z.infer<typeof Planning>

/** What waits in an organisation, for the first page. */
export const OrganisationNow = z
  .object({
    open: z.array(Round).describe('Open and closing rounds, the first to be due first'),
    next: PlannedRound.nullable().describe('The next round that opens by itself'),
    latest: z
      .object({ roundId: Id, title: z.string(), period: Period })
      .nullable()
      .describe('The newest closed round of which this reader reads an outcome'),
  })
  .meta({ id: 'OrganisationNow' })
export type OrganisationNow = z.infer<typeof OrganisationNow>
