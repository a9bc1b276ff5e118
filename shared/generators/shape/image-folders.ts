/** Searched after a generator's own folders, so that images are found wherever an author keeps them. */
export const anyImageFolders = [
  '{dir}',
  '{dir}/{slug}',
  '{dir}/{name}',
  '{dir}/{name}.assets', // created by Typora
  'public/images/posts/{slug}',
  '{dir}/images',
  '{dir}/assets',
] as const
