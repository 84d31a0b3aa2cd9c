// The walls of the house: who may import whom (CONTRIBUTING.md draws the same map).
// A rule reads "a file in FROM may import, of src and of packages, only what TO lists".
const rooms = {
  domain: { ours: ['domain'], packages: ['luxon'] },
  ports: { ours: ['domain', 'ports'], packages: [] },
  application: { ours: ['domain', 'ports', 'application'], packages: [] },
  'providers/local': { ours: ['domain', 'ports', 'providers/local'], packages: [] },
  commands: { ours: ['domain', 'commands'], packages: [] },
  views: { ours: ['domain', 'views'], packages: ['luxon', '@formatjs/intl'] },
  conversation: {
    ours: ['domain', 'ports', 'commands', 'application', 'views', 'conversation'],
    packages: [],
  },
  rendering: {
    ours: ['domain', 'views', 'rendering'],
    packages: ['adaptivecards-templating', 'adaptive-expressions'],
  },
  'channels/teams': {
    ours: [
      'domain',
      'ports',
      'conversation',
      'rendering',
      'views',
      'http',
      'channels/teams',
      'channels/[^/]+\\.ts',
    ],
    packages: ['botbuilder', 'botframework-connector', 'botframework-schema'],
  },
  'channels/slack': {
    ours: [
      'domain',
      'ports',
      'conversation',
      'rendering',
      'views',
      'http',
      'channels/slack',
      'channels/[^/]+\\.ts',
    ],
    packages: ['@slack/bolt', '@slack/web-api'],
  },
  'channels/browser': {
    ours: [
      'domain',
      'ports',
      'conversation',
      'rendering',
      'views',
      'http',
      'channels/browser',
      'channels/[^/]+\\.ts',
    ],
    packages: ['adaptivecards', 'markdown-it', 'esbuild'],
  },
  'channels/console': {
    ours: [
      'domain',
      'ports',
      'conversation',
      'rendering',
      'views',
      'channels/console',
      'channels/[^/]+\\.ts',
    ],
    packages: [],
  },
  http: { ours: ['http', 'ports'], packages: ['prom-client'] },
  storage: { ours: ['domain', 'ports', 'storage'], packages: ['mongoose', 'luxon'] },
  'embedded-mongo': {
    ours: ['embedded-mongo'],
    packages: ['@photostructure/sqlite', 'bson', 'lmdb', 'fs-native-extensions', 'mongodb'],
  },
  worker: { ours: ['application', 'ports', 'domain', 'worker'], packages: [] },
  runtime: { ours: ['domain', 'ports', 'runtime'], packages: ['pino', 'prom-client', 'luxon'] },
  cli: {
    ours: [
      'cli',
      'config\\.ts',
      'compose\\.ts',
      'domain',
      'ports',
      'commands',
      'conversation',
      'views',
      'rendering',
      'application',
      'runtime',
      'channels/console',
    ],
    packages: ['fflate', 'zod'],
  },
};

const escaped = (name) => name.replace(/[/@]/g, (c) => `\\${c}`);

const forbidden = Object.entries(rooms).map(([room, { ours, packages }]) => ({
  name: `${room.replace('/', '-')}-keeps-to-its-room`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    pathNot: [
      ...ours.map((path) => `^src/${path}(/|$)`),
      ...ours.filter((path) => path.includes('\\.ts')).map((path) => `^src/${path}$`),
      ...packages.map((name) => `node_modules/${escaped(name)}/`),
      '^(node:)?[a-z_/]+$',
      '^package\\.json$',
    ],
  },
}));

module.exports = {
  forbidden: [
    ...forbidden,
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/(domain|ports|application|views|commands|conversation)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-main-and-compose-at-the-top',
      comment: 'nothing imports main; only cli imports compose; only cli and compose import config',
      severity: 'error',
      from: { pathNot: '^src/(main|compose|compose/.*|cli/.*)(\\.ts)?$' },
      to: { path: '^src/(main|compose|config|cli)' },
    },
    {
      name: 'main-only-knows-the-verbs',
      severity: 'error',
      from: { path: '^src/main\\.ts$' },
      to: { path: '^src/', pathNot: '^src/cli/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, pathNot: '\\.d\\.ts$' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
