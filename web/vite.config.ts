import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { precompress } from './precompress.ts'

const here = import.meta.dirname
const outDir = resolve(here, '../dist/public')

const SHARED = [
  /node_modules\/(lit|lit-html|lit-element|@lit|@fluent)\//,
  /\/web\/(i18n\/|api\.ts|live\.ts|app\/element\.ts)|\/contract\/hints\.ts|\/texts\/\w+\/problems\.ftl/,
  // What the bundler itself adds, in files of a few hundred bytes.
  /preload-helper|helpers\/decorate/,
  // What a phone needs at once, and again in what it fetches later.
  /\/web\/participant\/(answer-words|done-screen|given-answers|icons|item-texts|join-code|participant-screen|place)\.ts/,
  /\/web\/participant\/(problem-text|random-id|retry-clock|save-line)\.ts|\/web\/drafts\/in-time\.ts|node_modules\/idb\//,
]

/** What every page of the product needs: in one file, because each further one costs its headers and a round trip. */
const FRAME =
  /\/web\/(app\/(access|ended-access|following|names|reading|return-address|router|theme)|components\/states)\.ts/

/** How a question looks: on a phone and on the sheet of a team. */
const ASKING = /\/web\/participant\/(answer-field|phone-store)\.ts|\/texts\/\w+\/participant\.ftl/

/** Small things that most pages with a form or a table need. */
const TOOLS = /\/web\/(app\/form|components\/(fields|modal|save-file)|results\/printing)\.ts/

/** What writes sentences about figures, and what draws them: on the result page, the wall, a phone, a report and slides. */
const WORDS = /\/web\/results\/(words|names|page-words|missing|headline)\.ts/
const DRAWING = /\/web\/charts\/(glyphs|marks|radar-geometry|radar-model)\.ts/

/**
 * Four pages: the product, the small one that a participant's phone loads, the wall of a workshop, and one for a trial
 * of the network.
 */
export default defineConfig({
  root: here,
  base: '/',
  publicDir: resolve(here, 'public'),
  plugins: [precompress(outDir)],
  build: {
    outDir,
    emptyOutDir: true,
    // The polyfill is an inline script, which the content-security policy refuses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        app: resolve(here, 'index.html'),
        join: resolve(here, 'join.html'),
        wall: resolve(here, 'wall.html'),
        reach: resolve(here, 'reach.html'),
      },
      // What the pages share comes in one file: every further request costs a phone its headers and a round trip.
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', test: (id) => SHARED.some((part) => part.test(id)) },
            { name: 'frame', test: (id) => FRAME.test(id) },
            { name: 'asking', test: (id) => ASKING.test(id) },
            { name: 'tools', test: (id) => TOOLS.test(id) },
            { name: 'words', test: (id) => WORDS.test(id) },
            { name: 'drawing', test: (id) => DRAWING.test(id) },
          ],
        },
      },
    },
  },
})
