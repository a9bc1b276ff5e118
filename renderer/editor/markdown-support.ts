import { commonmarkLanguage, markdown } from '@codemirror/lang-markdown'
import { languages } from '@codemirror/language-data'
import { boundedMarkdown } from './bounded-parse'
import { headLanguage } from './head-language'

/** GitHub's markdown with its front matter; the languages of fenced code load when a post has some. */
export const markdownSupport = () =>
  markdown({
    base: commonmarkLanguage,
    codeLanguages: languages,
    extensions: [...boundedMarkdown, headLanguage],
  })
