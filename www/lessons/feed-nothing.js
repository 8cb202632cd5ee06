// For the modules that hold no experiments on networks.
export function feed() {}

export const picks = () => ({ update() {} });

export const onNetworks = { lessons: {}, css: "" };
