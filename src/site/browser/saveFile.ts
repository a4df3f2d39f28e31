/** Long enough for every browser to have begun with the file. */
const keepFile = 60_000;

/** Gives the reader a file that was made on the page. @param name under which it is saved */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keepFile);
}
