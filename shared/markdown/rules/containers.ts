import { container } from '@mdit/plugin-container'
import type MarkdownIt from 'markdown-it'
import type { StateCore, Token } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import type { MarkdownFeatures } from '../options/features'

type Way = Exclude<MarkdownFeatures['containers'], false>

const vitepress = /^\s*(tip|info|warning|danger|details|v-pre|raw|code-group)(?:\s+(.*))?$/s
const docusaurus =
  /^(secondary|info|success|danger|note|tip|warning|important|caution)(?:\[(.*)\]|\s+(.*))?\s*$/s
const any = /^\s*([\w-]+)\s*(.*)$/s

interface Named {
  readonly name: string
  readonly title: string
}

const read = (info: string, way: Way): Named | null => {
  const found = (way === 'vitepress' ? vitepress : way === 'docusaurus' ? docusaurus : any).exec(info)
  if (!found) return null
  const name = itemAt(found, 1)
  const written = (found[2] ?? found[3] ?? '').trim()
  return { name, title: way === 'vitepress' ? written || (usual[name] ?? '') : written }
}

const usual: Readonly<Record<string, string>> = {
  tip: 'TIP',
  info: 'INFO',
  warning: 'WARNING',
  danger: 'DANGER',
  details: 'Details',
}

/** `::: name Title` … `:::`; VitePress and Docusaurus accept certain names, VitePress with default titles. */
export const containers = (md: MarkdownIt, way: Way): void => {
  md.use(container, {
    name: 'any',
    validate: (info: string) => read(info, way) !== null,
    openRender: (tokens, index, options, _env, self) => self.renderToken(tokens, index, options),
  })
  md.core.ruler.after('block', 'container_titles', (state) => {
    const open: string[] = []
    state.tokens = state.tokens.flatMap((token) => {
      if (token.type === 'container_any_close') token.tag = open.pop() ?? token.tag
      if (token.type !== 'container_any_open') return token
      const { name, title } = read(token.info, way) ?? { name: '', title: '' }
      token.tag = name === 'details' ? 'details' : 'div'
      token.attrSet('class', [`container ${name}`, token.attrGet('class')].filter(Boolean).join(' '))
      open.push(token.tag)
      const shown = title || (name === 'details' ? 'Details' : '')
      return shown === '' ? token : [token, ...titleOf(state, shown, name === 'details' ? 'summary' : 'p')]
    })
  })
}

const titleOf = (state: StateCore, title: string, tag: string): Token[] => {
  const open = new state.Token('container_title_open', tag, 1)
  open.attrSet('class', 'container-title')
  const inline = new state.Token('inline', '', 0)
  inline.content = title
  inline.children = []
  const close = new state.Token('container_title_close', tag, -1)
  for (const token of [open, close]) token.block = true
  return [open, inline, close]
}
