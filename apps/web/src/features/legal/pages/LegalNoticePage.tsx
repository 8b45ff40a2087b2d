import { legalPage } from '../legal-page.tsx';

export default legalPage('legal-notice');
