import { LOCALES, type Locale } from '../contract/common.ts'
import { InstrumentFile, InstrumentTexts } from '../contract/instruments.ts'
import type { BroughtInstrument } from '../instruments.ts'
import { text } from '../texts.ts'
import type { ChoiceList } from './xlsform-choices.ts'
import type { NamedPart, NamedParts } from './xlsform-parts.ts'
import type { FormSettings } from './xlsform-settings.ts'
import type { Words } from './xlsform-sheet.ts'
import type { FormQuestion, FormReferences } from './xlsform-survey.ts'

/** What was read of a form, before it is an instrument. */
export interface FormDraft {
  readonly questions: readonly FormQuestion[]
  readonly lists: ReadonlyMap<string, ChoiceList>
  readonly parts: NamedParts
  readonly settings: FormSettings
  readonly title: Words
}

/** Fewest dimensions between which there can be a balance. */
const FEWEST_IN_BALANCE = 3

/** What only shows when all of a form is known: poles of a scale that has two, and a balance of too little. */
export function checkDraft(draft: FormDraft): void {
  const { settings, parts, questions } = draft
  const scale = scaleListOf(draft)
  if (settings.balance && (!settings.scores || parts.dimensions.length < FEWEST_IN_BALANCE))
    settings.fault('balance', 'balance')
  if (!settings.isBipolar || scale === undefined) return
  for (const question of questions)
    if (question.list === scale.name) question.row.fault('type', 'pole-missing', { list: scale.name })
}

/** The instrument that a draft without faults is. */
export function instrumentOf(draft: FormDraft): BroughtInstrument {
  const { questions, parts, settings } = draft
  const scale = scaleListOf(draft)
  const hasPulse = questions.some(({ pulse }) => pulse === true)
  const codes = (list: readonly NamedPart[]) => list.map(({ id }) => id)
  const {
    id: _,
    version: __,
    ...file
  } = InstrumentFile.parse({
    id: 'own',
    version: '1.0.0',
    dimensions: codes(parts.dimensions),
    perspectives: codes(parts.perspectives),
    horizons: codes(parts.horizons),
    scale: { min: scale?.min, max: scale?.max, ...(settings.isBipolar ? { kind: 'bipolar' } : {}) },
    balance: settings.balance,
    scores: settings.scores,
    ...(parts.themes.length > 0 ? { themes: codes(parts.themes) } : {}),
    items: questions.map((question) => ({
      id: question.id,
      ...(question.code === '' ? {} : { code: question.code }),
      dimension: question.dimension,
      perspective: question.perspective,
      // A form that marks nothing has no shorter set.
      inPulse: !hasPulse || question.pulse === true,
      reverse: question.reverse,
      ...(question.theme === '' ? {} : { theme: question.theme }),
      ...referencesOf(question.references),
    })),
  })
  return { ...file, texts: { nl: textsOf(draft, scale, 'nl'), en: textsOf(draft, scale, 'en') } }
}

/** The list whose words are those of the scale: the one that is said to be, else the one that most questions use. */
export function scaleListOf({ lists, questions, settings }: FormDraft): ChoiceList | undefined {
  const uses = new Map([...lists.keys()].map((name) => [name, questions.filter(({ list }) => list === name).length]))
  const most = Math.max(...uses.values())
  const usual = settings.scaleList || 'scale'
  return lists.get(usual) ?? [...lists.values()].find(({ name }) => uses.get(name) === most)
}

const MOST_TOPIC = 70

function textsOf(draft: FormDraft, scale: ChoiceList | undefined, locale: Locale): InstrumentTexts {
  const { questions, lists, parts, settings, title } = draft
  const named = (list: readonly NamedPart[]) =>
    Object.fromEntries(list.map(({ id, name, words }) => [id, { name: name[locale], explanation: words[locale] }]))
  return InstrumentTexts.parse({
    title: title[locale],
    description: settings.description?.[locale] ?? text(locale, 'form-default-description'),
    dimensions: named(parts.dimensions),
    perspectives: named(parts.perspectives),
    horizons: Object.fromEntries(
      parts.horizons.map(({ id, name, words }) => [id, { name: name[locale], stem: words[locale] }]),
    ),
    scale: stepsIn(scale, locale),
    ...(parts.themes.length > 0
      ? { themes: Object.fromEntries(parts.themes.map(({ id, name }) => [id, { name: name[locale] }])) }
      : {}),
    items: Object.fromEntries(
      questions.map(({ id, label, hint, example, topic, list }) => [
        id,
        {
          topic: topic?.[locale] ?? shortened(label[locale]),
          question: label[locale],
          anchors: anchorsOf(lists.get(list), scale, locale),
          explanation: hint?.[locale] ?? '',
          example: example?.[locale] ?? '',
        },
      ]),
    ),
  })
}

/** Words of its own at a step; where a question says what the scale says, it says nothing of its own. */
function anchorsOf(
  list: ChoiceList | undefined,
  scale: ChoiceList | undefined,
  locale: Locale,
): Record<string, string> {
  const own = [...(list?.words ?? [])].filter(([step, words]) => {
    const general = scale?.words.get(step)
    return general === undefined || LOCALES.some((each) => words[each] !== general[each])
  })
  return Object.fromEntries(own.sort(([a], [b]) => a - b).map(([step, words]) => [String(step), words[locale]]))
}

function stepsIn(list: ChoiceList | undefined, locale: Locale): Record<string, string> {
  const steps = [...(list?.words ?? [])].sort(([a], [b]) => a - b)
  return Object.fromEntries(steps.map(([step, words]) => [String(step), words[locale]]))
}

function shortened(label: string): string {
  // It stands inside sentences.
  const question = label.replace(/(?<=[^.])\.$/, '')
  if (question.length <= MOST_TOPIC) return question
  const cut = question.slice(0, MOST_TOPIC)
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : MOST_TOPIC)}...`
}

/** What stands between several references in one cell. */
export const BETWEEN_REFERENCES = ' | '

function referencesOf({ ir, gri, griNote, vsme, sdg }: FormReferences): object {
  const list = (cell: string) =>
    cell
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '')
  if (ir + gri + griNote + vsme + sdg === '') return {}
  const note = griNote === '' ? {} : { griNote }
  return { references: { ir: list(ir), gri: list(gri), ...note, vsme: list(vsme), sdg: list(sdg) } }
}
