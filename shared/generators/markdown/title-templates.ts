import type { GeneratorId } from '../shape/generator-id'

/** Where a site's templates are, and how one of them renders the markdown of a title. */
interface TitleTemplates {
  /** Relative to the site root; `{theme}` is the theme in the configuration. */
  readonly folders: readonly string[]
  readonly renders: RegExp
}

const inTags = (inner: string): string => `\\{[{%][^{}]{0,300}${inner}[^{}]{0,300}[%}]\\}`

const byFilter = new RegExp(
  inTags(
    String.raw`\btitle\b[^{}|]{0,40}\|(?:[^{}]{0,80}\|)?\s*(?:markdownify|markdown|md|mdInline|markdownInline|renderMarkdown|inlineMarkdown)\b`,
  ),
  'i',
)

const templates: Readonly<Partial<Record<GeneratorId, TitleTemplates>>> = {
  jekyll: { folders: ['_layouts', '_includes'], renders: byFilter },
  hugo: {
    folders: ['layouts', 'themes/{theme}/layouts'],
    renders: new RegExp(
      inTags(
        String.raw`(?:\.Title\b[^{}]{0,40}\|[^{}]{0,80}(?:markdownify|RenderString)|(?:markdownify|RenderString)\b[^{}|]{0,60}\.Title\b)`,
      ),
    ),
  },
  eleventy: {
    folders: ['_includes', 'src/_includes', 'src/_layouts', '_layouts', 'content/_includes'],
    renders: byFilter,
  },
  hexo: {
    folders: ['themes/{theme}/layout'],
    renders: /\bmarkdown\(\s*(?:page|post|item)\.title\b/,
  },
  zola: {
    folders: ['templates', 'themes/{theme}/templates'],
    renders: byFilter,
  },
  astro: {
    folders: ['src/layouts', 'src/components', 'src/pages'],
    renders:
      /\b(?:parseInline|renderInline|markdownify|marked|renderMarkdown)\(\s*[\w.?]{0,60}\btitle\b|<(?:Markdown|Markup)\b[^<>]{0,200}\btitle\b/,
  },
  next: {
    folders: ['components', 'src/components', 'app', 'src/app', 'pages', 'src/pages'],
    renders:
      /\b(?:parseInline|renderInline|markdownify|marked)\(\s*[\w.?]{0,60}\btitle\b|<(?:React)?Markdown\b[^<>]{0,200}>\s*\{\s*[\w.?]{0,60}\btitle\s*\}/,
  },
}

/** The folders of a generator's templates and the test for one that renders titles; null if it has none. */
export const titleTemplatesOf = (
  generator: GeneratorId,
  themes: readonly string[],
): TitleTemplates | null => {
  const found = templates[generator === 'next-starter' ? 'next' : generator]
  if (found === undefined) return null
  const folders = found.folders.flatMap((folder) =>
    folder.includes('{theme}') ? themes.map((theme) => folder.replace('{theme}', theme)) : [folder],
  )
  return { ...found, folders }
}
