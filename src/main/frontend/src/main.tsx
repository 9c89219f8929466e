import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';

import { MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app/App';
import { cssVariables, theme } from './app/theme';
import { Toasts } from './parts/Toasts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
// The lock that keeps the page from scrolling under a dialog adds a style of its own.
setNonce(nonce);
const root = document.getElementById('root');

if (root) {
  createRoot(root).render(
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Toasts />
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </MantineProvider>,
  );
}
