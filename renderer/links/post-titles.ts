import { nameWithoutExtension } from '../../shared/site/post-path'
import { setPostTitles } from '../base/site-links'
import type { ListPosts } from './follow-link'

/** Keeps the titles of linked posts as the list has them; a post is named by its slug, or by its title. */
export const followPostTitles = (posts: ListPosts, onChange: (listener: () => void) => void): void => {
  const look = (): void => {
    let titles: ReadonlyMap<string, string> | null = null // made for the first link that asks
    setPostTitles((name) => {
      titles ??= new Map([
        ...posts().map(({ title }) => [title, title] as const),
        ...posts().map(({ slug, title }) => [slug, title] as const),
        ...posts().map(({ id, title }) => [nameWithoutExtension(id), title] as const),
      ])
      return titles.get(name) || null
    })
  }
  look()
  onChange(look)
}
