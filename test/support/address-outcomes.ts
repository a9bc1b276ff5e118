/** The expected result of a change: files that move, and lines that change, by the old path of their file. */
export interface Outcome {
  readonly moves?: Readonly<Record<string, string>>
  readonly lines?: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>>
  /** The texts of new files. */
  readonly made?: Readonly<Record<string, string>>
  readonly warning?: string
}

const post = (name: string) => `content/posts/${name}`
const oldToNew = { [post('old.md')]: post('new.md') }
const a = post('a.md')
const renamed = (...lines: readonly string[]) =>
  lines.map((line) => [line, line.replace(/\bold(?=[/.#" )>}]|$)/g, 'new')] as const)

/** The expected outcomes by the name of the site. */
export const outcomes: Readonly<Record<string, Outcome>> = {
  '01-same-name-in-two-folders': {
    moves: { [post('2023/intro.md')]: post('2023/welcome.md') },
    lines: {
      [a]: [
        ['[23](/posts/2023/intro/)', '[23](/posts/2023/welcome/)'],
        ['"/posts/2023/intro.md"', '"/posts/2023/welcome.md"'],
        ['(../2023/intro/)', '(../2023/welcome/)'],
      ],
    },
  },
  '02-slug-with-a-dot': {
    moves: { [post('release-3.5.md')]: post('release-35.md') },
    lines: {
      [a]: [
        ['[a](/posts/release-3.5/)', '[a](/posts/release-35/)'],
        ['(../release-3.5/#x)', '(../release-35/#x)'],
        ['"release-3.5.md"', '"release-35.md"'],
        ['"release-3.5"', '"release-35"'],
        ['[e](/posts/release-3.5)', '[e](/posts/release-35)'],
      ],
    },
  },
  '03-url-in-the-head': { moves: oldToNew, lines: { [a]: renamed('ref "old.md"') } },
  '04-other-slug-in-the-head': { moves: oldToNew, lines: { [a]: renamed('ref "old.md"') } },
  '05-translation-by-file-name': {
    moves: { [post('old.en.md')]: post('new.en.md'), [post('old.fr.md')]: post('new.fr.md') },
    lines: {
      [post('a.en.md')]: renamed('(/posts/old/)', '(/fr/posts/old/)', 'ref "old.md"', 'path="/posts/old"'),
    },
  },
  '06-translated-bundle': {
    moves: { [post('old/')]: post('new/') },
    lines: { [post('a.en.md')]: renamed('(/posts/old/)', 'ref "/posts/old"') },
  },
  '06b-translated-bundle': {
    moves: { [post('old/')]: post('new/') },
    lines: { [post('a.en.md')]: renamed('(/posts/old/)') },
  },
  '07-link-spellings': {
    moves: oldToNew,
    lines: {
      [a]: [
        ...renamed('ref path="old.md"', 'relref "old.md#part"', '{{< ref old >}}', 'href=/posts/old/>'),
        ...renamed("href='/posts/old/#part'", 'HREF="/posts/old/"', '<area href="/posts/old/">'),
        ...renamed(
          '(</posts/old/>)',
          '[query](/posts/old/',
          '(../old)',
          '(old.md)',
          '(/posts/old/index.html)',
        ),
        ...renamed(
          '[r2]: <../old/>',
          '[r3]: /posts/old/#part',
          '[in list](/posts/old/)',
          '[cell](/posts/old/)',
        ),
        ...renamed('![i](/x.png)](/posts/old/)', 'link="/posts/old/"', '<https://example.org/posts/old/>'),
        ...renamed('see [old](/posts/old/)', '[r1]: /posts/old/'),
        ['[title](/posts/old/ ', '[title](/posts/new/ '],
        ['[text /posts/old/](/posts/old/)', '[text /posts/old/](/posts/new/)'],
        ['[case](/Posts/Old/)', '[case](/posts/new/)'],
      ],
    },
  },
  '08-must-not-change': { moves: oldToNew },
  '09-front-matter-links': {
    moves: oldToNew,
    lines: {
      [a]: [
        ...renamed('- /posts/old/', 'prev: posts/old.md', '[old](/posts/old/)'),
        ['next: old\n', 'next: new\n'],
      ],
    },
  },
  '11-links-from-outside-the-posts-folder': {
    moves: oldToNew,
    lines: {
      'content/_index.md': renamed('(/posts/old/)'),
      [post('_index.md')]: renamed('(/posts/old/)'),
      'content/about.md': renamed('"posts/old.md"'),
    },
  },
  '12-move-address-links': {
    moves: { [post('2023/old.md')]: post('2024/old.md') },
    lines: {
      [post('2023/old.md')]: [['(../b/)', '(../../2023/b/)']],
      [a]: [
        ['(/posts/2023/old/)', '(/posts/2024/old/)'],
        ['(../2023/old/)', '(../2024/old/)'],
        ['"2023/old.md"', '"2024/old.md"'],
        ['"/posts/2023/old.md"', '"/posts/2024/old.md"'],
      ],
    },
  },
  '13-section-index': {
    moves: { [post('old/')]: post('new/') },
    lines: { [a]: renamed('(/posts/old/)', '(/posts/old/p1/)') },
  },
  '14-bundle-own-files': {
    moves: { [post('old/')]: post('new/') },
    lines: {
      [a]: renamed(
        ...['[/posts/old/p.png]', '![x](/posts/old/', '![y](../old/', '[pdf](/posts/old/', '[pdf2](../old/'],
        ...['src=/posts/old/p.png>', 'srcset="/posts/old/', 'x" src="/posts/old/', 'figure src="/posts/old/'],
        'ref "old/index.md"',
      ),
    },
  },
  '14b-bundle-own-files': {
    moves: { [post('old/')]: post('new/') },
    lines: { [a]: renamed('![x](/posts/old/', '![y](../old/', '[pdf](/posts/old/', '<img src="/posts/old/') },
  },
  '20-jekyll-spellings': {
    moves: { '_posts/2020-01-02-old.md': '_posts/2020-01-02-new.md' },
    lines: {
      '_posts/2021-01-01-a.md': renamed(
        ...['[a]({% post_url 2020-01-02-old ', '[b]({{ site.baseurl }}{% post_url 2020-01-02-old '],
        ...[
          '[c]({% link _posts/2020-01-02-old.md',
          '[d](/2020/01/02/old.html',
          '[e]({{ site.url }}/2020/01/02/old.',
        ],
        ...['{{ "/2020/01/02/old.html', "{{ '/2020/01/02/old.html", '[h]({% post_url /2020-01-02-old '],
        ...['"{{ site.baseurl }}{% post_url 2020-01-02-old ', '"{% link _posts/2020-01-02-old.md'],
        '[k]: {% post_url 2020-01-02-old ',
      ),
    },
  },
  '21-jekyll-two-dates-one-slug': {
    moves: { '_posts/2020-01-02-weekly.md': '_posts/2020-01-02-first-week.md' },
    lines: {
      '_posts/2021-01-03-a.md': [
        ['/2020/01/02/weekly.html', '/2020/01/02/first-week.html'],
        ['post_url 2020-01-02-weekly', 'post_url 2020-01-02-first-week'],
      ],
    },
  },
  '23-jekyll-move': {
    moves: { '_posts/2020-01-02-old.md': '_posts/tech/2020-01-02-old.md' },
    lines: {
      '_posts/2021-01-01-a.md': [
        ['post_url 2020-01-02-old', 'post_url tech/2020-01-02-old'],
        ['link _posts/2020-01-02-old.md', 'link _posts/tech/2020-01-02-old.md'],
      ],
    },
  },
  '24-move-with-unaffected-relative-link': { moves: { [post('2023/a.md')]: post('2024/a.md') } },
  '26-move-drops-slash': {
    moves: { 'posts/2023/a.md': 'posts/x/y/a.md' },
    lines: {
      'posts/2023/a.md': [
        ['(../b/)', '(../../b/)'],
        ['(./c.md)', '(../../2023/c.md)'],
      ],
    },
  },
  '27-move-head-image-and-imports': {
    moves: { 'src/content/blog/2023/a.mdx': 'src/content/blog/archive/old/a.mdx' },
    lines: {
      'src/content/blog/2023/a.mdx': [
        ['heroImage: ./pic.png', 'heroImage: ../../2023/pic.png'],
        ['"../../../assets/c.png"', '"../../../../assets/c.png"'],
        ['from "./pic.png"', 'from "../../2023/pic.png"'],
        ['"../../../components/Box.astro"', '"../../../../components/Box.astro"'],
        ['![ok](./pic.png)', '![ok](../../2023/pic.png)'],
        ['<img src="./pic.png">', '<img src="../../2023/pic.png">'],
      ],
    },
  },
  '29-rename-image-folder-shared-with-layout': {
    moves: { [post('about-us.md')]: post('who-we-are.md') },
    lines: { 'data/nav.yaml': [['/posts/about-us/', '/posts/who-we-are/']] },
    warning: 'layouts/partials/header.html',
  },
  '30-hexo-spellings': {
    moves: { 'source/_posts/old.md': 'source/_posts/new.md', 'source/_posts/old/': 'source/_posts/new/' },
    lines: {
      'source/_posts/a.md': renamed(
        ...[
          '{% post_link old %}',
          '{% post_link old "Title"',
          '{% post_path old %}',
          '{% post_link old#part',
        ],
        ...['(/2024/01/02/old/)', '(/2024/01/02/old/p.png)'],
      ),
    },
  },
  '31-obsidian-wiki-links': {
    moves: { 'Old note.md': 'New note.md' },
    lines: {
      'a.md': [
        ['[[Old note]] ', '[[New note]] '],
        ['[[Old note#H', '[[New note#H'],
        ['![[Old note]]', '![[New note]]'],
        ['(Old%20note.md)', '(New%20note.md)'],
        ['(<Old note.md>)', '(<New note.md>)'],
      ],
    },
  },
  '32-mdx-link-component': {
    moves: { 'posts/old.mdx': 'posts/new.mdx' },
    lines: {
      'posts/a.mdx': renamed(
        ...['"./old.mdx"', '<Link href="/posts/old"', '<Card href="/posts/old"', '<a href="/posts/old"'],
        '<a href={"/posts/old"}',
      ),
    },
  },
  '34-crlf-bom-latin': {
    moves: { 'posts/old.md': 'posts/new.md' },
    lines: {
      'posts/l.md': renamed('[a](old.md)'),
      'posts/a.md': renamed('[a](old.md)', '(./old.md "t")', '[c](old.md)'),
    },
  },
  '35-typed-slug-with-colon-umlaut': {
    moves: { 'posts/old.md': 'posts/über-uns.md' },
    lines: {
      'posts/a.md': [
        ['[a](old.md)', '[a](über-uns.md)'],
        ['[b](/old)', '[b](/über-uns)'],
        ['[c](./old.md#x)', '[c](./über-uns.md#x)'],
      ],
    },
  },
  '40-duplicate-with-url-and-aliases': {
    made: { [post('old-copy.md')]: '---\ntitle: T\ndate: 2024-01-02\n---\n\nORIGINAL\n' },
  },
  '42-duplicate-keeps-id': {
    made: {
      'src/content/blog/old-copy.md':
        '---\ntitle: T\ndate: 2024-01-02\nslug: old-copy\ndraft: false\n---\n\nx\n',
    },
  },
}
