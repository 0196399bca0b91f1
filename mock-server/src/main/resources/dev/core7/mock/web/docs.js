'use strict';

const root = document.documentElement;
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const dim = () => root.classList.toggle('dark-mode', dark.matches);
dim();
dark.addEventListener('change', dim);

// Sends all requests to the mock, whatever servers the contract names.
function onThisMock(spec) {
  const here = { ...spec, info: { ...spec.info }, servers: [{ url: location.origin, description: 'This mock' }] };
  // The description is long and meant for readers of the contract; the summary stays.
  delete here.info.description;
  for (const item of Object.values(here.paths ?? {})) {
    delete item.servers;
    Object.values(item).forEach(operation => delete operation?.servers);
  }
  return here;
}

const home = () => ({
  statePlugins: {
    spec: { wrapActions: { updateJsonSpec: update => spec => update(onThisMock(spec)) } },
  },
});

const ui = SwaggerUIBundle({
  url: root.dataset.contract,
  dom_id: '#docs',
  plugins: [home],
  deepLinking: true,
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
