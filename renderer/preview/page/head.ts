import type { PageDate } from '../../../shared/export/page-date'
import type { ImageSource } from '../../../shared/markdown/links/links'
import { placeholderParts } from '../../../shared/markdown/links/links-and-images'
import type { TitlePart } from '../../../shared/text/title-parts'
import { t } from '../../../shared/texts/translate'

/** The contents of the page header, from the front matter. */
export interface PageHead {
  readonly title: string
  /** The title with its marks, if the site shows them. */
  readonly titleParts: readonly TitlePart[]
  /** The direction of the whole page, by its title. */
  readonly direction: 'ltr' | 'rtl'
  readonly language: string
  readonly date: PageDate
  readonly minutes: number
  readonly featured: boolean
  readonly tags: readonly string[]
  readonly image: { readonly reference: string; readonly source: ImageSource } | null
}

/** Draws the page header. Values are inserted as text, never as HTML. */
export const drawPageHead = (host: HTMLElement, head: PageHead): void => {
  const make = (tag: string, className: string, text = ''): HTMLElement => {
    const element = host.ownerDocument.createElement(tag)
    if (className) element.className = className
    if (text) element.textContent = text
    return element
  }
  const parts: HTMLElement[] = []
  if (head.title) {
    const title = make('h1', 'page-title')
    title.append(...nodesOf(head.titleParts, make))
    title.dir = 'auto'
    parts.push(title)
  }
  const facts = factsOf(head, make)
  if (facts) parts.push(facts)
  if (head.tags.length > 0) {
    const tags = make('ul', 'page-tags')
    tags.append(...head.tags.map((tag) => byItsText(make('li', '', `#${tag}`))))
    parts.push(tags)
  }
  if (head.image) parts.push(heroOf(host, head.image, make))
  const page = host.ownerDocument.documentElement
  page.dir = head.direction
  page.lang = head.language
  host.replaceChildren(...parts)
}

const nodesOf = (parts: readonly TitlePart[], make: Make): (HTMLElement | string)[] =>
  parts.map((part) => {
    if (typeof part === 'string') return part
    const element = make(part.tag, '')
    element.append(...nodesOf(part.parts, make))
    return element
  })

type Make = (tag: string, className: string, text?: string) => HTMLElement

const factsOf = ({ date, minutes, featured }: PageHead, make: Make): HTMLElement | null => {
  const facts: HTMLElement[] = []
  if (date.text) {
    const time = make('time', '', date.text)
    time.dir = 'auto'
    if (date.iso) time.setAttribute('datetime', date.iso)
    facts.push(time)
  }
  if (minutes > 0) facts.push(english(make('span', '', t('preview.minRead', { minutes }))))
  if (featured) facts.push(english(make('span', '', t('preview.featured'))))
  if (facts.length === 0) return null
  const line = make('p', 'page-meta')
  facts.forEach((fact, index) => {
    line.append(...(index > 0 ? [' · ', fact] : [fact]))
  })
  return line
}

const byItsText = (element: HTMLElement): HTMLElement => {
  element.dir = 'auto'
  return element
}

// Interface text on a page of another language or direction.
const english = (element: HTMLElement): HTMLElement => {
  element.lang = 'en'
  element.dir = 'ltr'
  return element
}

// Keeps the current image if only other fields have changed.
const heroOf = (host: HTMLElement, image: NonNullable<PageHead['image']>, make: Make): HTMLElement => {
  const { reference, source } = image
  const address = source.kind === 'shown' ? source.url : `${source.kind} ${reference}`
  const shown = host.querySelector<HTMLElement>('.page-hero')
  if (shown?.dataset.address === address) return shown
  const figure = make('figure', 'page-hero')
  figure.dataset.address = address
  if (source.kind === 'shown') {
    const picture = host.ownerDocument.createElement('img')
    picture.alt = ''
    picture.dataset.reference = reference
    picture.src = source.url
    figure.append(picture)
  } else {
    const { className, text } = placeholderParts(source, reference, '')
    figure.append(make('span', className, text))
  }
  return figure
}
