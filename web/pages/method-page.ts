import { html, svg, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'
import { t } from '../i18n/texts.ts'
import './method-texts.ts'

const CAPITALS = ['human', 'social', 'intellectual', 'manufactured', 'natural', 'financial']
const SCORES = ['item', 'capital', 'level', 'balance', 'floor', 'gate', 'gap', 'agreement', 'coverage']
const PRIVACY = ['mode', 'five', 'difference', 'rounding', 'text', 'server', 'operator']

/** How the method works, in plain words: what is asked, how scores are made, and what is never shown. */
@customElement('mv-method-page')
export class MethodPage extends MvElement {
  protected override render() {
    return html`<div class="article">
      <h1>${t('method-title')}</h1>
      <p class="lead">${t('method-lead')}</p>
      ${section('steps', html`<ol>${[1, 2, 3, 4, 5].map((step) => html`<li>${t(`method-step-${step}`)}</li>`)}</ol>`)}
      ${section('capitals', html`<p>${t('method-capitals-intro')}</p><dl class="capitals">${CAPITALS.map(capital)}</dl><p>${t('method-capitals-more')}</p>`)}
      ${section('answers', html`<p>${t('method-answers-scale')}</p><p>${t('method-answers-missing')}</p><p>${t('method-answers-blind')}</p>`)}
      ${section('scores', html`<p>${t('method-scores-intro')}</p><dl>${SCORES.map(score)}</dl><p>${t('method-scores-total')}</p>`)}
      ${section('others', html`<p>${t('method-others-about')}</p>`)}
      ${section('privacy', html`<ul>${PRIVACY.map((rule) => html`<li>${t(`method-privacy-${rule}`)}</li>`)}</ul>`)}
      ${section('source', html`<p>${t('method-source-questions')}</p><p>${t('method-source-references')}</p>`)}
    </div>`
  }
}

function section(name: string, body: TemplateResult): TemplateResult {
  return html`<section aria-labelledby="${name}-heading"><h2 id="${name}-heading">${t(`method-${name}`)}</h2>${body}</section>`
}

function capital(name: string): TemplateResult {
  return html`<div>
    <dt>
      <svg class="mark" viewBox="0 0 10 10" aria-hidden="true">${svg`<circle cx="5" cy="5" r="5" class="capital-${name}" />`}</svg>
      ${t(`method-capital-${name}`)}
    </dt>
    <dd>${t(`method-capital-${name}-about`)}</dd>
  </div>`
}

function score(name: string): TemplateResult {
  return html`<div><dt>${t(`method-score-${name}`)}</dt><dd>${t(`method-score-${name}-about`)}</dd></div>`
}
