import { expect, test } from 'vitest'
import { featuresOf } from '../../../../shared/markdown/options/presets'
import { renderPost } from '../../../../shared/markdown/page/render-post'
import { diagramSources } from '../../../../shared/markdown/rules/diagram-sources'

test.each([
  ['plain', '```mermaid\ngraph TD\n```\n'],
  ['with tildes and words behind', '~~~~ Mermaid title\ngraph TD\n\n~~~\n~~~~\n'],
  ['in a quote', '> ```mermaid\n> graph TD\n>   A --> B\n> ```\n'],
  ['in lists', '- item\n\n  - ```mermaid\n    graph TD\n      A --> B\n    ```\n'],
  ['behind a head', '---\ntitle: "```mermaid"\n---\n\n```mermaid\ngraph TD\n```\n'],
  ['with other line ends and tabs', '```mermaid\r\n\tgraph TD\r\n```\r\n'.replaceAll('\r\n', '\n')],
  ['in a container', '::: tip\n```mermaid\ngraph TD\n```\n:::\n'],
  ['left open', '```mermaid\ngraph TD'],
  ['empty', '```mermaid\n```\n'],
])('a diagram %s is the one the pipeline asks for', (_where, text) => {
  const asked: string[] = []
  const { html } = renderPost(text, {
    features: featuresOf('everything'),
    assetUrl: () => null,
    remoteImages: 'hold',
    diagram: (source) => {
      asked.push(source)
      return '<b>drawn</b>'
    },
  })
  expect(asked).toHaveLength(1)
  expect(diagramSources(text)).toEqual(asked)
  expect(html).toContain('<b>drawn</b>')
})

test('code, comments and other languages are no diagrams; the same one counts once', () => {
  expect(diagramSources('Some `mermaid` and ```mermaid``` text')).toEqual([])
  expect(diagramSources('<!--\n```mermaid\ngraph\n```\n-->')).toEqual([])
  expect(diagramSources('```mermaidx\ngraph\n```\n\n```js\nmermaid\n```')).toEqual([])
  expect(diagramSources('```mermaid\na\n```\n\n```mermaid\nb\n```\n\n```mermaid\na\n```')).toEqual([
    'a\n',
    'b\n',
  ])
})

test('a post of blank lines is looked through while one waits', () => {
  expect(diagramSources(`${'\n'.repeat(400_000)}x`)).toEqual([])
  expect(diagramSources(`${'>\n'.repeat(200_000)}> \`\`\`mermaid\n> a\n> \`\`\`\n`)).toEqual(['a\n'])
})
