import fc from 'fast-check';

/** Every run tries the same cases, so that what fails can be tried again; `NEWSDOMAIN_SEED` names other ones. */
fc.configureGlobal({ seed: Number(process.env.NEWSDOMAIN_SEED ?? 20240619) });
