import type { AnswersPreview, ColumnUse } from '../contract/imports.ts'
import type { LoadedInstrument } from '../instruments.ts'
import { likeness, pairsOf, plainWords } from './answers-likeness.ts'
import type { AnswersTable } from './answers-table.ts'

/** A column with what it was taken for, and how that was found. */
export type FoundColumn = AnswersPreview['columns'][number]

/** What is known before a file is read. */
export interface ColumnOptions {
  readonly instrument: LoadedInstrument
  /** What answers are about where a header does not say so. */
  readonly horizon: string
  /** Whether names may be kept. */
  readonly isOpen: boolean
  /** What a person said, by place. */
  readonly said: ReadonlyMap<number, ColumnUse>
}

const NOTHING: ColumnUse = { kind: 'nothing' }
/** From here two texts are alike enough to be proposed, when no other item is nearly as like. */
const LIKE = 0.6
const CLEARLY = 0.08
/** Letters of a header that are looked at: a question is shorter. */
const MOST_LOOKED_AT = 1_000

/**
 * Recognises the columns of a wide file: by the id of an item, its code, or its question in either language. What only
 * looks like a question is a proposal, and nothing is taken from it until a person says so.
 */
export function findColumns(table: AnswersTable, options: ColumnOptions): FoundColumn[] {
  const finder = new ColumnFinder(options)
  return table.header.map((header, place) => {
    const cells = table.rows.map(({ cells: row }) => row[place] ?? '').filter((cell) => cell !== '')
    const looked = header.slice(0, MOST_LOOKED_AT)
    return {
      place,
      header: looked,
      filled: cells.length,
      ...finder.find(place, looked, cells),
    }
  })
}

type Finding = Pick<FoundColumn, 'use' | 'found' | 'proposal' | 'dropped'>

class ColumnFinder {
  readonly #options: ColumnOptions
  readonly #ids: ReadonlyMap<string, string>
  readonly #words: ReadonlyMap<string, string>
  readonly #likes: readonly { readonly id: string; readonly pairs: readonly ReadonlyMap<string, number>[] }[]

  constructor(options: ColumnOptions) {
    this.#options = options
    const { items, texts } = options.instrument
    const both = (id: string, part: 'question' | 'topic') =>
      [texts.nl.items[id]?.[part], texts.en.items[id]?.[part]].map((text) => text ?? '')
    this.#ids = new Map(
      items.flatMap(({ id, code }) => [
        ...(code === undefined ? [] : [[plainCode(code), id] as const]),
        [plainCode(id), id] as const,
      ]),
    )
    this.#words = onlyOnce([
      ...items.flatMap(({ id }) => both(id, 'topic').map((text) => [plainWords(text), id] as const)),
      ...items.flatMap(({ id }) => both(id, 'question').map((text) => [plainWords(text), id] as const)),
    ])
    this.#likes = items.map(({ id }) => ({ id, pairs: both(id, 'question').map(pairsOf) }))
  }

  find(place: number, header: string, cells: readonly string[]): Finding {
    const said = this.#options.said.get(place)
    const dropped = reasonToDrop(header, cells)
    if (said !== undefined) {
      const isKept = said.kind === 'name' ? this.#options.isOpen : said.kind !== 'nothing'
      return {
        use: isKept ? said : NOTHING,
        found: 'person',
        proposal: null,
        dropped: isKept ? null : (dropped ?? 'other'),
      }
    }
    const byId = this.#byId(header)
    if (byId !== undefined) return { use: answer(byId), found: 'id', proposal: null, dropped: null }
    const byText = this.#byText(header)
    if (byText !== undefined) return { use: answer(byText), found: 'text', proposal: null, dropped: null }
    if (isGroupHeader(header)) return { use: { kind: 'group' }, found: 'kind', proposal: null, dropped: null }
    if (this.#options.isOpen && isNameHeader(header))
      return { use: { kind: 'name' }, found: 'kind', proposal: null, dropped: null }
    if (dropped !== null) return { use: NOTHING, found: 'kind', proposal: null, dropped }
    const like = this.#byLikeness(header)
    const proposal = like === undefined ? null : { item: like, horizon: this.#options.horizon }
    return { use: NOTHING, found: like === undefined ? 'none' : 'likeness', proposal, dropped: 'other' }
  }

  /** `i01`, `group/i01`, `group-i01`, `i01_now`, `i01 [ahead]`, `G01Q02[i01]`. */
  #byId(header: string): Slot | undefined {
    const { horizons } = this.#options.instrument
    const beforeQuestion = header.split(/\.\s/)[0] ?? header
    for (const name of namesIn(beforeQuestion)) {
      const item = this.#ids.get(plainCode(name))
      if (item !== undefined) return { item, horizon: this.#options.horizon }
      for (const horizon of horizons) {
        const [, start] = new RegExp(`^(.+?)[ _./:-]?[[(]?${horizon}[\\])]?$`, 'i').exec(name) ?? []
        const own = start === undefined ? undefined : this.#ids.get(plainCode(start))
        if (own !== undefined) return { item: own, horizon }
      }
    }
    return undefined
  }

  /** The question itself, after a code such as `G01Q02. `, or between brackets as in a grid. */
  #byText(header: string): Slot | undefined {
    const { instrument, horizon: usual } = this.#options
    for (const text of textsIn(header)) {
      const item = this.#words.get(plainWords(text))
      if (item !== undefined) return { item, horizon: usual }
      for (const horizon of instrument.horizons) {
        for (const locale of ['nl', 'en'] as const) {
          const named = instrument.texts[locale].horizons[horizon]
          for (const words of [named?.stem, named?.name]) {
            const start = withoutEnd(plainWords(text), plainWords(words ?? ''))
            const own = start === undefined ? undefined : this.#words.get(start)
            if (own !== undefined) return { item: own, horizon }
          }
        }
      }
    }
    return undefined
  }

  #byLikeness(header: string): string | undefined {
    const found = textsIn(header).map(pairsOf)
    const scored = this.#likes
      .map(({ id, pairs }) => ({
        id,
        like: Math.max(...pairs.flatMap((one) => found.map((other) => likeness(one, other)))),
      }))
      .sort((a, b) => b.like - a.like)
    const [best, second] = scored
    if (best === undefined || best.like < LIKE || best.like - (second?.like ?? 0) < CLEARLY) return undefined
    return best.id
  }
}

interface Slot {
  readonly item: string
  readonly horizon: string
}

function answer({ item, horizon }: Slot): ColumnUse {
  return { kind: 'answer', item, horizon }
}

function plainCode(code: string): string {
  return code.trim().toLowerCase()
}

/** A header, what stands after its groups, and what stands between its last brackets. */
function namesIn(header: string): string[] {
  const inBrackets = /\[([^[\]]+)\]\s*$/.exec(header)?.[1]
  const last = header.split('/').at(-1) ?? header
  const parts = header.split('-')
  const afterDash = parts.slice(1).map((_, at) => parts.slice(at + 1).join('-'))
  const afterPoint = header.split('.').at(-1) ?? header
  return [header, last, afterPoint, ...afterDash, ...(inBrackets === undefined ? [] : [inBrackets])]
}

function textsIn(header: string): string[] {
  const inBrackets = /\[([^[\]]+)\]\s*$/.exec(header)?.[1]
  const afterCode = /^[\w[\]]{1,30}\.\s+(.+)$/.exec(header)?.[1]
  const afterNumber = /^\d{1,3}[.)]\s*(.+)$/.exec(header)?.[1]
  return [header, afterCode, afterNumber, inBrackets].filter((text) => text !== undefined)
}

/** What stands before these words; undefined when the text does not end in them. */
function withoutEnd(text: string, end: string): string | undefined {
  return end !== '' && text.endsWith(` ${end}`) ? text.slice(0, -end.length - 1) : undefined
}

/** Texts that stand for one item only; words of two items lead to neither. */
function onlyOnce(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const found = new Map<string, string>()
  const doubted = new Set<string>()
  for (const [text, id] of pairs) {
    const known = found.get(text)
    if (text === '' || (known !== undefined && known !== id)) doubted.add(text)
    else found.set(text, id)
  }
  for (const text of doubted) found.delete(text)
  return found
}

const GROUP_HEADERS = ['group', 'groep', 'stakeholder group', 'stakeholder', 'belanghebbende', 'ik ben', 'i am']
const NAME_HEADERS = [
  'naam',
  'name',
  'respondent',
  'deelnemer',
  'participant',
  'voornaam',
  'uw naam',
  'your name',
  'volledige naam',
  'full name',
  'name1',
  'naam1',
]

function isGroupHeader(header: string): boolean {
  return GROUP_HEADERS.includes(plainWords(header.split('/').at(-1) ?? header))
}

function isNameHeader(header: string): boolean {
  return NAME_HEADERS.includes(plainWords(header))
}

const PERSON =
  /e-?mail|naam|name|telefoon|phone|gebruiker|user|ip ?addr|ip-?adres|adres|address|attribute_?\d|geboorte|birth|token|deelnemer|respondent|participant/i
const TIME =
  /tijd|time|date|datum|_?submission_time|datestamp|^start$|^end$|^today$|begonnen|voltooi|completed|^submitted$/i
const TECHNICAL =
  /^(id|_.*|.*\/?instanceid|seed|lastpage|laatste pagina|start ?language|begintaal|deviceid|simserial|subscriberid|audit|formhub.*|total points|totaal.*punten|quiz feedback|points - .*|feedback - .*|punten - .*|language|taal|refurl)$/i

/** Why nothing is taken from a column by itself, by its header or by what stands in its filled cells. */
function reasonToDrop(header: string, cells: readonly string[]): FoundColumn['dropped'] {
  // A group before it, or its question after it.
  const last = (header.split('/').at(-1) ?? header).split('. ')[0] ?? header
  const filled = cells.slice(0, 200).map((cell) => cell.slice(0, 200))
  const share = (looks: RegExp) => filled.filter((cell) => looks.test(cell)).length > filled.length / 2
  // A question may hold any of these words: only a short header is one.
  const isShort = last.length <= 40 && !last.includes('?')
  if (share(/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i)) return 'person'
  if (isShort && TECHNICAL.test(last) && !TIME.test(last)) return 'technical'
  if (isShort && TIME.test(last)) return 'time'
  if (share(/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T]\d{1,2}[:.]\d{2}/)) return 'time'
  if (isShort && PERSON.test(last)) return 'person'
  return null
}
