import { createCodeHighlighter } from '../code/code-highlighter'
import { escapeCode } from '../code/code-text'
import { type FormulaRenderer, loadFormulas } from '../inlines/formulas'
import type { MarkdownOptions } from '../options/options'
import { BlockRenderer } from './blocks'
import type { RenderedPost } from './page'

const highlighter = createCodeHighlighter()

/** Renders a post with all code highlighted and all formulas rendered, loading the engines it needs. */
export const renderComplete = async (
  text: string,
  options: Omit<MarkdownOptions, 'highlight' | 'math'>,
): Promise<RenderedPost> => {
  const wanted = new Set<string>()
  let formulas: FormulaRenderer | null = null
  let wantsFormulas = false
  const withEngines: MarkdownOptions = {
    ...options,
    highlight: (code, language) => {
      const html = highlighter.highlight(code, language)
      if (html === null) wanted.add(language)
      return { html: html ?? escapeCode(code), final: html !== null }
    },
    math: (tex, display) => {
      wantsFormulas = true
      return formulas?.(tex, display) ?? null
    },
  }
  const renderer = new BlockRenderer(withEngines)
  renderer.load(text)
  renderer.renderAll()
  if (!renderer.waits) return renderer.page()
  if (wantsFormulas) formulas = await loadFormulas()
  await Promise.all([...wanted].map((language) => highlighter.load(language)))
  renderer.redrawWaiting()
  return renderer.page()
}
