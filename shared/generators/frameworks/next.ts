import { basePathOf, configured, mapOf, textOf } from '../shape/configured-values'
import type { Configuration, Generator } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile, usualNames } from '../shape/signs'
import { themeStatus } from '../shape/theme-status'

export const nextConfiguration: Configuration = {
  files: ['js', 'mjs', 'ts', 'mts', 'cjs'].map((extension) => `next.config.${extension}`),
  besides: ['contentlayer.config', 'velite.config', 'content-collections'].flatMap((name) =>
    ['ts', 'js', 'mjs'].map((extension) => `${name}.${extension}`),
  ),
  read: ({ values }) =>
    configured({
      basePath: basePathOf(textOf(values, 'basePath') ?? ''),
      addresses: values.trailingSlash === true ? { trailingSlash: true } : undefined,
      language: textOf(mapOf(values, 'i18n'), 'defaultLocale') ?? undefined,
    }),
}

export const next: Generator = {
  id: 'next',
  name: 'Next.js',
  signs: [
    ...dependency('next'),
    ...ownFile(...nextConfiguration.files),
    usualNames('posts', 'public/images/posts'),
    usualNames('posts', 'public/images'),
  ],
  configuration: nextConfiguration,
  server: { port: 3000, start: 'npm run dev' },
  folders: {
    posts: [
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
    drafts: [],
    public: ['public'],
    images: ['public/images/posts/{slug}', 'public/images/{slug}', 'public/posts/{slug}', ...anyImageFolders],
  },
  fileName: { dated: false },
  head: { draftWhenTrue: ['draft'], draftWhenFalse: ['published'], status: themeStatus, scheduledBy: [] },
  address: { permalink: '/posts/{slug}' },
  markdown: { preset: 'react-markdown', moreMark: null },
  newPost: '{slug}.md',
  newImage: { folder: 'public/images/posts/{slug}', reference: '{file}' },
  styles: ['app', 'src/app', 'styles', 'src/styles'].flatMap((folder) => [
    `${folder}/globals.css`,
    `${folder}/global.css`,
  ]),
}
