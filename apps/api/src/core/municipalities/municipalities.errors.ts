import { InvalidInput, refuseOn } from '../../platform/http/index.ts';

/** Another town of this installation, or the installation itself, answers at this host. */
export class HostTaken extends InvalidInput {
  constructor() {
    super([{ pointer: '#/host', code: 'already-taken' }]);
  }
}

/** Another town of this installation has this address. */
export class SlugTaken extends InvalidInput {
  constructor() {
    super([{ pointer: '#/slug', code: 'already-taken' }]);
  }
}

refuseOn('municipalities_host', () => new HostTaken());
refuseOn('municipalities_slug', () => new SlugTaken());
