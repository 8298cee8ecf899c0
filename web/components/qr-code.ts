import { correction, generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import { html, svg } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MvElement } from '../app/element.ts'

/** White around a QR picture, in modules: scanners need four. */
const QUIET = 4

/**
 * A QR picture of a text, dark on white in every theme, since scanners need that. `label` is its name for those who do
 * not see it.
 */
@customElement('mv-qr-code')
export class QrCode extends MvElement {
  @property() text = ''
  @property() label = ''

  protected override render() {
    const code = generate(this.text, { minCorrectionLevel: correction.M })
    const size = code.size + 2 * QUIET
    return html`<svg class="qr" viewBox="${-QUIET} ${-QUIET} ${size} ${size}" role="img" aria-label=${this.label} shape-rendering="crispEdges">
      ${svg`<rect x=${-QUIET} y=${-QUIET} width=${size} height=${size} fill="#ffffff" /><path d=${toSvgPath(code)} fill="#000000" />`}
    </svg>`
  }
}

/** The same picture as a file that a word processor or slide show takes: PNG, about 1000 pixels wide. */
export async function qrPicture(text: string): Promise<Blob> {
  const code = generate(text, { minCorrectionLevel: correction.M })
  const modules = code.size + 2 * QUIET
  const scale = Math.ceil(1000 / modules)
  const canvas = document.createElement('canvas')
  canvas.width = modules * scale
  canvas.height = modules * scale
  const paper = canvas.getContext('2d')
  if (!paper) throw new Error('This browser cannot draw')
  paper.fillStyle = '#ffffff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.fillStyle = '#000000'
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.get(x, y)) paper.fillRect((x + QUIET) * scale, (y + QUIET) * scale, scale, scale)
    }
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('This browser cannot make a PNG'))), 'image/png'),
  )
}
