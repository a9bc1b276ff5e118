import { z } from 'zod'

/** A reference without its position, as sent to be resolved. */
export const askedReference = z.object({
  kind: z.enum([
    ...(['link', 'image', 'hugo-ref', 'jekyll-post', 'jekyll-link'] as const),
    ...(['hexo-post', 'hexo-asset', 'wiki', 'name', 'import'] as const),
  ]),
  target: z.string().max(20_000),
  writtenIn: z.enum([
    ...(['inline', 'angle', 'definition', 'double', 'single', 'backtick'] as const),
    ...(['unquoted', 'word', 'srcset', 'bare', 'wiki', 'text'] as const),
  ]),
  fromSite: z.literal(true).optional(),
  verbatim: z.literal(true).optional(),
  language: z.string().max(100).optional(),
})
