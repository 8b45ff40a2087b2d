import styles from './QrCode.module.css';

interface QrCodeProps {
  /** Modules a side, the quiet ones around included. */
  size: number;
  /** The dark modules as one SVG path. */
  path: string;
  label: string;
}

/** A QR code as an inline drawing: black on white in both schemes, for cameras. */
export function QrCode({ size, path, label }: QrCodeProps) {
  return (
    <svg className={styles.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
