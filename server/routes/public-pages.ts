import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import type { RouteDeps } from '../app.ts'
import { namesTag } from '../conditions.ts'
import { Period } from '../contract/common.ts'
import { Slug } from '../contract/programme-pages.ts'
import { PUBLIC } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'
import { publicCsv, publicJson } from '../public-page/files.ts'
import { noPage, type PageFrame, publicPage } from '../public-page/page.ts'
import { type PublicPage, readPublicPage } from '../services/programme-pages.ts'

const Params = z.object({ slug: z.string().max(60), locale: z.enum(['nl', 'en']).optional() })
const Query = z.object({
  period: z.string().max(10).optional(),
  horizon: z.string().max(40).optional(),
  perspective: z.string().optional(),
})
/** Long enough for a crowd at an opening, short enough for a correction. */
const KEPT = 'public, max-age=300'

/**
 * Public pages of programmes, for everybody: pages without scripts, and the same figures to download. They read no
 * session, so that any cache may keep them.
 */
export const publicPageRoutes: FastifyPluginAsyncZod<RouteDeps> = async (app, deps) => {
  const hidden = { hide: true } as const

  app.get('/p/:slug', { config: { policy: PUBLIC }, schema: hidden }, (request, reply) =>
    sendPage(request, reply, 'nl'),
  )
  app.get('/p/:slug/en', { config: { policy: PUBLIC }, schema: hidden }, (request, reply) =>
    sendPage(request, reply, 'en'),
  )
  app.get('/p/:slug/data.json', { config: { policy: PUBLIC }, schema: hidden }, async (request, reply) => {
    const page = await pageOf(request)
    return sendKept(request, reply, 'application/json; charset=utf-8', JSON.stringify(publicJson(page)))
  })
  app.get('/p/:slug/data.csv', { config: { policy: PUBLIC }, schema: hidden }, async (request, reply) => {
    const page = await pageOf(request)
    return sendKept(request, reply, 'text/csv; charset=utf-8', publicCsv(page))
  })
  app.get('/p/:slug/style.css', { config: { policy: PUBLIC }, schema: hidden }, async (request, reply) => {
    const { programme } = await pageOf(request)
    // Readable on white, where it was tried, and so on paper; a dark page keeps the product's own colour.
    const rule =
      programme.accent === null
        ? ''
        : `@media print, (prefers-color-scheme: light) { :root { --accent: ${programme.accent}; } }\n`
    return sendKept(request, reply, 'text/css; charset=utf-8', rule)
  })

  async function sendPage(request: FastifyRequest, reply: FastifyReply, locale: 'nl' | 'en'): Promise<FastifyReply> {
    const page = await pageOf(request).catch((error: unknown) => {
      if (error instanceof ProblemError && error.code === 'not-found') return undefined
      throw error
    })
    reply.type('text/html; charset=utf-8')
    if (page === undefined) return reply.code(404).send(noPage(locale))
    const slug = page.programme.slug ?? ''
    const other = `${locale === 'nl' ? `/p/${slug}/en` : `/p/${slug}`}${chosenIn(request)}`
    const text = publicPage(page, { locale, ...namesOf(page, locale), other })
    return sendKept(request, reply, 'text/html; charset=utf-8', text)
  }

  async function pageOf(request: FastifyRequest): Promise<PublicPage> {
    const params = Params.safeParse(request.params)
    const query = Query.safeParse(request.query)
    const slug = Slug.safeParse(params.data?.slug)
    const period = query.data?.period
    if (!slug.success || !query.success || (period !== undefined && !Period.safeParse(period).success))
      throw new ProblemError('not-found')
    return readPublicPage(deps, slug.data, { period, horizon: query.data.horizon || undefined })
  }

  function namesOf(
    { figures: { instrument } }: PublicPage,
    locale: 'nl' | 'en',
  ): Pick<PageFrame, 'names' | 'horizons'> {
    const loaded = instrument === null ? undefined : deps.instruments.find(instrument.id, instrument.version)
    const { dimensions = {}, horizons = {} } = loaded?.texts[locale] ?? {}
    return { names: byCode(dimensions), horizons: byCode(horizons) }
  }
}

/** The quarter and the horizon that a reader chose, as a query; empty where nothing was chosen. */
function chosenIn(request: FastifyRequest): string {
  const { period, horizon } = Query.parse(request.query)
  const chosen = new URLSearchParams()
  if (period) chosen.set('period', period)
  if (horizon) chosen.set('horizon', horizon)
  return chosen.size === 0 ? '' : `?${chosen}`
}

function byCode(texts: Readonly<Record<string, { readonly name: string }>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(texts).map(([code, { name }]) => [code, name]))
}

function sendKept(request: FastifyRequest, reply: FastifyReply, type: string, body: string): FastifyReply {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  reply.header('etag', etag).header('cache-control', KEPT)
  if (namesTag(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.type(type).send(body)
}
