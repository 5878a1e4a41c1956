import { encode } from 'uqr';
import { say } from '../i18n/locale.ts';
import type { Words } from '../i18n/text.ts';

/** A QR code, drawn as one path, always dark on light with its quiet zone so that every phone reads it. */
export function Qr(props: { text: string; label: Words }) {
  const code = () => encode(props.text, { ecc: 'M', border: 4 });
  const path = () => {
    const squares: string[] = [];
    code().data.forEach((row, y) => {
      row.forEach((isDark, x) => {
        if (isDark) squares.push(`M${x} ${y}h1v1h-1z`);
      });
    });
    return squares.join('');
  };
  return (
    <svg
      class="qr"
      role="img"
      aria-label={say(props.label)}
      viewBox={`0 0 ${code().size} ${code().size}`}
      shape-rendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path()} fill="#000" />
    </svg>
  );
}
