import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { languages } from '@codemirror/language-data'
import { headLanguage } from './head-language'

/** GitHub's markdown with its front matter; the languages of fenced code load when a post has some. */
export const markdownSupport = () =>
  markdown({ base: markdownLanguage, codeLanguages: languages, extensions: headLanguage })
