import { expect, test } from 'vitest'
import { isOnRemoteMount } from '../../../../electron/library/files/remote-disk'

const printed = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect, root data)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//me@nas._smb._tcp.local/blog on /Volumes/blog (smbfs, nodev, nosuid, mounted by me)
nas:/export/sites on /Volumes/si\u0301tes (nfs, nodev, nosuid)
https://dav.example.com/ on /Volumes/dav (webdav, nodev, noexec, nosuid)
me@host:/home on /Users/me/remote (macfuse_sshfs, nodev, nosuid, synchronous, mounted by me)
/dev/disk5s1 on /Users/me/remote/local (exfat, local, nodev, nosuid, noowners)
/dev/disk4s1 on /Volumes/A (B) on C (msdos, local, nodev)
`

test.each([
  ['/Users/me/blog', false],
  ['/Volumes/blog', true],
  ['/Volumes/blog/posts', true],
  ['/Volumes/blog-copy', false],
  ['/Volumes/s\u00edtes/posts', true],
  ['/Volumes/dav/x', true],
  ['/Users/me/remote/blog', true],
  ['/Users/me/remote/local/blog', false],
  ['/Volumes/A (B) on C/posts', false],
])('on macOS %s is on a remote mount: %s', (path, is) => {
  expect(isOnRemoteMount(path, printed)).toBe(is)
})

test('what cannot be understood is not taken for remote', () => {
  expect(isOnRemoteMount('/Volumes/blog', '')).toBe(false)
  expect(isOnRemoteMount('/Volumes/blog', 'something else\non / (\n')).toBe(false)
})
