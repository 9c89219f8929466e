import { createContext, useContext } from 'react';

export type DialogName = 'new' | 'group' | 'shortcuts';

interface Dialogs {
  opened: DialogName | null;
  open: (name: DialogName) => void;
  close: () => void;
}

export const DialogsContext = createContext<Dialogs>({
  opened: null,
  open: () => undefined,
  close: () => undefined,
});

/** The dialogs that any part may open. */
export const useDialogs = () => useContext(DialogsContext);
