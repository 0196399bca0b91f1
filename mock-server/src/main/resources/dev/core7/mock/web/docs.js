'use strict';

const root = document.documentElement;
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const dim = () => root.classList.toggle('dark-mode', dark.matches);
dim();
dark.addEventListener('change', dim);

const showsNeighbours = root.dataset.neighbours !== '' && new URLSearchParams(location.search).has('neighbours');
document.querySelector(`[data-shows=${showsNeighbours ? 'neighbours' : 'contract'}]`)?.setAttribute('aria-current', 'page');

// Known values of path parameters: operationId → name → value.
const values = JSON.parse(root.dataset.parameters);

// Returns the parameters of an operation with their known values, so that it can be executed at once.
function filledIn(parameters, spec, known) {
  return parameters.map(parameter => {
    const [file, pointer] = (parameter.$ref ?? '').split('#');
    const local = file === '' && pointer ? pointer.slice(1).split('/').reduce((value, key) => value?.[key], spec) : parameter;
    return local?.in === 'path' && local.name in known ? { ...local, example: known[local.name] } : parameter;
  });
}

// Operations that read come first.
function readingFirst(spec) {
  const reads = new Set();
  for (const item of Object.values(spec.paths ?? {})) {
    item.get?.tags?.forEach(tag => reads.add(tag));
  }
  return [...(spec.tags ?? [])].sort((a, b) => reads.has(b.name) - reads.has(a.name));
}

// Sends all requests to the mock, whatever servers the contract names.
function onThisMock(spec) {
  const here = { ...spec, info: { ...spec.info }, servers: [{ url: location.origin, description: 'This mock' }] };
  // The description is long and meant for readers of the contract; the summary stays.
  delete here.info.description;
  here.tags = readingFirst(spec);
  for (const item of Object.values(here.paths ?? {})) {
    delete item.servers;
    for (const operation of Object.values(item)) {
      if (operation?.operationId) {
        delete operation.servers;
        const known = values[operation.operationId] ?? {};
        operation.parameters = filledIn([...(item.parameters ?? []), ...(operation.parameters ?? [])], spec, known);
      }
    }
    delete item.parameters;
  }
  return here;
}

const home = () => ({
  statePlugins: {
    spec: { wrapActions: { updateJsonSpec: update => spec => update(onThisMock(spec)) } },
  },
});

const ui = SwaggerUIBundle({
  url: showsNeighbours ? root.dataset.neighbours : root.dataset.contract,
  dom_id: '#docs',
  plugins: [home],
  deepLinking: true,
  operationsSorter: (a, b) => (b.get('method') === 'get') - (a.get('method') === 'get'),
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  validatorUrl: null,
  onComplete() {
    const schemes = ui.specSelectors.specJson().getIn(['components', 'securitySchemes']);
    schemes?.forEach((scheme, name) => {
      if (scheme.get('scheme') === 'bearer') {
        ui.preauthorizeApiKey(name, root.dataset.key);
      }
    });
  },
});
