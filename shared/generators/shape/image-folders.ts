/** Looked through after a generator's own, so that a post shows its images wherever its author keeps them. */
export const anyImageFolders = [
  '{dir}',
  '{dir}/{slug}',
  '{dir}/{name}',
  '{dir}/{name}.assets', // what Typora makes
  'public/images/posts/{slug}',
  '{dir}/images',
  '{dir}/assets',
] as const
