import { commonmarkLanguage, markdown } from '@codemirror/lang-markdown'
import { LanguageSupport } from '@codemirror/language'
import { languages } from '@codemirror/language-data'
import { MarkdownParser } from '@lezer/markdown'
import { boundedMarkdown } from './bounded-parse'
import { headLanguage } from './head-language'
import { reuseInParts } from './reuse-in-parts'

/** Brackets that are closed while typing. A single quote in prose is mostly an apostrophe. */
const closedInProse = { closeBrackets: { brackets: ['(', '[', '{', '"'] } }

/** GitHub's markdown with front matter; languages of fenced code load when a post uses them. */
export const markdownSupport = (): LanguageSupport => {
  const support = markdown({
    base: commonmarkLanguage,
    codeLanguages: languages,
    extensions: [...boundedMarkdown, headLanguage],
    addKeymap: false, // those of the keyboard are with the help while typing
    pasteURLAsLink: false, // this is done with the other kinds of pasted text
  })
  if (support.language.parser instanceof MarkdownParser) reuseInParts(support.language.parser)
  return new LanguageSupport(support.language, [support.support, support.language.data.of(closedInProse)])
}
