/** Hands a file to the browser's downloads. */
export function savePdf(pdf: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(pdf);
  link.download = name;
  link.click();
  // Freed once the browser has taken it; at once would be too early in some of them.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
