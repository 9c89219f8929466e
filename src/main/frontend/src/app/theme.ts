import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Parley's colours: every text on its ground has a contrast of at least 4.5 to 1. */
export const theme = createTheme({
  primaryColor: 'parley',
  primaryShade: { light: 6, dark: 5 },
  colors: {
    parley: [
      '#f3f1fe',
      '#e3defc',
      '#c6bdf7',
      '#a99cf1',
      '#8b7aec',
      '#6f5be6',
      '#5b45e0',
      '#4d39c6',
      '#4030a8',
      '#33268a',
    ],
    dark: [
      '#dcdce4',
      '#c2c2ce',
      '#a8a8b8',
      '#6d6d7e',
      '#43424f',
      '#33323e',
      '#292832',
      '#1b1a22',
      '#131219',
      '#0e0d13',
    ],
  },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { radius: 'xl' } },
    Modal: { defaultProps: { centered: true, radius: 'lg', closeButtonProps: { 'aria-label': 'Close' } } },
    Alert: {
      defaultProps: { radius: 'lg', variant: 'outline', classNames: { root: 'alert', title: 'alert-title' } },
    },
    TextInput: { defaultProps: { radius: 'md' } },
    Menu: {
      defaultProps: {
        radius: 'md',
        shadow: 'md',
        position: 'bottom-end',
        width: 220,
        withInitialFocusPlaceholder: false,
        // A menu opens inside of a landmark, where screen readers look for it.
        portalProps: { target: '#menus' },
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a6170',
    '--mantine-color-placeholder': '#656c7a',
    '--mantine-color-error': '#c02626',
    '--parley-pane': '#ffffff',
    '--parley-canvas': '#f5f4fb',
    '--parley-line': '#e3e2ec',
    '--parley-hover': '#f1f0f8',
    '--parley-chosen': '#e9e5fd',
    '--parley-soft': '#e3defc',
    '--parley-soft-text': '#33268a',
    '--parley-danger': '#b42222',
    '--parley-good': '#0b7a4b',
  },
  dark: {
    '--mantine-color-body': '#1b1a22',
    '--mantine-color-dimmed': '#a8a8b8',
    '--mantine-color-placeholder': '#9a9aab',
    '--mantine-color-error': '#ff9c9c',
    '--parley-pane': '#1b1a22',
    '--parley-canvas': '#131219',
    '--parley-line': '#2d2c37',
    '--parley-hover': '#24232d',
    '--parley-chosen': '#2d2843',
    '--parley-soft': '#2a2356',
    '--parley-soft-text': '#dcd6ff',
    '--parley-danger': '#ff9c9c',
    '--parley-good': '#4fd8a0',
  },
});
