import type { Scale } from '../domain/instrument.ts'
import { type FormRow, type FormSheet, quoted, type Words } from './xlsform-sheet.ts'

/** Why people give no step; the product asks this itself, with every question. */
type NoStep = 'unknown' | 'not_applicable'

/** A list of choices that is a scale: words for each of its steps. */
export interface ChoiceList {
  readonly name: string
  readonly min: number
  readonly max: number
  readonly words: ReadonlyMap<number, Words>
  /** Its first row, for what is wrong with it as a whole. */
  readonly first: FormRow
}

interface Choice {
  readonly row: FormRow
  readonly name: string
  readonly words: Words
}

const NO_STEPS = new Map<string, NoStep>([
  ['?', 'unknown'],
  ['unknown', 'unknown'],
  ['dont_know', 'unknown'],
  ['weet_niet', 'unknown'],
  ['weet_ik_niet', 'unknown'],
  ['-', 'not_applicable'],
  ['na', 'not_applicable'],
  ['nvt', 'not_applicable'],
  ['n/a', 'not_applicable'],
  ['n.v.t.', 'not_applicable'],
  ['not_applicable', 'not_applicable'],
])

/**
 * What a choice means that is no step: `?` or `-` as its score, or a usual name without a score.
 *
 * @example noStepOf('Weet ik niet') // 'unknown'
 */
export function noStepOf(text: string): NoStep | undefined {
  return NO_STEPS.get(text.trim().toLowerCase().replaceAll(/\s+/g, '_'))
}

/**
 * Reads the lists that questions use. A list that is no scale of 2 to 9 whole steps in a row is a fault, and so is one
 * with other steps than the first.
 *
 * @param used names of lists in the order of the questions.
 */
export function readChoices(sheet: FormSheet, used: readonly string[]): Map<string, ChoiceList> {
  const rows = rowsByList(sheet)
  const lists = new Map<string, ChoiceList>()
  for (const name of new Set(used)) {
    const list = readList(sheet, name, rows.get(name) ?? [])
    if (list !== undefined) lists.set(name, list)
  }
  const [first] = lists.values()
  for (const { name, min, max, first: row } of lists.values()) {
    if (first !== undefined && (min !== first.min || max !== first.max))
      row.fault('score', 'scale-differs', {
        list: name,
        min,
        max,
        other: first.name,
        otherMin: first.min,
        otherMax: first.max,
      })
  }
  return lists
}

/** Names of all lists of the sheet. */
export function listNames(sheet: FormSheet): Set<string> {
  return new Set(rowsByList(sheet).keys())
}

function rowsByList(sheet: FormSheet): Map<string, FormRow[]> {
  const lists = new Map<string, FormRow[]>()
  for (const row of sheet.rows) {
    const name = row.text('list_name') || row.text('list')
    if (name !== '') lists.set(name, [...(lists.get(name) ?? []), row])
  }
  return lists
}

function readList(sheet: FormSheet, name: string, rows: readonly FormRow[]): ChoiceList | undefined {
  const before = sheet.findings.faults.length
  const choices = readLabels(rows)
  const steps = new Map<number, Words>()
  for (const [choice, score] of scored(name, choices)) {
    if (steps.has(score)) choice.row.fault('score', 'score-twice', { value: score })
    steps.set(score, choice.words)
  }
  const [first] = rows
  if (first === undefined || sheet.findings.faults.length > before) return undefined
  const [min, max] = [Math.min(...steps.keys()), Math.max(...steps.keys())]
  if (steps.size < 2 || max - min > 8) first.fault('score', 'score-steps', { list: name, n: steps.size })
  else if (max - min + 1 !== steps.size) first.fault('score', 'score-gap', { list: name, missing: gapOf(steps, min) })
  else return { name, min, max, words: steps, first }
  return undefined
}

function gapOf(steps: ReadonlyMap<number, unknown>, min: number): number {
  let gap = min
  while (steps.has(gap)) gap += 1
  return gap
}

function readLabels(rows: readonly FormRow[]): Choice[] {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const name = row.text('name')
    const words = row.words('label')
    if (name === '') row.fault('name', 'name-missing')
    else if (seen.has(name)) row.fault('name', 'name-twice', { name: quoted(name) })
    seen.add(name)
    if (words === undefined) row.fault('label', 'label-missing')
    return words === undefined ? [] : [{ row, name, words }]
  })
}

/** The choices that are steps, each with its step. Without any score names that are whole numbers serve. */
function scored(list: string, choices: readonly Choice[]): (readonly [Choice, number])[] {
  const hasScores = choices.some(({ row }) => row.text('score') !== '')
  const areNumbers = choices.every(({ name }) => noStepOf(name) !== undefined || isStep(name))
  if (!hasScores && areNumbers && choices.length > 0) choices[0]?.row.note('names-as-scores', { list })
  return choices.flatMap((choice): (readonly [Choice, number])[] => {
    const { row, name, words } = choice
    const score = hasScores ? row.text('score') : areNumbers ? name : ''
    if (noStepOf(score) !== undefined || (score === '' && noStepOf(name) !== undefined)) {
      row.note('choice-left-out', { choice: quoted(words.nl), choiceEn: quoted(words.en) })
      return []
    }
    if (score === '') row.fault('score', 'score-missing', { name: quoted(name) })
    else if (!isStep(score)) row.fault('score', 'score-number', { value: quoted(score) })
    else return [[choice, Number(score)]]
    return []
  })
}

/** Steps are digits: texts of a scale are kept by digit. */
function isStep(text: string): boolean {
  return /^\d(\.0+)?$/.test(text)
}

/** The steps of these lists as an instrument has them. */
export function scaleOf({ min, max }: ChoiceList): Scale {
  return { min, max }
}
