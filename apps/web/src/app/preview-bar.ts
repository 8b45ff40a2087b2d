import { lazyPart } from '../platform/lazy-part.tsx';

/** Above every page of a draft; public pages do without its code. */
export const PreviewBar = lazyPart(() => import('../features/consultations/preview/PreviewBar.tsx').then((one) => one.PreviewBar));
