export function NoticesBell() {
  return null;
}
