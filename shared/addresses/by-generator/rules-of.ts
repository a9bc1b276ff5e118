import type { GeneratorId } from '../../generators/shape/generator-id'
import type { SiteLayout } from '../../site/site-layout'
import type { AddressRules } from '../rules/address-rules'
import { byFolder } from './by-folder'
import { docusaurus } from './docusaurus'
import { eleventy } from './eleventy'
import { gatsby } from './gatsby'
import { hexo } from './hexo'
import { hugo } from './hugo'
import { jekyll } from './jekyll'
import { nikola } from './nikola'
import { pelican } from './pelican'
import { vitepress } from './vitepress'
import { vuepress } from './vuepress'
import { zola } from './zola'

const own: Readonly<Partial<Record<GeneratorId, AddressRules>>> = {
  hugo,
  jekyll,
  hexo,
  eleventy,
  zola,
  docusaurus,
  vitepress,
  vuepress,
  gatsby,
  pelican,
  nikola,
}

/** The address rules of a site; if `postwright.json` sets its habits, the rules follow them. */
export const rulesOf = ({ profile, habits }: Pick<SiteLayout, 'profile' | 'habits'>): AddressRules =>
  habits === undefined ? (own[profile] ?? byFolder) : byFolder
