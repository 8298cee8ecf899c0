import type { Locale } from '../contract/common.ts'
import type { Results } from '../contract/results.ts'
import { isAnsweredTogether } from '../services/round-life.ts'
import { text } from '../texts.ts'
import { CODEBOOK_HEADER, codebookRows } from './codebook.ts'
import { type Cell, csvParts } from './csv.ts'
import { type ExportedRound, LONG_HEADER, longPieces, wideHeader, wideNames, widePieces } from './round-answers.ts'
import { FIGURES_HEADER, figureRows } from './round-figures.ts'
import { type Sheet, workbookParts } from './workbook.ts'

/** A round of which only figures go along: this installation does not have its questionnaire any more. */
export interface RoundWithoutQuestions extends Pick<ExportedRound, 'round'> {
  /** Reads the release that this reader may read; undefined when there is none. */
  readonly results: () => Promise<Results | undefined>
}

/** A round with what its reader may take along. */
export interface RoundForReader extends ExportedRound, RoundWithoutQuestions {
  /** Why no single answers go along; undefined when they do. */
  readonly withheld: 'anonymous' | 'role' | undefined
}

/** What a file says about itself. */
export interface FileAbout {
  readonly organisation: string
  readonly locale: Locale
  readonly now: Date
  readonly version: string
}

type Pieces = AsyncGenerator<Cell[][]>

const ROUND_HEADER = ['round', 'title', 'period'] as const
const LONG_WIDTHS = [38, 20, 14, 8, 10, 8, 15, 30, 12, 30, 30, 6]
const FIGURE_WIDTHS = [8, 17, 14, 10, 14, 12, 10, 6, 8, 10, 14, 12, 18]

/**
 * One round as a workbook. Of an open round `long` has an answer in each row and `wide` a respondent, beside the
 * released `figures`. Of a round whose single answers stay here, `long` has the released figures, and `wide` says why
 * it is empty.
 */
export function roundWorkbook(round: RoundForReader, about: FileAbout): AsyncGenerator<Buffer> {
  const hasAnswers = round.sheets !== undefined
  const figures = { header: FIGURES_HEADER, widths: FIGURE_WIDTHS, pieces: figurePieces(round) }
  const sheets: Sheet[] = hasAnswers
    ? [
        { name: 'long', header: LONG_HEADER, widths: LONG_WIDTHS, pieces: longPieces(round) },
        {
          name: 'wide',
          header: wideHeader([round]),
          widths: WIDE_WIDTHS,
          pieces: widePieces(round, wideNames([round])),
        },
        { name: 'figures', ...figures },
      ]
    : [
        { name: 'long', ...figures },
        { name: 'wide', header: ['wide'], widths: [100], pieces: [[[sayWithheld(round, about.locale)]]] },
      ]
  return workbookParts([...sheets, ...endSheets([round], about)], about.now)
}

/**
 * All rounds of an organisation as one workbook: the same, each row with its round; a wide sheet for each questionnaire.
 *
 * @param others rounds whose answers nobody can read any more.
 */
export function roundsWorkbook(
  rounds: readonly RoundForReader[],
  others: readonly RoundWithoutQuestions[],
  about: FileAbout,
): AsyncGenerator<Buffer> {
  const answered = rounds.filter(({ sheets }) => sheets !== undefined)
  const byInstrument = [...Map.groupBy(answered, ({ instrument }) => `${instrument.id}@${instrument.version}`).values()]
  const wide = byInstrument.map((own, index): Sheet => {
    const columns = wideNames(own)
    const name = index === 0 ? 'wide' : `wide questionnaire ${index + 1}`
    const header = [...ROUND_HEADER, 'instrument', ...wideHeader(own)]
    const pieces = chained(own, (round) => {
      const { id, version } = round.instrument
      return withCells(widePieces(round, columns), [...roundCells(round), `${id} ${version}`])
    })
    return { name, header, widths: [38, 24, 10, 20, ...WIDE_WIDTHS], pieces }
  })
  return workbookParts(
    [
      {
        name: 'long',
        header: [...ROUND_HEADER, ...LONG_HEADER],
        widths: [38, 24, 10, ...LONG_WIDTHS],
        pieces: chained(answered, (round) => withCells(longPieces(round), roundCells(round))),
      },
      ...wide,
      {
        name: 'figures',
        header: [...ROUND_HEADER, ...FIGURES_HEADER],
        widths: [38, 24, 10, ...FIGURE_WIDTHS],
        pieces: chained([...rounds, ...others], (round) => withCells(figurePieces(round), roundCells(round))),
      },
      ...endSheets(rounds, about, others),
    ],
    about.now,
  )
}

/** The long or the wide table of a round as CSV; long without single answers has the released figures. */
export function roundCsv(round: RoundForReader, shape: 'long' | 'wide'): AsyncGenerator<string> {
  if (shape === 'wide') return csvParts(wideHeader([round]), widePieces(round, wideNames([round])))
  if (round.sheets !== undefined) return csvParts(LONG_HEADER, longPieces(round))
  return csvParts(FIGURES_HEADER, figurePieces(round))
}

const WIDE_WIDTHS = [38, 20, 14, 10]

async function* figurePieces({ results }: RoundWithoutQuestions): Pieces {
  const released = await results()
  if (released !== undefined) yield figureRows(released)
}

function roundCells({ round }: Pick<ExportedRound, 'round'>): Cell[] {
  return [round.id, round.title, round.period]
}

async function* chained<Round>(rounds: readonly Round[], piecesOf: (round: Round) => Pieces): Pieces {
  for (const round of rounds) yield* piecesOf(round)
}

async function* withCells(pieces: Pieces, cells: readonly Cell[]): Pieces {
  for await (const rows of pieces) yield rows.map((row) => [...cells, ...row])
}

function endSheets(
  rounds: readonly RoundForReader[],
  about: FileAbout,
  others: readonly RoundWithoutQuestions[] = [],
): Sheet[] {
  return [
    { name: 'codebook', header: CODEBOOK_HEADER, widths: CODEBOOK_WIDTHS, pieces: [codebookRows(rounds)] },
    { name: 'about', header: ['about', ''], widths: [34, 100], pieces: aboutPieces(rounds, others, about) },
  ]
}

const CODEBOOK_WIDTHS = [8, 60, 60, 14, 20, 20, 12, 12, 8, 8, 8, 50, 50, 34, 16, 10]

type Say = (id: string, variables?: Record<string, string | number>) => string

async function* aboutPieces(
  rounds: readonly RoundForReader[],
  others: readonly RoundWithoutQuestions[],
  about: FileAbout,
): Pieces {
  const say: Say = (id, variables) => text(about.locale, `export-file-${id}`, variables)
  yield [
    [say('organisation'), about.organisation],
    [say('made'), about.now.toISOString()],
    ['Meervoud', about.version],
  ]
  for (const round of rounds) yield await roundWords(round, about.locale, say)
  for (const { round } of others)
    yield [
      [say('round'), `${round.title} (${round.period})`],
      [say('answers'), say('without-questions', { id: round.instrumentId, version: round.instrumentVersion })],
    ]
  const hasAnswers = rounds.some(({ sheets }) => sheets !== undefined)
  yield [
    [say('long'), say(hasAnswers ? 'long-answers' : 'long-figures')],
    ...(hasAnswers ? [[say('wide'), say('wide-answers')]] : []),
    [say('missing'), say('missing-codes')],
    [say('certainty'), say('certainty-words')],
    [say('not-shown'), say('not-shown-words')],
    [say('figures'), say('figures-words')],
    [say('text'), say('text-words')],
  ]
}

async function roundWords(round: RoundForReader, locale: Locale, say: Say): Promise<Cell[][]> {
  const released = await round.results()
  return [
    [say('round'), `${round.round.title} (${round.round.period})`],
    [say('questionnaire'), `${round.instrument.texts[locale].title} ${round.instrument.version}`],
    [say('mode'), say(`mode-${round.round.mode}`)],
    [say('release'), released === undefined ? say('no-release') : releaseWords(released, say)],
    ...(round.withheld === undefined ? [] : [[say('answers'), sayWithheld(round, locale)]]),
    ...(isAnsweredTogether(round.round) ? [[say('codebook'), say('codebook-unsaid')]] : []),
  ]
}

function releaseWords({ release, n }: Results, say: Say): string {
  return say('release-words', { number: release.number, day: release.madeAt.slice(0, 10), n })
}

function sayWithheld({ withheld }: RoundForReader, locale: Locale): string {
  return text(locale, withheld === 'role' ? 'export-file-withheld-role' : 'export-file-withheld-anonymous')
}
