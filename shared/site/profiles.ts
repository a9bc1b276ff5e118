import type { SiteProfileId } from './site-info'

/** Where a new image of a post goes and what the post then says. `{file}` is the image's name. */
export interface ImageHome {
  readonly folder: string
  readonly reference: string
}

/** How posts that are not shown yet are marked. */
export interface DraftRules {
  /** Keys that make a draft when true. */
  readonly whenTrue: readonly string[]
  /** Keys that make a draft when false. */
  readonly whenFalse: readonly string[]
  /** Folders of drafts. */
  readonly folders: readonly string[]
  /** Keys whose date holds a post back while it lies ahead. */
  readonly scheduledBy: readonly string[]
}

/** What one generator expects of its posts and images. Paths are relative to the site root. */
export interface SiteProfile {
  readonly id: SiteProfileId
  readonly name: string
  /** Any of these lists says yes when all of it is there; `package:x` is a dependency in package.json. */
  readonly markers: readonly (readonly string[])[]
  /** The usual posts folders, the most usual first. */
  readonly postsFolders: readonly string[]
  readonly publicFolders: readonly string[]
  readonly imageFolders: readonly string[]
  readonly newImage: ImageHome
  readonly draft: DraftRules
  /** A date in front of the file name belongs to the date, not to the slug. */
  readonly dateInName: boolean
  /** File of a new post inside the posts folder; `{date}` is YYYY-MM-DD. */
  readonly newPost: string
  /** Address of a post; `{section}` is its folder inside the posts folder's parent. */
  readonly permalink: string
  /** What the generator calls the text that divides excerpt and rest; null where it knows none. */
  readonly moreMark: string | null
}

// Tried after the profile's own, so that a post shows its images wherever its author keeps them.
const anywhere = [
  '{dir}',
  '{dir}/{slug}',
  '{dir}/{name}',
  '{dir}/{name}.assets', // what Typora makes
  'public/images/posts/{slug}',
  '{dir}/images',
  '{dir}/assets',
] as const

const openly: DraftRules = { whenTrue: ['draft'], whenFalse: ['published'], folders: [], scheduledBy: [] }

/** The profiles in the order they are tried; the first whose markers are there wins. */
export const profiles: readonly SiteProfile[] = [
  {
    id: 'hugo',
    name: 'Hugo',
    markers: [
      ['hugo.toml'],
      ['hugo.yaml'],
      ['hugo.yml'],
      ['hugo.json'],
      ['config/_default/hugo.toml'],
      ['config/_default/hugo.yaml'],
      ['config/_default/config.toml'],
      ['config/_default/config.yaml'],
      ['config.toml', 'content'],
      ['config.yaml', 'content'],
      ['config.yml', 'content'],
      ['config.json', 'content', 'archetypes'],
    ],
    postsFolders: ['content/posts', 'content/post', 'content/blog', 'content/articles', 'content'],
    publicFolders: ['static', 'assets'],
    imageFolders: [
      '{dir}',
      'static/{section}/{slug}',
      'static/images/{slug}',
      'static/images',
      'static/img',
      'assets/images',
      ...anywhere,
    ],
    newImage: { folder: 'static/images/{slug}', reference: '/images/{slug}/{file}' },
    draft: {
      whenTrue: ['draft'],
      whenFalse: [],
      folders: [],
      scheduledBy: ['publishDate', 'publishdate', 'published', 'pubdate', 'date'],
    },
    dateInName: false,
    newPost: '{slug}.md',
    permalink: '/{section}/{slug}/',
    moreMark: '<!--more-->',
  },
  {
    id: 'astro',
    name: 'Astro',
    markers: [
      ['package:astro'],
      ['astro.config.mjs'],
      ['astro.config.ts'],
      ['astro.config.js'],
      ['astro.config.mts'],
      ['astro.config.cjs'],
    ],
    postsFolders: [
      'src/content/blog',
      'src/content/posts',
      'src/content/post',
      'src/data/blog',
      'src/data/post',
      'src/blog',
      'src/posts',
      'src/pages/blog',
      'src/pages/posts',
      'src/content',
    ],
    publicFolders: ['public'],
    imageFolders: [
      '{dir}',
      'src/assets',
      'src/assets/{slug}',
      'src/assets/images',
      'src/images',
      ...anywhere,
    ],
    newImage: { folder: '{dir}', reference: './{file}' },
    draft: { ...openly, whenFalse: [] },
    dateInName: false,
    newPost: '{slug}.md',
    permalink: '/{section}/{slug}/',
    moreMark: null,
  },
  {
    id: 'eleventy',
    name: 'Eleventy',
    markers: [
      ['package:@11ty/eleventy'],
      ['.eleventy.js'],
      ['eleventy.config.js'],
      ['eleventy.config.mjs'],
      ['eleventy.config.cjs'],
      ['eleventy.config.ts'],
    ],
    postsFolders: [
      'content/blog',
      'content/posts',
      'src/posts',
      'src/blog',
      'src/content/posts',
      'posts',
      'blog',
      'src/articles',
      '_posts',
      'content',
      'src',
    ],
    publicFolders: [
      'public',
      'src',
      '.',
      'content',
      'static',
      'assets',
      'src/static',
      'src/assets',
      'src/public',
    ],
    imageFolders: ['{dir}', ...anywhere, 'public/img', 'src/images', 'src/img', 'img', 'images'],
    newImage: { folder: '{dir}', reference: './{file}' },
    draft: { ...openly, whenTrue: ['draft', 'eleventyExcludeFromCollections'], whenFalse: [] },
    dateInName: true,
    newPost: '{slug}.md',
    permalink: '/{section}/{slug}/',
    moreMark: null,
  },
  {
    id: 'hexo',
    name: 'Hexo',
    markers: [['package:hexo'], ['_config.yml', 'source/_posts'], ['scaffolds', 'source/_posts']],
    postsFolders: ['source/_posts', 'source'],
    publicFolders: ['source'],
    imageFolders: ['{dir}/{name}', 'source/images', 'source/img', ...anywhere],
    newImage: { folder: 'source/images/{slug}', reference: '/images/{slug}/{file}' },
    draft: { whenTrue: ['draft'], whenFalse: ['published'], folders: ['_drafts'], scheduledBy: [] },
    dateInName: true,
    newPost: '{slug}.md',
    permalink: '/{year}/{month}/{day}/{slug}/',
    moreMark: '<!-- more -->',
  },
  {
    id: 'next-starter',
    name: 'Next.js (blog starter)',
    markers: [
      ['package:next', '_posts'],
      ['_posts', 'public/assets/blog'],
    ],
    postsFolders: ['_posts'],
    publicFolders: ['public'],
    imageFolders: ['public/assets/blog/{slug}', 'public/assets/blog', ...anywhere],
    newImage: { folder: 'public/assets/blog/{slug}', reference: '/assets/blog/{slug}/{file}' },
    draft: openly,
    dateInName: false,
    newPost: '{slug}.md',
    permalink: '/posts/{slug}',
    moreMark: null,
  },
  {
    id: 'next',
    name: 'Next.js',
    markers: [
      ['package:next'],
      ['next.config.js'],
      ['next.config.mjs'],
      ['next.config.ts'],
      ['posts', 'public/images/posts'],
      ['posts', 'public/images'],
    ],
    postsFolders: [
      'posts',
      'content/posts',
      'src/posts',
      'data/posts',
      'src/content/posts',
      'content/blog',
      'data/blog',
      'blog-posts',
      'blogposts',
      'articles',
      'blog',
      'content',
    ],
    publicFolders: ['public'],
    imageFolders: ['public/images/posts/{slug}', 'public/images/{slug}', 'public/posts/{slug}', ...anywhere],
    newImage: { folder: 'public/images/posts/{slug}', reference: '{file}' },
    draft: openly,
    dateInName: false,
    newPost: '{slug}.md',
    permalink: '/posts/{slug}',
    moreMark: null,
  },
  {
    id: 'gridea',
    name: 'Gridea',
    markers: [['posts', 'post-images']],
    postsFolders: ['posts'],
    publicFolders: ['.', 'static'],
    imageFolders: ['post-images', 'images', ...anywhere],
    newImage: { folder: 'post-images', reference: '/post-images/{file}' },
    draft: { whenTrue: [], whenFalse: ['published'], folders: [], scheduledBy: [] },
    dateInName: false,
    newPost: '{slug}.md',
    permalink: '/post/{slug}/',
    moreMark: '<!-- more -->',
  },
  {
    id: 'jekyll',
    name: 'Jekyll',
    markers: [
      ['_config.yml'],
      ['_config.yaml'],
      ['_config.toml'],
      ['_posts', '_layouts'],
      ['_posts', 'Gemfile'],
    ],
    postsFolders: ['_posts', 'docs/_posts', 'blog/_posts', 'src/_posts', 'collections/_posts'],
    publicFolders: ['.'],
    imageFolders: [
      'assets/images/{slug}',
      'assets/img/{slug}',
      'images/{slug}',
      'assets/images',
      'assets/img',
      'assets',
      'images',
      'img',
      ...anywhere,
    ],
    newImage: { folder: 'assets/images/{slug}', reference: '/assets/images/{slug}/{file}' },
    draft: { whenTrue: ['draft'], whenFalse: ['published'], folders: ['_drafts'], scheduledBy: ['date'] },
    dateInName: true,
    newPost: '{date}-{slug}.md',
    permalink: '/{year}/{month}/{day}/{slug}.html',
    moreMark: '<!--more-->',
  },
  {
    id: 'plain',
    name: 'Markdown folder',
    markers: [],
    postsFolders: [
      'posts',
      '_posts',
      'content/posts',
      'content/blog',
      'blog',
      'articles',
      'content',
      'source/_posts',
    ],
    publicFolders: ['public', 'static', 'assets', '.'],
    imageFolders: [
      ...anywhere,
      'images/{slug}',
      'images',
      'assets/{slug}',
      'static/images/{slug}',
      'public/images',
    ],
    newImage: { folder: '{dir}/{slug}', reference: '{slug}/{file}' },
    draft: { ...openly, folders: ['_drafts', 'drafts'] },
    dateInName: false,
    newPost: '{slug}.md',
    permalink: '/{slug}',
    moreMark: '<!--more-->',
  },
]

const byId = new Map(profiles.map((profile) => [profile.id, profile]))

/** The habits of one generator. */
export const profileOf = (id: SiteProfileId): SiteProfile => {
  const profile = byId.get(id)
  if (profile === undefined) throw new Error(`No site profile ${id}`)
  return profile
}
