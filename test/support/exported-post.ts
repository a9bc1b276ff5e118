import { type ExportRequest, exportPost } from '../../electron/export/export-post'
import { detectSite } from '../../electron/site/detect-site'
import type { tempSite } from './temp-site'

/** Exports a post of a new small site, which `newSite` makes. */
export const exportedInto =
  (newSite: typeof tempSite) =>
  async (
    text: string,
    files: Readonly<Record<string, string | Uint8Array>> = {},
    more: Partial<ExportRequest> = {},
  ) => {
    const temp = await newSite({ 'posts/a.md': text, 'public/images/posts/': '', ...files })
    const site = await detectSite(temp.root)
    return exportPost({ site, postId: 'a.md', text, wordsPerMinute: 230, ...more })
  }
