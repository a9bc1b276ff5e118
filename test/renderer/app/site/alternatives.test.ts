import { expect, test } from 'vitest'
import { alternativesOf } from '../../../../renderer/app/site/alternatives'
import type { GeneratorId } from '../../../../shared/generators/shape/generator-id'

const of = (postsFolder: string, paths: readonly string[], likely: readonly GeneratorId[] = ['eleventy']) => {
  const folders = paths.map((path, at) => ({ path, posts: 10 - at }))
  const { folders: others, generators } = alternativesOf(
    { profile: 'eleventy', postsFolder },
    { folders, likely },
  )
  return [...others.map(({ path }) => path), ...generators]
}

test.each<[name: string, postsFolder: string, folders: readonly string[], others: readonly string[]]>([
  ['another folder', 'src/posts', ['.', 'src', 'src/posts', 'notes'], ['notes']],
  ['no part of the posts folder', 'posts', ['posts', 'posts/2024', 'posts/2023'], []],
  ['nothing that holds it', 'site/blog', ['.', 'site', 'site/blog'], []],
  ['a folder whose name begins alike', 'post', ['post', 'posts'], ['posts']],
  ['a folder once, not its parts', 'blog', ['docs', 'blog', 'docs/a', 'docs/b'], ['docs']],
  ['two at most, those with the most posts', 'a', ['b', 'c', 'a', 'd'], ['b', 'c']],
  ['nothing beside the whole site', '.', ['.', 'a', 'b'], []],
  ['nothing where nothing is', 'posts', [], []],
])('%s', (_name, postsFolder, folders, others) => expect(of(postsFolder, folders)).toEqual(others))

test('the likeliest other generator', () => {
  expect(of('posts', [], ['jekyll', 'eleventy', 'hugo'])).toEqual(['jekyll'])
  expect(of('posts', ['notes'], ['eleventy', 'hugo'])).toEqual(['notes', 'hugo'])
})
