import { classNames } from './class-names.ts';
import styles from './Icon.module.css';

/** Strokes on a 24 by 24 grid. */
const shapes = {
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2',
  hall: 'M3 21h18M5 21V10m14 11V10M3 10l9-6 9 6M9 21v-6h6v6',
  'arrow-right': 'M5 12h14m-6-6 6 6-6 6',
  'arrow-left': 'M19 12H5m6-6-6 6 6 6',
  'chevron-down': 'm6 9 6 6 6-6',
  'chevron-right': 'm9 6 6 6-6 6',
  pen: 'M4 20h4L19 9l-4-4L4 16z',
  heart: 'M12 21s-8-5-8-11a4.5 4.5 0 0 1 8-2.8A4.5 4.5 0 0 1 20 10c0 6-8 11-8 11z',
  speech: 'M4 5h16v11H9l-5 4z',
  calendar: 'M7 3v4m10-4v4M4 8h16v12H4zM4 12h16',
  page: 'M6 3h9l4 4v14H6zM9 12h7M9 16h7',
  check: 'm5 12.5 4.5 4.5L19 7',
  cross: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
  menu: 'M4 7h16M4 12h16M4 17h16',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c1-4 4-6 7.500-6s6.500 2 7.500 6',
  people:
    'M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM2.500 19c.8-3.300 3.300-5 6.500-5s5.700 1.700 6.500 5M15.500 5.300a3.500 3.500 0 0 1 0 6.400M18 14.500c2 .8 3.100 2.300 3.500 4.500',
  place:
    'M12 21c4-4.500 7-7.800 7-11.500A7 7 0 0 0 5 9.500C5 13.200 8 16.500 12 21zM12 7.500a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400z',
  map: 'M9 4 3 6.500V20l6-2.500 6 2.500 6-2.500V4l-6 2.500zM9 4v13.500M15 6.500V20',
  list: 'M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01',
  numbers: 'M10 6h10M10 12h10M10 18h10M4 4.500 5.500 4v4M4 16.500c0-2 3-2 3-.2 0 1.200-3 2.200-3 3.700h3',
  quote: 'M10 7c-3 .8-5 3-5 6.500V17h5v-4.500H7M19.500 7c-3 .8-5 3-5 6.500V17h5v-4.500h-3',
  flag: 'M5 21V4h13l-2.500 4.500L18 13H5',
  share: 'M12 15V4m-4 4 4-4 4 4M5 12v8h14v-8',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15zM10 21h4',
  download: 'M12 4v11m-4-4 4 4 4-4M5 20h14',
  upload: 'M12 20V9m-4 4 4-4 4 4M5 4h14',
  paper: 'M4 4h16v16H4zM8 9h8M8 13h8M8 17h4',
  eye: 'M2.500 12C5 7.500 8.200 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-5.700 6.500-9.500 6.500S5 16.500 2.500 12zM12 9.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600z',
  'eye-off':
    'M4 4l16 16M9.500 6c.8-.3 1.600-.5 2.500-.5 3.800 0 7 2 9.500 6.500-.8 1.500-1.700 2.700-2.700 3.700M15 17.900c-1 .4-1.900.6-3 .6-3.800 0-7-2-9.500-6.500 1-1.900 2.200-3.300 3.500-4.400',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  shield: 'M12 3 5 5.500V11c0 5 3 8.300 7 10 4-1.700 7-5 7-10V5.500zM9 11.500l2.200 2.200L15.500 9.500',
  scale: 'M12 4v16M8 20h8M5 7h14M5 7l-2.500 6a2.800 2.800 0 0 0 5 0zM19 7l-2.500 6a2.800 2.800 0 0 0 5 0z',
  chart: 'M4 20h16M7 20v-7M12 20V5M17 20V10',
  history: 'M4 5v5h5M4.600 10A8 8 0 1 1 4 13M12 8v4.500l3 1.800',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1',
  mail: 'M3.500 6h17v12h-17zM4 6.500l8 6.500 8-6.500',
  settings:
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v3m0 12v3M3 12h3m12 0h3M5.600 5.600l2.100 2.100m8.600 8.600 2.100 2.100m0-12.800-2.100 2.100m-8.600 8.600-2.100 2.100',
  warning: 'M12 4 2.500 20h19zM12 10v4.500M12 17.300v.2',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.500M12 7.700v.2',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 2.500-2.500L20 17M15.500 8.600v.2',
  trash: 'M4.500 7h15M9.500 7V4.500h5V7M6.500 7l1 13h9l1-13M10 11v5.500M14 11v5.500',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  reply: 'M10 6 4 12l6 6M4 12h9c4 0 6.500 2 7 6',
  merge: 'M6 4v4c0 4 6 4 6 8v4M18 4v4c0 4-6 4-6 8M9 17.500l3 3 3-3',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c2.500 2.500 3.700 5.500 3.700 9s-1.200 6.500-3.700 9c-2.500-2.500-3.700-5.500-3.700-9S9.500 5.500 12 3z',
  logout: 'M14 4h6v16h-6M4 12h11m-4-4 4 4-4 4',
  filter: 'M4 6h16M7 12h10M10 18h4',
  shuffle: 'M4 7h3c5 0 5 10 10 10h3m-3-3 3 3-3 3M4 17h3c1.500 0 2.600-.9 3.500-2.100M14 9.100C14.900 7.900 16 7 17 7h3m-3-3 3 3-3 3',
} as const;

/** Names of the icons that exist. */
export type IconName = keyof typeof shapes;
export const iconNames = Object.keys(shapes) as IconName[];

interface IconProps {
  name: IconName;
  /** `em` grows with the text, `large` is 22 px at ordinary text size. */
  size?: 'em' | 'large';
  className?: string;
}

/** A picture beside words, never instead of them: it is hidden from those who hear the page. */
export function Icon({ name, size = 'em', className }: IconProps) {
  return (
    <svg
      className={classNames(styles.icon, size === 'large' && styles.large, className)}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
