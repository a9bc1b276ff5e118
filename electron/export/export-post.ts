/// <reference types="vite/client" />
import exportStyle from '../../assets/export-theme.css?raw'
import themeStyle from '../../assets/page-theme.css?raw'
import { escapeHtml } from '../../shared/export/escape-html'
import { pageHtml } from '../../shared/export/page-template'
import { featuresFor, type MarkdownChoice } from '../../shared/markdown/features'
import { kindOf } from '../../shared/markdown/links'
import { placeholder } from '../../shared/markdown/links-and-images'
import type { MarkdownOptions } from '../../shared/markdown/options'
import { renderComplete } from '../../shared/markdown/render-complete'
import { renderPost } from '../../shared/markdown/render-post'
import type { Site } from '../site/detect-site'
import { locateAsset } from '../site/find-asset'
import { type EmbeddedImages, embedImages } from './embed-images'
import { pageFacts } from './page-facts'
import { mathStyle, pageFonts } from './page-fonts'

export interface ExportRequest {
  readonly site: Site
  readonly postId: string
  readonly text: string
  readonly wordsPerMinute: number
  readonly markdown?: MarkdownChoice
}

export interface ExportedPost {
  readonly html: string
  /** References of images that were not found and stand as a labelled placeholder. */
  readonly missingImages: readonly string[]
}

/** Turns a post into one page of HTML that needs nothing beside it. */
export type ExportPost = (request: ExportRequest) => Promise<ExportedPost>

/** Makes the page with the pipeline of the preview; takes its time, so the app runs it in a thread of its own. */
export const exportPost: ExportPost = async ({ site, postId, text, wordsPerMinute, markdown }) => {
  const { image, ...facts } = pageFacts(site, postId, text, wordsPerMinute)
  const asked = new Set<string>()
  const plan: MarkdownOptions = {
    features: featuresFor(site.profile, site.markdown, markdown),
    assetUrl: (reference) => {
      asked.add(reference)
      return null
    },
    remoteImages: 'show',
  }
  const { images } = renderPost(text, plan) // once without, to learn which images to read
  const embedded = await embedImages(site, postId, [...(image === '' ? [] : [image]), ...asked])
  const imageHosts = hostsOf([image, ...images])
  const body = await renderComplete(text, {
    ...plan,
    assetUrl: (reference) => addressIn(embedded, reference),
  })
  const hero = heroHtml(image, embedded)
  const shown = `${escapeHtml(facts.title)}${body.html}`
  const styles = [
    await pageFonts(shown),
    ...(shown.includes('class="katex') ? [await mathStyle(shown)] : []),
    themeStyle,
    exportStyle,
  ]
  const cardImage = await cardImageOf(site, postId, image)
  return {
    html: pageHtml({ ...facts, cardImage, hero, body: body.html, styles, imageHosts }),
    missingImages: embedded.missing,
  }
}

const addressIn = ({ addresses }: EmbeddedImages, reference: string): string | null =>
  addresses.get(reference) ?? null

/** Other servers that the page asks for images, as a content security policy names them. */
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

const heroHtml = (image: string, embedded: EmbeddedImages): string => {
  if (image === '') return ''
  const address = kindOf(image) === 'remote' ? image : addressIn(embedded, image)
  return address === null
    ? placeholder({ kind: 'refused' }, image, '', escapeHtml)
    : `<img src="${escapeHtml(address)}" alt="">`
}

/** The image for cards must be one that other sites can fetch: a remote one, or one that the published site serves. */
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
