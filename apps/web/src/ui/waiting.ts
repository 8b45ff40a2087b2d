import { createContext } from 'react';

/** True around submit buttons whose form cannot be sent yet. Apart from the form's own context, so that a button brings no form along. */
export const WaitingContext = createContext(false);
