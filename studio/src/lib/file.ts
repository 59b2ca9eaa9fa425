/** Hand a text to the person as a file. */
export function download(name: string, text: string, type = "application/json"): void {
  const link = document.createElement("a");
  const kept = URL.createObjectURL(new Blob([text], { type }));
  link.href = kept;
  link.download = name;
  link.click();
  URL.revokeObjectURL(kept);
}
