import { html, nothing, type TemplateResult } from 'lit'
import type { Party } from '../../server/contract/networks.ts'
import { CAPITALS, type Capital } from '../../server/domain/capitals.ts'
import { LINK_DIRECTIONS, LINK_STATES, PARTY_KINDS } from '../../server/domain/network.ts'
import type { FieldRule, Form } from '../app/form.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { selectField, textField } from '../components/fields.ts'
import { t } from '../i18n/texts.ts'
import type { Draft } from './draft.ts'
import { capitalName } from './network-words.ts'
import type { PartyWords } from './party-words.ts'

const LONGEST_NAME = 80
const LONGEST_NOTE = 200

/** A party that somebody is writing. */
export type PartyDraft = Draft<PartyWords, Party>

/** What must hold of the form before it is sent. */
export const PARTY_RULES: readonly FieldRule[] = [
  {
    field: 'name',
    fault: 'network-fault-name',
    holds: (value) => value.trim() !== '' && value.trim().length <= LONGEST_NAME,
  },
  ...CAPITALS.map((capital) => ({
    field: `note-${capital}`,
    fault: 'network-fault-note',
    holds: (value: string) => value.trim().length <= LONGEST_NOTE,
  })),
]

/** The fields of a party. Every keystroke goes into the draft; `onChange` is told when a line comes or goes. */
export function partyFields(form: Form, { words }: PartyDraft, onChange: () => void): TemplateResult {
  return html`${textField(form, {
    name: 'name',
    label: t('network-form-name'),
    value: words.name,
    onInput: (value) => {
      words.name = value
    },
  })}
  ${selectField(form, {
    name: 'kind',
    label: t('network-form-kind'),
    options: PARTY_KINDS.map((kind) => ({ value: kind, label: t(`network-kind-${kind}`) })),
    chosen: [words.kind],
    onChoose: (value) => {
      words.kind = PARTY_KINDS.find((kind) => kind === value) ?? words.kind
    },
  })}
  <fieldset class="network-lines">
    <legend>${t('network-form-lines')}</legend>
    <p class="hint">${t('network-form-lines-hint')}</p>
    ${CAPITALS.map((capital) => lineFields(form, words, capital, onChange))}
  </fieldset>`
}

function lineFields(form: Form, words: PartyWords, capital: Capital, onChange: () => void): TemplateResult {
  const line = words.links[capital]
  const name = capitalName(capital)
  return html`<fieldset class="network-form-line">
    <legend><span class="with-icon">${capitalIcon(capital, name)} ${name}</span></legend>
    <div class="network-form-line-fields">
      ${selectField(form, {
        name: `direction-${capital}`,
        label: t('network-direction'),
        options: [
          { value: '', label: t('network-direction-none') },
          ...LINK_DIRECTIONS.map((value) => ({ value, label: t(`network-direction-${value}`) })),
        ],
        chosen: [line.direction],
        onChoose: (value) => {
          line.direction = LINK_DIRECTIONS.find((direction) => direction === value) ?? ''
          onChange()
        },
      })}
      ${
        line.direction === ''
          ? nothing
          : html`${selectField(form, {
              name: `state-${capital}`,
              label: t('network-state'),
              options: LINK_STATES.map((value) => ({ value, label: t(`network-state-${value}`) })),
              chosen: [line.state],
              onChoose: (value) => {
                line.state = LINK_STATES.find((state) => state === value) ?? line.state
              },
            })}
            ${textField(form, {
              name: `note-${capital}`,
              label: t('network-note'),
              value: line.note,
              onInput: (value) => {
                line.note = value
              },
            })}`
      }
    </div>
  </fieldset>`
}
