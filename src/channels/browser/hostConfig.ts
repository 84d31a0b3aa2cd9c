/** How Teams draws an Adaptive Card, in numbers: sizes, distances, colours as its desktop client has them. */
export type Theme = 'light' | 'dark';

interface Palette {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly surface: string;
  readonly emphasis: string;
  readonly line: string;
}

const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    surface: '#ffffff',
    emphasis: '#f5f5f5',
    line: '#e0e0e0',
  },
  dark: {
    text: '#ffffff',
    subtle: '#d6d6d6',
    accent: '#9299f7',
    surface: '#292929',
    emphasis: '#1f1f1f',
    line: '#616161',
  },
};

/** The words in a coloured box must carry it alone: each has 10:1 or more, in both themes (design 7.2). */
const BOXES = { good: '#d9f2d0', attention: '#fdd5ce', warning: '#fde6b8', accent: '#e2e5fb' } as const;
const INK = '#242424';

/** The `HostConfig` of the adaptivecards package. */
export function hostConfig(theme: Theme): object {
  const palette = PALETTES[theme];
  return {
    supportsInteractivity: true,
    fontFamily: '"Segoe UI", "Open Sans", system-ui, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 8, medium: 12, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
    textBlock: { headingLevel: 2 },
    containerStyles: containers(palette),
    inputs: inputs(),
    actions: actions(),
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 110 },
      value: { weight: 'default', wrap: true },
      spacing: 12,
    },
    table: { cellSpacing: 6 },
  };
}

function containers(palette: Palette): object {
  const plain = foreground(palette.text, palette.subtle, palette.accent);
  const inked = foreground(INK, INK, INK);
  const boxes = Object.entries(BOXES).map(([name, backgroundColor]) => [
    name,
    { backgroundColor, foregroundColors: inked },
  ]);
  return {
    default: { backgroundColor: palette.surface, foregroundColors: plain },
    emphasis: { backgroundColor: palette.emphasis, foregroundColors: plain },
    ...Object.fromEntries(boxes),
  };
}

/** Every colour name is drawn as the text's own: no card uses coloured text (design 7.2). */
function foreground(text: string, subtle: string, accent: string): object {
  const same = { default: text, subtle };
  return {
    default: same,
    dark: same,
    light: same,
    accent: { default: accent, subtle: accent },
    good: same,
    warning: same,
    attention: same,
  };
}

function inputs(): object {
  return {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'default', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'default' },
    },
    errorMessage: { weight: 'bolder', color: 'attention' },
  };
}

function actions(): object {
  return {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
  };
}
