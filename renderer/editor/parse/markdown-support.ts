import { commonmarkLanguage, markdown } from '@codemirror/lang-markdown'
import type { LanguageSupport } from '@codemirror/language'
import { languages } from '@codemirror/language-data'
import { MarkdownParser } from '@lezer/markdown'
import { boundedMarkdown } from './bounded-parse'
import { headLanguage } from './head-language'
import { reuseInParts } from './reuse-in-parts'

/** GitHub's markdown with front matter; languages of fenced code load when a post uses them. */
export const markdownSupport = (): LanguageSupport => {
  const support = markdown({
    base: commonmarkLanguage,
    codeLanguages: languages,
    extensions: [...boundedMarkdown, headLanguage],
    addKeymap: false, // those of the keyboard are with the help while typing
  })
  if (support.language.parser instanceof MarkdownParser) reuseInParts(support.language.parser)
  return support
}
