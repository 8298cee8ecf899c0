import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { precompress } from './precompress.ts'

const here = import.meta.dirname
const outDir = resolve(here, '../dist/public')

const SHARED =
  /node_modules\/(lit|lit-html|lit-element|@lit|@fluent)\/|\/web\/(i18n\/|api\.ts|app\/element\.ts)|\/texts\/\w+\/problems\.ftl/

/** Three pages: the product, the small one that a participant's phone loads, and one for a trial of the network. */
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
      input: { app: resolve(here, 'index.html'), join: resolve(here, 'join.html'), reach: resolve(here, 'reach.html') },
      // What the pages share comes in one file: every further request costs a phone its headers and a round trip.
      output: { codeSplitting: { groups: [{ name: 'base', test: SHARED }] } },
    },
  },
})
