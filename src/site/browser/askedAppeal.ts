/**
 * The appeal that the address asks for, in a bundle; null where it asks for none, or for one that is not there. Told by the
 * address: scripts may run before the browser has gone to the place.
 */
export function askedAppeal(): HTMLElement | null {
  const asked = document.getElementById(location.hash.slice(1));
  return asked?.matches("article.appeal") ? asked : null;
}
