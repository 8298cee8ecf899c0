import type { InstrumentView } from '../../server/contract/instruments.ts'
import type { PlannedRound, RoundPlan } from '../../server/contract/planning.ts'
import { remindersOf } from '../../server/domain/rhythm.ts'
import { locale } from '../i18n/locale.ts'
import { t } from '../i18n/texts.ts'
import { wayOf } from '../new-round/choices.ts'
import { periodText } from '../pages/round-words.ts'
import { pageWords } from '../results/page-words.ts'
import { inSentence } from '../results/words.ts'
import { planDay } from './plan-days.ts'
import './planning-texts.ts'

/** What a round asks, in one line; undefined where nobody said. */
export function asksText({ asks }: PlannedRound, names: InstrumentView['names'] | undefined): string | undefined {
  if (asks === null) return undefined
  const { kind, dimensions, items } = asks
  if (kind !== 'weakest') return t(`planning-asks-${kind}`, { items })
  if (dimensions === null) return t('planning-asks-weakest-unsaid', { items })
  if (dimensions.length === 0) return t('planning-asks-weakest-unknown', { items })
  const called = dimensions.map((code) => inSentence(names?.[locale()].dimensions[code]?.name ?? code))
  return t('planning-asks-weakest', { names: pageWords().list(called), items })
}

/** Whether what it asks is chosen once more when it opens. */
export function mayChange({ asks, state, round }: PlannedRound, plan: RoundPlan | null): boolean {
  if (asks?.kind !== 'weakest' && plan?.usual !== 'weakest') return false
  if (state === 'ahead') return asks?.kind === 'weakest' && asks.dimensions?.length !== 0
  return state === 'prepared' && asks?.kind === 'weakest' && round?.planId !== null && round?.planId === plan?.id
}

/** When it opens or opened, and until when it asks. */
export function daysTexts({ state, opensAt, dueAt, round }: PlannedRound): string[] {
  if (state === 'unplanned') return []
  const isOpened = round?.openedAt !== null && round !== null
  const opens =
    opensAt === null
      ? t('planning-opens-not')
      : t(isOpened ? 'planning-opened' : 'planning-opens', { day: planDay(opensAt) })
  const due = dueAt === null ? t('planning-due-none') : t('planning-due', { day: planDay(dueAt) })
  return [opens, due]
}

/** What is to be said about it now: how many came, that people wait to be reminded, that something is late. */
export function notesOf(planned: PlannedRound, now: Date): string[] {
  const { state, round } = planned
  const notes: string[] = []
  if (state === 'passed') notes.push(t('planning-passed'))
  const isOver = planned.dueAt !== null && planned.dueAt <= now.toISOString()
  if (state === 'late') notes.push(t(isOver ? 'planning-late-over' : 'planning-late'))
  if (state === 'overdue') notes.push(t(`planning-overdue-${round?.answering ?? 'each'}`))
  if (round === null || (state !== 'open' && state !== 'overdue')) return notes
  if (round.answering === 'each')
    notes.push(t('planning-came', { joined: round.counts.joined, expected: round.expected ?? 0 }))
  if (isTimeToRemind(planned, now)) notes.push(t('planning-remind-now'))
  return notes
}

/** Whether the morning of a day on which people are reminded has come, and the last day is not over. */
export function isTimeToRemind({ state, round }: Pick<PlannedRound, 'state' | 'round'>, now: Date): boolean {
  if (state !== 'open' || !round || round.dueAt === null) return false
  const isMissing = round.expected === null || round.counts.joined < round.expected
  const opened = new Date(round.openedAt ?? round.createdAt)
  const hasCome = remindersOf(new Date(round.dueAt), round.remindDays).some((day) => day > opened && day <= now)
  return hasCome && (round.answering === 'together' || isMissing)
}

/** A rhythm in a few sentences. */
export function rhythmTexts(plan: RoundPlan, canMail: boolean): string[] {
  const days = pageWords().list(plan.remindDays.map((day) => inSentence(t('round-new-reminders-days', { days: day }))))
  const isReminding = plan.remindDays.length > 0
  return [
    [
      t('planning-rhythm-usual', { usual: plan.usual }),
      plan.fullQuarter === null ? '' : t('planning-rhythm-full', { quarter: plan.fullQuarter }),
      t('planning-rhythm-who', { way: wayOf(plan) }),
    ],
    isReminding && !canMail
      ? [t('planning-rhythm-no-mail')]
      : [
          t('planning-rhythm-mail', { n: plan.remindDays.length, days }),
          isReminding ? t('planning-rhythm-mail-who', { way: wayOf(plan) }) : '',
        ],
  ].map((sentences) => sentences.filter((sentence) => sentence !== '').join(' '))
}

/** What a round is called in a list of quarters: its quarter. */
export function nameOf({ period }: Pick<PlannedRound, 'period'>): string {
  return periodText(period)
}
