'use strict';

const root = document.documentElement;
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const dim = () => root.classList.toggle('dark-mode', dark.matches);
dim();
dark.addEventListener('change', dim);

// The contract may name other servers, at each of its levels; what is tried here goes to the mock.
function atHome(spec) {
  const here = { ...spec, info: { ...spec.info }, servers: [{ url: location.origin, description: 'This mock' }] };
  // Long, and for those who read the contract itself; the summary stays.
  delete here.info.description;
  for (const item of Object.values(here.paths ?? {})) {
    delete item.servers;
    Object.values(item).forEach(operation => delete operation?.servers);
  }
  return here;
}

const home = () => ({
  statePlugins: {
    spec: { wrapActions: { updateJsonSpec: update => spec => update(atHome(spec)) } },
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
