import { LOCALES } from '../contract/common.ts'
import { text } from '../texts.ts'
import { inLanguages, writeForm } from './xlsform-write.ts'

/** Groups of the example, with how many questions each has. */
const GROUPS = [
  ['work', 2],
  ['around', 2],
] as const
const STEPS = [1, 2, 3, 4, 5]

/** A form to start from, in both languages: four questions in two groups, on one scale. Importing it as it is works. */
export function exampleForm(): Promise<Buffer> {
  const words = (id: string) => LOCALES.map((locale) => text(locale, `form-example-${id}`))
  const nothing = LOCALES.map(() => '')
  const questions = GROUPS.flatMap(([group, count]) => [
    ['begin_group', group, ...words(group), ...nothing, '', ''],
    ...Array.from({ length: count }, (_, place) => {
      const name = `${group}_${place + 1}`
      const id = `${group}-${place + 1}`
      return ['select_one agree', name, ...words(id), ...words(`${id}-hint`), isTurned(name) ? 'yes' : 'no', 'yes']
    }),
    ['end_group', '', ...nothing, ...nothing, '', ''],
  ])
  return writeForm([
    {
      name: 'survey',
      columns: ['type', 'name', ...inLanguages('label'), ...inLanguages('hint'), 'reverse', 'pulse'],
      rows: questions,
    },
    {
      name: 'choices',
      columns: ['list_name', 'name', ...inLanguages('label'), 'score'],
      rows: STEPS.map((step) => ['agree', `agree_${step}`, ...words(`step-${step}`), step]),
    },
    {
      name: 'settings',
      columns: [...inLanguages('form_title'), 'form_id', 'default_language', ...inLanguages('description')],
      rows: [[...words('title'), 'example', 'Nederlands (nl)', ...words('description')]],
    },
  ])
}

/** One question of which a low step is the good one, to show how that is written. */
function isTurned(name: string): boolean {
  return name === 'work_2'
}
