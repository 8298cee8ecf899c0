import { LOCALES, STAKEHOLDER_GROUPS, type StakeholderGroup } from '../contract/common.ts'
import type { ValueMeaning } from '../contract/imports.ts'
import { isOnScale } from '../domain/answer.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { plainWords } from './answers-likeness.ts'

/** What an answer was taken for, and whether somebody should look at that. */
export interface Meant {
  readonly means: ValueMeaning
  /** By a usual order or a leading number, not by words that are known. */
  readonly isGuess: boolean
}

const UNKNOWN = [
  'unknown',
  'weet ik niet',
  'weet niet',
  'geen idee',
  'onbekend',
  'don t know',
  'dont know',
  'i don t know',
  'do not know',
  'no idea',
  'dk',
]
const NOT_APPLICABLE = ['not applicable', 'not_applicable', 'niet van toepassing', 'n v t', 'nvt', 'n a', 'na']
const UNANSWERED = ['geen antwoord', 'no answer', 'not answered', 'not_answered', 'null', 'nan']

/** Says what the answers of a file mean, on the scale of one instrument. */
export class AnswerValues {
  readonly #instrument: LoadedInstrument
  readonly #said: ReadonlyMap<string, ValueMeaning>
  readonly #general: ReadonlyMap<string, ValueMeaning>
  readonly #ofItems: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** What was looked up before: a file says the same few things very often. */
  readonly #known = new Map<string, Map<string, Meant | undefined>>()

  /** @param said what a person said, by text. */
  constructor(instrument: LoadedInstrument, said: readonly { readonly text: string; readonly means: ValueMeaning }[]) {
    this.#instrument = instrument
    this.#said = new Map(said.map(({ text, means }) => [valueKey(text), means]))
    const { texts } = instrument
    const steps = LOCALES.flatMap((locale) =>
      Object.entries(texts[locale].scale).map(([step, words]) => [plainWords(words), Number(step)] as const),
    )
    const fixed = [
      ...UNKNOWN.map((text) => [plainWords(text), 'unknown'] as const),
      ...NOT_APPLICABLE.map((text) => [plainWords(text), 'not_applicable'] as const),
      ...UNANSWERED.map((text) => [plainWords(text), 'unanswered'] as const),
    ]
    this.#general = new Map<string, ValueMeaning>([...fixed, ...stepsOnce(steps)])
    this.#ofItems = new Map(
      instrument.items.map(({ id }) => {
        const own = LOCALES.flatMap((locale) => Object.entries(texts[locale].items[id]?.anchors ?? {}))
        return [id, stepsOnce(own.map(([step, words]) => [plainWords(words), Number(step)] as const))]
      }),
    )
  }

  /** Whether this text is words of a step that this item alone has, so that it says nothing about others. */
  isOfItem(text: string, itemId: string): boolean {
    return !this.#said.has(valueKey(text)) && this.#ofItems.get(itemId)?.has(plainWords(text)) === true
  }

  /** What a cell of an item means; undefined when nobody knows. An empty cell is not answered. */
  meaningOf(text: string, itemId: string): Meant | undefined {
    const known = this.#known.get(itemId) ?? new Map<string, Meant | undefined>()
    this.#known.set(itemId, known)
    if (!known.has(text)) known.set(text, this.#lookUp(text, itemId))
    return known.get(text)
  }

  #lookUp(text: string, itemId: string): Meant | undefined {
    if (text === '') return { means: 'unanswered', isGuess: false }
    const said = this.#said.get(valueKey(text))
    if (said !== undefined) return { means: said, isGuess: false }
    const own = this.#ofItems.get(itemId)?.get(plainWords(text))
    return own === undefined ? this.generalMeaning(text) : { means: own, isGuess: false }
  }

  /** The same whatever the item. */
  generalMeaning(text: string): Meant | undefined {
    const said = this.#said.get(valueKey(text))
    if (said !== undefined) return { means: said, isGuess: false }
    const { scale } = this.#instrument
    if (text === '?') return { means: 'unknown', isGuess: false }
    if (text === '-') return { means: 'not_applicable', isGuess: false }
    const number = /^(\d)(?:[.,]0+)?$/.exec(text)?.[1]
    if (number !== undefined) return onScale(Number(number), scale, false)
    const known = this.#general.get(plainWords(text))
    if (known !== undefined) return { means: known, isGuess: false }
    // LimeSurvey numbers the answers to a question from 1: A1, or AO01 since version 5.
    const place = /^AO?0?(\d)$/.exec(text)?.[1]
    if (place !== undefined) return onScale(Number(place) - 1 + scale.min, scale, true)
    const leading = /^(\d)\s*[-:.)(=]/.exec(text)?.[1]
    return leading === undefined ? undefined : onScale(Number(leading), scale, true)
  }
}

function onScale(rating: number, scale: LoadedInstrument['scale'], isGuess: boolean): Meant | undefined {
  return isOnScale(rating, scale) ? { means: rating, isGuess } : undefined
}

/** Under what a text is looked up: what a person saw, whatever its spaces. */
export function valueKey(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Words of one step; the same words at two steps say nothing. */
function stepsOnce(pairs: readonly (readonly [string, number])[]): Map<string, number> {
  const found = new Map<string, number>()
  const doubted = new Set<string>()
  for (const [words, step] of pairs) {
    if (words === '' || (found.get(words) ?? step) !== step) doubted.add(words)
    found.set(words, step)
  }
  for (const words of doubted) found.delete(words)
  return found
}

const GROUP_WORDS: Readonly<Record<StakeholderGroup, readonly string[]>> = {
  management: ['management', 'directie', 'bestuur', 'leiding', 'mt'],
  staff: ['staff', 'staf', 'medewerker', 'medewerkers', 'personeel', 'employee', 'employees'],
  customer: ['customer', 'customers', 'klant', 'klanten', 'client', 'clients'],
  supplier: ['supplier', 'suppliers', 'leverancier', 'leveranciers'],
  neighbour: ['neighbour', 'neighbours', 'neighbor', 'buur', 'buren', 'omwonende', 'omwonenden'],
  education: ['education', 'onderwijs', 'school', 'scholen'],
  government: ['government', 'overheid', 'gemeente', 'municipality'],
  other: ['other', 'others', 'anders', 'overig', 'overige'],
}
const GROUPS = new Map(STAKEHOLDER_GROUPS.flatMap((group) => GROUP_WORDS[group].map((word) => [word, group] as const)))

/** The group of these words; undefined when none is called so. */
export function groupNamed(text: string): StakeholderGroup | undefined {
  return GROUPS.get(plainWords(text))
}
