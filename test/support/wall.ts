import type { Page } from 'playwright-core'

/**
 * The smallest size of a text that can be seen on a page, in pixels as the screen shows it: text inside a drawing that
 * is scaled counts as large as it is drawn. Text for screen readers only is left out.
 */
export function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const sizes: number[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent === null || !node.textContent?.trim()) continue
      const { width, height } = parent.getBoundingClientRect()
      if (width <= 1 || height <= 1 || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue
      if (parent.closest('.visually-hidden, script, style, noscript, title, desc')) continue
      const drawing = parent.closest('svg')
      const scale = drawing?.getScreenCTM()?.a ?? 1
      sizes.push(Number.parseFloat(getComputedStyle(parent).fontSize) * (drawing === null ? 1 : scale))
    }
    return Math.min(...sizes)
  })
}
