declare module 'fs-native-extensions' {
  /** Takes an exclusive lock on the file behind fd; false while another descriptor holds it. */
  export function tryLock(fd: number): boolean;
}
