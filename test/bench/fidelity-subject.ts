import MarkdownIt from 'markdown-it'
import { renderComplete } from '../../shared/markdown/page/render-complete'
import { pageBlocks } from '../support/page-blocks'
import { renderers } from '../support/renderers'

const plain = new MarkdownIt({ html: true, linkify: true })

/** The body as the preview shows it on a site with this renderer, and as plain markdown-it renders it. */
export const pagesOf = async (
  renderer: string,
  body: string,
): Promise<{ readonly ours: readonly string[]; readonly peer: readonly string[] }> => {
  const features = renderers[renderer]
  if (!features) throw new Error(`No switches for ${renderer}`)
  const options = {
    features,
    assetUrl: (reference: string) => `asset:${reference}`,
    remoteImages: 'show',
  } as const
  const { html } = await renderComplete(body, options)
  return { ours: pageBlocks(html), peer: pageBlocks(plain.render(body)) }
}

export { pageBlocks, renderers }
