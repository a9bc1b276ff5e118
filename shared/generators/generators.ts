import { docusaurus } from './documentation/docusaurus'
import { vitepress } from './documentation/vitepress'
import { vuepress } from './documentation/vuepress'
import { astro } from './frameworks/astro'
import { gatsby } from './frameworks/gatsby'
import { next } from './frameworks/next'
import { nextStarter } from './frameworks/next-starter'
import { obsidian } from './notes/obsidian'
import { plain } from './notes/plain'
import { quartz } from './notes/quartz'
import type { Generator } from './shape/generator'
import type { GeneratorId } from './shape/generator-id'
import type { Habits } from './shape/habits'
import { eleventy } from './static/eleventy'
import { gridea } from './static/gridea'
import { hexo } from './static/hexo'
import { hugo } from './static/hugo'
import { jekyll } from './static/jekyll'
import { nikola } from './static/nikola'
import { pelican } from './static/pelican'
import { zola } from './static/zola'

/** The generators; if two match a folder equally well, the first is used. */
export const generators: readonly Generator[] = [
  hugo,
  zola,
  astro,
  eleventy,
  hexo,
  docusaurus,
  gatsby,
  vitepress,
  vuepress,
  quartz,
  pelican,
  nikola,
  next,
  nextStarter,
  gridea,
  jekyll,
  obsidian,
  plain,
]

const byId = new Map(generators.map((generator) => [generator.id, generator]))

/** The description of a generator. */
export const generatorOf = (id: GeneratorId): Generator => {
  const generator = byId.get(id)
  if (generator === undefined) throw new Error(`No generator ${id}`)
  return generator
}

/** The generator of a site, and its habits if they differ. */
export interface SiteHabits {
  readonly profile: GeneratorId
  /** Set only if `postwright.json` changes the generator's habits. */
  readonly habits?: Habits | undefined
}

/** A site, or a generator in general. */
export type MadeWith = GeneratorId | SiteHabits

/** The habits of a site, or of all sites of a generator. */
export const habitsOf = (of: MadeWith): Habits =>
  typeof of === 'string' ? generatorOf(of) : (of.habits ?? generatorOf(of.profile))
