import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import { type MarkdownEnv, newFacts, shareFacts, trusted } from '../options/env'
import type { MarkdownOptions } from '../options/options'
import { readTag } from '../tags/known-shortcodes'
import { innerHole } from '../tags/template-inner'
import { renderSafely, sanitised } from './raw-html'

const hole = /\{\{\s*([\w-]+)\s*\}\}/g
/** Longest result of filling in one template, in characters. */
const longest = 20_000

/**
 * Shows a site's own shortcodes and tags by the templates in its `postwright.json`: HTML or markdown, with `{{ name }}` and `{{ 0 }}` for parameters, and `{{ inner }}` or `{{ inner | markdown }}` for
 * the content of the tag. The result is sanitised like the HTML of a post.
 */
export const siteShortcodes = (md: MarkdownIt, options: MarkdownOptions): void => {
  const templates = new Map(Object.entries(options.features.shortcodes))
  sitePairs(md, options, templates)
  for (const type of ['dialect_block', 'dialect_inline'] as const) {
    const usual = md.renderer.rules[type]
    md.renderer.rules[type] = (tokens, index, mdOptions, env: MarkdownEnv, self) => {
      const read = readTag(itemAt(tokens, index).content)
      const template = templates.get(read?.name.replace(/^\//, '') ?? '')
      if (!read || template === undefined) return usual?.(tokens, index, mdOptions, env, self) ?? ''
      if (read.name.startsWith('/')) return '' // a closing tag shows nothing
      const filled = fill(md, template, read)
      if (isHtml(template)) return trusted(env, sanitised(filled, options, inner(env)))
      return type === 'dialect_block'
        ? trusted(env, pageOf(md, filled, options, env, true))
        : trusted(env, sanitised(inlineOf(md, filled, env), options, inner(env)))
    }
  }
}

/** Draws paired tags: puts their content into the template of the tag. */
const sitePairs = (
  md: MarkdownIt,
  options: MarkdownOptions,
  templates: ReadonlyMap<string, string>,
): void => {
  md.renderer.rules.dialect_pair = (tokens, index, _mdOptions, env: MarkdownEnv) => {
    const { content = '', meta, tag } = itemAt(tokens, index)
    const read = readTag(content)
    const template = templates.get(read?.name ?? '')
    if (!read || template === undefined) return ''
    const text = String(meta?.inner ?? '').trim()
    const html = isHtml(template)
    const slots: string[] = []
    // Only the first place is filled: each further one would repeat the whole content.
    const put = (_all: string, markdown: string | undefined): string => {
      if (slots.length > 0) return ''
      slots.push(
        markdown === undefined
          ? sanitised(withoutSlots(text), options, inner(env))
          : pageOf(md, text, options, env),
      )
      return html ? '<pw-slot n="0"></pw-slot>' : text
    }
    const filled = fill(md, withoutSlots(template).replace(innerHole, '\0$1'), read)
    const whole = filled.replace(/\0(\|\s*markdown\s*)?/g, put)
    if (!html && tag === 'div') return trusted(env, pageOf(md, whole, options, env, true))
    return trusted(env, sanitised(html ? whole : inlineOf(md, whole, env), options, { ...env, slots }))
  }
}

const isHtml = (template: string): boolean => template.trimStart().startsWith('<')

const deepestPair = 6

/**
 * Renders markdown separately, like Hugo's `markdownify`: a single paragraph loses its `<p>`. With `plainTags`, tags
 * in it are text: those in a template could repeat it without end.
 */
const pageOf = (
  md: MarkdownIt,
  text: string,
  options: MarkdownOptions,
  env: MarkdownEnv,
  plainTags = false,
): string => {
  const pairDepth = (env.pairDepth ?? 0) + 1
  if (pairDepth > deepestPair) return md.utils.escapeHtml(text)
  const facts = newFacts()
  const own: MarkdownEnv = { facts, pairDepth, ...(plainTags && { plainTags }) }
  const state = new md.core.State(text, md, own)
  md.block.parse(text, md, own, state.tokens)
  md.core.process(state)
  const html = renderSafely(md, state.tokens, own, options).trim()
  shareFacts(env, facts)
  return /^<p>((?:(?!<p>)[\s\S])*)<\/p>$/.exec(html)?.[1] ?? html
}

// A slot written by the author could insert trusted HTML.
const withoutSlots = (text: string): string => text.replaceAll(/pw-slot/gi, 'pw-none').replaceAll('\0', '')

const fill = (md: MarkdownIt, template: string, read: NonNullable<ReturnType<typeof readTag>>): string =>
  template
    .replace(hole, (_all, name: string) =>
      md.utils.escapeHtml(read.named.get(name) ?? read.listed[Number(name)] ?? ''),
    )
    .slice(0, longest)

const inner = (env: MarkdownEnv): MarkdownEnv => ({ ...env, slots: null })

const inlineOf = (md: MarkdownIt, text: string, env: MarkdownEnv): string => {
  const tokens: Token[] = []
  const own: MarkdownEnv = { ...inner(env), plainTags: true }
  md.inline.parse(text, md, own, tokens)
  return md.renderer.renderInline(tokens, md.options, own)
}
