import { expect, test } from 'vitest'
import { referenceAt } from '../../../shared/references/reference-at'

/** The target of the link at `|`. */
const targetAt = (marked: string): string | null => {
  const offset = marked.indexOf('|')
  return referenceAt(marked.replace('|', ''), 0, offset)?.target ?? null
}

test.each<[string, string | null]>([
  ['see [the wo|rds](a.md) here', 'a.md'],
  ['see [words](a|.md) here', 'a.md'],
  ['s|ee [words](a.md) here', null],
  ['see [words](a.md) h|ere', null],
  ['[a](a.md) [b|](b.md)', 'b.md'],
  ['[a [nested] w|ord](a.md)', 'a.md'],
  ['[words]({{< ref "/posts/a.md" >|}})', '/posts/a.md'],
  ['[wo|rds]({% post_url 2024-01-05-a %})', '2024-01-05-a'],
  ['see {{< r|ref "/posts/a.md" >}}', null],
  ['see {{< r|ef "/posts/a.md" >}}', '/posts/a.md'],
  ['see {{< ref "/posts/a.md" >}|} more', '/posts/a.md'],
  ['see {% post_|url 2024-01-05-a %} more', '2024-01-05-a'],
  ['see {% post_url 2024-01-05-a %} m|ore', null],
  ['[wo|rds][name]\n\n[name]: /blog/a', '/blog/a'],
  ['[Na|me][]\n\n[name]: /blog/a', '/blog/a'],
  ['[na|me]\n\n[name]: /blog/a', '/blog/a'],
  ['[na|me] without a target', null],
  ['see https://exam|ple.org/x.', 'https://example.org/x'],
  ['<a href="/blog/|a">words</a>', '/blog/a'],
  ['`[wo|rds](a.md)`', null],
])('%s', (marked, target) => expect(targetAt(marked)).toBe(target))

test('the head of a post has no links', () => {
  const text = '---\ntitle: "[a](b.md)"\n---\n'
  expect(referenceAt(text, text.length, text.indexOf('b.md'))).toBeNull()
})
