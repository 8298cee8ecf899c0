import { html, nothing, type TemplateResult } from 'lit'
import type { InterventionContent } from '../../server/contract/interventions.ts'
import { type Placed, scriptOf } from '../../server/domain/script.ts'
import { t } from '../i18n/texts.ts'

/** A proposal as it is written now. */
export interface Written {
  readonly id: string
  readonly content: InterventionContent
}

/** The script: the proposals in the order in which to take them up, each with its move and why. */
export function scriptList(proposals: readonly Written[]): TemplateResult | typeof nothing {
  if (proposals.length === 0) return nothing
  const script = scriptOf(proposals.map((written) => ({ ...written.content, written })))
  return html`<section class="script" aria-labelledby="script-heading">
    <h3 id="script-heading">${t('intervention-script-title')}</h3>
    <p class="hint">${t('intervention-script-hint')}</p>
    <ol>
      ${script.map(
        ({ proposal, placed }) => html`<li>
          <p class="script-what"><strong>${titleOf(proposal.written.content)}</strong></p>
          <p class="script-move">${placed.move === null ? t('intervention-move-unknown') : t(`intervention-move-${placed.move}`)}</p>
          <p class="hint">${placed.move === null ? missing(placed) : why(placed)}</p>
        </li>`,
      )}
    </ol>
  </section>`
}

/** The title of an agreement, or that it has none yet. */
export function titleOf({ title }: Pick<InterventionContent, 'title'>): string {
  return title.trim() === '' ? t('intervention-untitled') : title
}

/** The move of a proposal in a few words; undefined while it has no place in the script. */
export function moveText({ move }: Placed): string | undefined {
  return move === null ? undefined : t(`intervention-move-${move}`)
}

function why({ impact, support, potential, move }: Placed): string {
  const parts = [
    t('intervention-why-impact', { size: impact ?? 'low' }),
    t('intervention-why-support', { size: support ?? 'low' }),
    // Potential decides only where there is impact and support.
    ...(move === 'agree' || move === 'free' ? [t('intervention-why-potential', { size: potential ?? 'low' })] : []),
  ]
  return t('intervention-why', { why: parts.join(', '), next: t(`intervention-then-${move}`) })
}

function missing({ impact, support }: Placed): string {
  const what = impact === null ? 'impact' : support === null ? 'support' : 'potential'
  return t(`intervention-missing-${what}`)
}
