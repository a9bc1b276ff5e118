import { slug } from 'github-slugger'
import type { GeneratorId } from '../../generators/shape/generator-id'
import type { HeadingPart } from './body-parts'

type MakeId = (text: string) => string

const special = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’–—<>,.?/]+/g
const marks = /[\u0300-\u036f]/g

// hexo-util's slugize: letters keep their case.
const hexoId: MakeId = (text) =>
  text
    .normalize('NFD')
    .replace(marks, '')
    .replace(special, '-')
    .replace(/^-+|-+$/g, '')
// What VitePress, VuePress and many set-ups of markdown-it use.
const viteId: MakeId = (text) => hexoId(text).toLowerCase().replace(/^(\d)/, '_$1')
// The default of markdown-it-anchor.
const anchorId: MakeId = (text) => encodeURIComponent(text.trim().toLowerCase().replace(/\s+/g, '-'))

const makersOf = (profile: GeneratorId): readonly MakeId[] => {
  switch (profile) {
    case 'hexo':
      return [hexoId, slug]
    case 'eleventy':
    case 'gridea':
    case 'plain':
      return [slug, viteId, anchorId]
    default:
      return [slug]
  }
}

/** The ids that the headings of a page may have, as its generator makes them, the usual one first for each. */
export const headingIds = (headings: readonly HeadingPart[], profile: GeneratorId): string[] => {
  const ids = new Set<string>()
  for (const make of makersOf(profile)) {
    const seen = new Map<string, number>()
    for (const { id, text } of headings) {
      const base = id ?? make(text)
      const times = seen.get(base) ?? 0
      seen.set(base, times + 1)
      if (base !== '') ids.add(times === 0 || id !== null ? base : `${base}-${times}`)
    }
  }
  return [...ids]
}

/** The text of a heading without its marks, as ids are made of it. */
export const headingText = (written: string): string =>
  written
    .slice(0, 1000)
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?/g, '')
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^<>]+>/g, '')
    .replace(/(`+)\s?(.+?)\s?\1/g, '$2')
    .replace(/(\*\*|__|~~)(?=\S)(.+?)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*]+)\*(?!\w)/g, '$1')
    .replace(/(?<![\w_])_(?=\S)([^_]+)_(?!\w)/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(amp|lt|gt|quot);/g, (_all, name: string) => entities[name] ?? '')
    .trim()

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }
