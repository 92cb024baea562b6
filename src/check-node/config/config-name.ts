/** The name of the configuration file that is looked for. */
export const CONFIG_NAME = 'newsdomain.config.json';
