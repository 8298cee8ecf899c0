import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Party, PartyLink } from '../../server/contract/networks.ts'
import { inCapitalOrder } from '../../server/domain/network.ts'
import { capitalIcon } from '../charts/glyphs.ts'
import { t } from '../i18n/texts.ts'
import { lineSample } from './map-svg.ts'
import { capitalName } from './network-words.ts'

/** What can be done from the list; undefined for who only looks. */
export interface ListActions {
  readonly edit: (party: Party) => void
  readonly toggle: (party: Party, link: PartyLink) => void
}

/** The network in words: everything that the picture shows, and what goes along each line. A table where it is wide. */
export function partyTable(parties: readonly Party[], actions: ListActions | undefined): TemplateResult {
  return html`<table class="network-table">
    <caption class="visually-hidden">${t('network-list-caption')}</caption>
    <thead>
      <tr>
        <th scope="col">${t('network-party')}</th>
        <th scope="col">${t('network-capital')}</th>
        <th scope="col">${t('network-direction')}</th>
        <th scope="col">${t('network-note')}</th>
        <th scope="col">${t('network-state')}</th>
      </tr>
    </thead>
    ${repeat(
      parties,
      ({ id }) => id,
      (party) => html`<tbody>${rows(party, actions)}</tbody>`,
    )}
  </table>`
}

/** The same as a list of cards, for a phone. */
export function partyCards(parties: readonly Party[], actions: ListActions | undefined): TemplateResult {
  return html`<ul class="network-cards">
    ${repeat(
      parties,
      ({ id }) => id,
      (party) => html`<li>
        ${who(party, actions)} ${party.links.length === 0 ? html`<p class="muted">${t('network-untied')}</p>` : html`<ul>${inCapitalOrder(party.links).map((link) => cardLine(party, link, actions))}</ul>`}
      </li>`,
    )}
  </ul>`
}

function rows(party: Party, actions: ListActions | undefined): TemplateResult[] {
  const links = inCapitalOrder(party.links)
  const head = html`<th scope="rowgroup" rowspan=${Math.max(1, links.length)}>${who(party, actions)}</th>`
  if (links.length === 0) return [html`<tr>${head}<td colspan="4" class="muted">${t('network-untied')}</td></tr>`]
  return links.map(
    (link, at) => html`<tr class=${link.state === 'dormant' ? 'is-dormant' : ''}>
      ${at === 0 ? head : nothing}
      <td>${capital(link)}</td>
      <td>${direction(link)}</td>
      <td class="network-note">${link.note}</td>
      <td>${stateOf(party, link, actions)}</td>
    </tr>`,
  )
}

function cardLine(party: Party, link: PartyLink, actions: ListActions | undefined): TemplateResult {
  return html`<li class=${link.state === 'dormant' ? 'is-dormant' : ''}>
    <p>${capital(link)} ${direction(link)}</p>
    ${link.note === '' ? nothing : html`<p class="network-note">${link.note}</p>`} ${stateOf(party, link, actions)}
  </li>`
}

function who(party: Party, actions: ListActions | undefined): TemplateResult {
  return html`<div class="network-who">
    <strong>${party.name}</strong>
    <span class="muted">${t(`network-kind-${party.kind}`)}</span>
    ${
      actions
        ? html`<button type="button" class="quiet" aria-label=${t('network-edit-of', { name: party.name })} @click=${() => actions.edit(party)}>${t('network-edit')}</button>`
        : nothing
    }
  </div>`
}

function capital({ dimension }: PartyLink): TemplateResult {
  const name = capitalName(dimension)
  return html`<span class="with-icon">${capitalIcon(dimension, name)} ${name}</span>`
}

function direction({ dimension, direction, state }: PartyLink): TemplateResult {
  return html`<span class="with-icon disc-${dimension}">${lineSample(direction, state)} ${t(`network-direction-${direction}`)}</span>`
}

function stateOf(party: Party, link: PartyLink, actions: ListActions | undefined): TemplateResult {
  const about = { capital: capitalName(link.dimension), name: party.name }
  const words = link.state === 'active' ? 'sleep' : 'wake'
  return html`<div class="network-state">
    <span>${t(`network-state-${link.state}`)}</span>
    ${
      actions
        ? html`<button type="button" class="quiet" aria-label=${t(`network-${words}-of`, about)} @click=${() => actions.toggle(party, link)}>${t(`network-${words}`)}</button>`
        : nothing
    }
  </div>`
}
