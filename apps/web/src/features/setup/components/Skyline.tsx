/** A market town drawn in one line: town hall, church, trees, houses. Decorative. */
export function Skyline({ className }: { className?: string | undefined }) {
  return (
    <svg
      className={className}
      viewBox="0 0 480 180"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M0 178h480" />
      <path d="M18 178v-52l30-26 30 26v52M38 178v-26h20v26M36 128h24" />
      <path d="M92 178v-70h40v70M92 108l20-20 20 20M104 126h16M104 146h16" />
      <path d="M150 178V84h18V46l14-32 14 32v38h18v94M182 62v.1M174 178v-30a8 8 0 0 1 16 0v30" />
      <path d="M246 178v-64h96v64M238 114l56-38 56 38zM262 178v-44M282 178v-44M306 178v-44M326 178v-44M294 76V52h22l-6 8 6 8h-22" />
      <circle cx="294" cy="99" r="6" />
      <path d="M376 178v-36M376 142a20 24 0 1 1 .1 0M376 156l9-9" />
      <path d="M408 178v-58l26-22 26 22v58M424 178v-28h20v28M424 128h20" />
    </svg>
  );
}
