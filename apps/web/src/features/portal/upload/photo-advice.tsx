/** What makes a photo that can be checked at the first try. */
export function PhotoAdvice() {
  return (
    <ul className="list-disc pl-6 text-muted">
      <li>Lay it flat, with all four corners in the picture.</li>
      <li>Turn off the flash, and keep reflections and fingers off the text.</li>
      <li>Hold still until every letter is sharp.</li>
    </ul>
  );
}
