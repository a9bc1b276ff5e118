/// <reference types="vite/client" />

import exportStyle from '../../assets/export-theme.css?raw'
import themeStyle from '../../assets/page-theme.css?raw'
import type { Envelope } from '../../shared/app-error'
import { escapeHtml } from '../../shared/export/escape-html'
import { pageHtml } from '../../shared/export/page-template'
import { splitPost } from '../../shared/front-matter/read/split'
import { headRulesOf } from '../../shared/generators/head-rules'
import { featuresFor } from '../../shared/generators/markdown-features'
import type { DrawnDiagram } from '../../shared/ipc/export-calls'
import { fileReference, kindOf } from '../../shared/markdown/links/links'
import { placeholder } from '../../shared/markdown/links/links-and-images'
import type { MarkdownChoice } from '../../shared/markdown/options/features'
import type { MarkdownOptions } from '../../shared/markdown/options/options'
import { featuresOfFile } from '../../shared/markdown/options/presets'
import type { RenderedPost } from '../../shared/markdown/page/page'
import { renderComplete } from '../../shared/markdown/page/render-complete'
import { diagramSources } from '../../shared/markdown/rules/diagram-sources'
import { codeRanges } from '../../shared/references/code-ranges'
import { referencesIn } from '../../shared/references/references'
import type { Site } from '../site/detect-site'
import { locateAsset } from '../site/find-asset'
import { readSiteMarkdown } from '../site/site-preferences'
import { absoluteLinks } from './absolute-links'
import { drawnDiagrams } from './diagrams'
import { type EmbeddedImages, embedImages } from './embed-images'
import { namedPosts } from './named-posts'
import { pageFacts } from './page-facts'
import { mathStyle, pageFonts } from './page-fonts'
import { taggedLinks } from './tagged-links'

export interface ExportRequest {
  readonly site: Site
  readonly postId: string
  readonly text: string
  readonly wordsPerMinute: number
  readonly markdown?: MarkdownChoice
  /** Mermaid diagrams that were drawn beforehand; others stay as source. */
  readonly diagrams?: readonly DrawnDiagram[]
}

export interface ExportedPost {
  readonly html: string
  /** References of images that were not found and became labeled placeholders. */
  readonly missingImages: readonly string[]
  /** How many Mermaid diagrams stayed as source because they were not drawn. */
  readonly undrawnDiagrams: number
}

/** The worker's answer: an error keeps its kind, which a thread would lose. */
export type ExportAnswer = Envelope<ExportedPost>

/** Renders a post as one self-contained HTML page. */
export type ExportPost = (request: ExportRequest, signal?: AbortSignal) => Promise<ExportedPost>

/** Renders the page with the pipeline of the preview. Slow, so the app runs it in a thread of its own. */
export const exportPost: ExportPost = async (request) => {
  const { site, postId, text, wordsPerMinute, markdown, diagrams = [] } = request
  const features = featuresOfFile(
    featuresFor(site, await readSiteMarkdown(site.root, site.profile), markdown),
    postId,
  )
  const { image, ...facts } = await pageFacts(site, postId, text, wordsPerMinute, features.titleMarks)
  const images = embedImages(site, postId)
  const hero = await heroHtml(image, images)
  const draw = drawnDiagrams(diagrams)
  const body = await renderWithImages(text, images, {
    features,
    heads: headRulesOf(site).heads,
    assetUrl: images.addressOf,
    remoteImages: 'show',
    diagram: draw,
  })
  const tagged = await taggedLinks(body.html, request)
  const html = await namedPosts(await absoluteLinks(tagged, request), site)
  const shown = `${escapeHtml(facts.title)}${html}`
  const styles = [
    await pageFonts(shown),
    ...(shown.includes('class="katex') ? [await mathStyle(shown)] : []),
    themeStyle,
    exportStyle,
  ]
  const cardImage = await cardImageOf(site, postId, image)
  const imageHosts = hostsOf([image, ...body.images])
  return {
    html: pageHtml({ ...facts, cardImage, hero, body: html, styles, imageHosts }),
    missingImages: images.missing(),
    undrawnDiagrams: features.mermaid
      ? diagramSources(text).filter((source) => draw(source) === null).length
      : 0,
  }
}

// Nearly all images are found by a pattern before the first render; only images hidden in HTML need a second one.
const renderWithImages = async (
  text: string,
  images: EmbeddedImages,
  options: MarkdownOptions,
): Promise<RenderedPost> => {
  const { bodyFrom } = splitPost(text, options.heads)
  const likely = referencesIn(text, bodyFrom, codeRanges(text, bodyFrom)).filter(
    ({ kind }) => kind === 'image',
  )
  await images.read(likely.map(({ target }) => fileReference(target)))
  const body = await renderComplete(text, options)
  const unread = images.unread()
  if (unread.length === 0) return body
  await images.read(unread)
  return renderComplete(text, options)
}

/** Other servers that the page loads images from, as sources for a content security policy. */
const hostsOf = (references: readonly string[]): string[] => {
  const addresses = references
    .filter((reference) => kindOf(reference) === 'remote')
    .map((reference) => reference.trim().replaceAll('\\', '/').replace(/^\/\//, 'https://'))
  return [
    ...new Set(
      addresses.filter((address) => URL.canParse(address)).map((address) => new URL(address).origin),
    ),
  ]
}

const heroHtml = async (image: string, images: EmbeddedImages): Promise<string> => {
  if (image === '') return ''
  if (kindOf(image) === 'remote') return `<img src="${escapeHtml(image)}" alt="">`
  await images.read([image])
  const address = images.addressOf(image)
  return address === null
    ? placeholder({ kind: 'refused' }, image, '', escapeHtml)
    : `<img src="${escapeHtml(address)}" alt="">`
}

/** The image for social cards must be one that other sites can fetch: remote, or served by the published site. */
const cardImageOf = async (site: Site, postId: string, image: string): Promise<string | null> => {
  if (kindOf(image) === 'remote') return image.trim()
  if (site.address === null || image === '') return null
  const found = await locateAsset(site, postId, image)
  const served = site.publicFolders.find(
    (folder) => folder === '.' || found?.sitePath.startsWith(`${folder}/`),
  )
  if (found === null || served === undefined) return null
  const path = served === '.' ? found.sitePath : found.sitePath.slice(served.length + 1)
  return encodeURI(`${site.address}${site.basePath}/${path}`)
}
