import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from './app'
import { Editor } from './pages/editor'

const post = '---\ntitle: A\n---\n\nWords {{< card   title="One"  tone=calm >}} more.\n\nEnd\n'

test('a shortcode of the site is inserted and edited through fields, and nothing else changes', async ({
  folder,
  open,
}) => {
  const files = {
    'hugo.toml': 'title = "T"\n',
    'layouts/shortcodes/card.html':
      '{{ .Get "title" }}{{ if eq (.Get "tone") "calm" }}{{ else if eq (.Get "tone") "loud" }}{{ end }}{{ .Get "link" | default "#" }}',
    'content/posts/a.md': post,
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const file = join(folder, 'content/posts/a.md')
  const { page } = await open(file)
  const editor = new Editor(page)
  await editor.text.getByText('Words').click()
  await page.keyboard.press('Home')
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ControlOrMeta+Shift+A')
  const box = page.getByRole('form', { name: 'Fields of card' })
  await expect(box.getByLabel('title')).toBeFocused()
  await expect(box.getByLabel('title')).toHaveValue('One')
  await box.getByLabel('title').fill('Two “three”')
  await box.getByLabel('link').fill('/a b')
  await page.keyboard.press('Enter')
  await expect(editor.text).toBeFocused()
  await expect(editor.text).toContainText('card   title="Two “three”"  tone=calm link="/a b" >}} more.')

  await editor.toEnd()
  await page.keyboard.type('\n\n/card')
  await page.getByRole('option', { name: 'card' }).click()
  await page.getByRole('form', { name: 'Fields of card' }).getByLabel('title').fill('New')
  await page.keyboard.press('Enter')
  await page.keyboard.type('!')
  await editor.save()
  const edited = post.replace('title="One"  tone=calm', 'title="Two “three”"  tone=calm link="/a b"')
  expect(await readFile(file, 'utf8')).toBe(`${edited}\n\n{{< card title="New" >}}!`)
})
