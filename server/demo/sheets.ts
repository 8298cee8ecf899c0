import { type Locale, STAKEHOLDER_GROUPS, type StakeholderGroup } from '../contract/common.ts'
import { answerCharacter, emptySheet, NOT_APPLICABLE, slotOf, UNKNOWN } from '../domain/answer.ts'
import { CAPITALS, type Capital } from '../domain/capitals.ts'
import { applyOperations, type SheetOperation } from '../domain/sheet.ts'
import type { LoadedInstrument } from '../instruments.ts'
import type { StoredRespondent } from '../services/stored-rounds.ts'
import type { DemoOrganisation, DemoRound, Park } from './park.ts'
import { Random } from './random.ts'

type Item = LoadedInstrument['items'][number]

/** Standard deviations, in steps of the scale: between items, between people, and of one answer. */
const SPREAD = { item: 0.25, person: 0.35, answer: 0.6 } as const
/** How far the two camps of a divided item stand from the middle. */
const CAMP = 1.4
const STOPS_EARLY = 0.07
const SKIPS = 0.012
/** Share that says "I do not know" about the capital of which nobody knows. */
const NOBODY_KNOWS = 0.93
const FIRST_QUARTER = 2025 * 4 + 3

/** A round of the demo with all that its answers are made from. */
export interface DemoRoundInput {
  readonly park: Park
  readonly organisation: DemoOrganisation
  readonly round: DemoRound
  /** In asked order. */
  readonly items: readonly Item[]
  readonly scale: LoadedInstrument['scale']
  readonly locale: Locale
}

/** What the respondents of a round of the demo answered: made up, plausible, and the same every time. */
export function demoRespondents(input: DemoRoundInput): StoredRespondent[] {
  const { organisation, round } = input
  const seed = `${organisation.key} ${round.period}`
  const groups = STAKEHOLDER_GROUPS.flatMap((group) => Array.from({ length: round.groups[group] ?? 0 }, () => group))
  const order = new Random(seed)
  return groups
    .map((group, index) => {
      const name = organisation.names[index] ?? ''
      // Who is named answers in every round, and stays the same kind of person.
      const character = new Random(`${organisation.key} ${name === '' ? `${round.period} ${index}` : name}`)
      const respondent = new DemoPerson(input, group, character, new Random(`${seed} ${index}`))
      // People do not come in group by group.
      return { respondent: { id: order.id(), name, group, ...respondent.fillIn() }, place: order.next() }
    })
    .sort((a, b) => a.place - b.place)
    .map(({ respondent }) => respondent)
}

/** Somebody who answers: a little milder or stricter than others, on one side of what divides, and perhaps not patient. */
class DemoPerson {
  readonly #input: DemoRoundInput
  readonly #group: StakeholderGroup
  readonly #random: Random
  readonly #mildness: number
  readonly #camp: number
  readonly #stopsAt: number

  constructor(input: DemoRoundInput, group: StakeholderGroup, character: Random, random: Random) {
    this.#input = input
    this.#group = group
    this.#random = random
    this.#mildness = character.bell() * SPREAD.person
    this.#camp = character.happens(0.5) ? CAMP : -CAMP
    this.#stopsAt = random.happens(STOPS_EARLY) ? 0.3 + 0.6 * random.next() : 1
  }

  fillIn(): Pick<StoredRespondent, 'answers' | 'reasons' | 'finished'> {
    const { items, round } = this.#input
    const asked = items.slice(0, Math.round(items.length * this.#stopsAt))
    const operations = asked.flatMap((item, place) => (this.#random.happens(SKIPS) ? [] : this.#answersTo(item, place)))
    const sheet = { answers: emptySheet(items.length, round.horizons.length), reasons: {}, operations: [], late: [] }
    const filled = applyOperations(sheet, operations, { isCollecting: true, isOpen: false }).sheet
    return { answers: filled.answers, reasons: filled.reasons, finished: this.#stopsAt === 1 }
  }

  #answersTo(item: Item, place: number): SheetOperation[] {
    const { horizons } = this.#input.round
    const operation = (horizon: number, character: string, reason?: string): SheetOperation => {
      const slot = slotOf(place, horizon, horizons.length)
      return { opId: `demo-${slot}`, slot, seq: 1, character, ...(reason === undefined ? {} : { reason }) }
    }
    const missing = this.#missing(item)
    if (missing === NOT_APPLICABLE) {
      const reason = this.#random.pick(this.#input.park.reasons[this.#input.locale])
      return horizons.map((_, horizon) => operation(horizon, NOT_APPLICABLE, reason))
    }
    if (missing === UNKNOWN) return horizons.map((_, horizon) => operation(horizon, UNKNOWN))
    const own = this.#random.bell() * SPREAD.answer
    return horizons.map((name, horizon) => operation(horizon, this.#rating(item, name, own)))
  }

  #missing(item: Item): string | undefined {
    const { organisation, park, round } = this.#input
    if (this.#random.happens(organisation.notApplicable[item.id] ?? 0)) return NOT_APPLICABLE
    const { unknownInside, unknownOutside } = park.groups[this.#group]
    const usual = item.perspective === 'internal' ? unknownInside : unknownOutside
    return this.#random.happens(item.dimension === round.unknownTo ? NOBODY_KNOWS : usual) ? UNKNOWN : undefined
  }

  #rating(item: Item, horizon: string, own: number): string {
    const { organisation, park, round, scale } = this.#input
    const capital = capitalOf(item)
    const [internal, external] = organisation.profile[capital]
    const usual = item.perspective === 'internal' ? internal : external
    const moved = organisation.perQuarter[capital] * quarterOf(round)
    const ofItem = new Random(`${organisation.key} ${item.id}`).bell() * SPREAD.item
    const isDivided = organisation.divided.includes(item.id)
    const expected = horizon === 'now' ? 0 : organisation.ahead[capital] + this.#random.bell() * 0.3
    const mean =
      usual + moved + ofItem + park.groups[this.#group].lift + this.#mildness + expected + (isDivided ? this.#camp : 0)
    const rating = Math.max(scale.min, Math.min(scale.max, Math.round(mean + own)))
    return answerCharacter({ rating }, scale)
  }
}

function capitalOf({ dimension }: Item): Capital {
  const capital = CAPITALS.find((known) => known === dimension)
  if (capital === undefined) throw new RangeError(`the demo has no profile for ${dimension}`)
  return capital
}

/** Quarters since the first of the demo. */
function quarterOf({ period }: DemoRound): number {
  const [year = '', quarter = '4'] = period.split('-Q')
  return Number(year) * 4 + Number(quarter) - 1 - FIRST_QUARTER
}
