import { type ExportRequest, exportPost } from '../../electron/export/export-post'
import { detectSite } from '../../electron/site/detect-site'
import { type TempSite, tempSite } from './temp-site'

/** Exports a post of a new small site; the site is added to `made`, so that the test can remove it. */
export const exportedInto =
  (made: TempSite[]) =>
  async (
    text: string,
    files: Readonly<Record<string, string | Uint8Array>> = {},
    more: Partial<ExportRequest> = {},
  ) => {
    const temp = await tempSite({ 'posts/a.md': text, 'public/images/posts/': '', ...files })
    made.push(temp)
    const site = await detectSite(temp.root)
    return exportPost({ site, postId: 'a.md', text, wordsPerMinute: 230, ...more })
  }
