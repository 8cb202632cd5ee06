// The bytes that travel inside the one-file builds, in base64. `xtask` puts them behind the code:
// in between they would part it, and the parts pack worse than the whole.

/**
 * They are there when the module has run to its end.
 * @returns {Promise<import("./shapes").Payload>}
 */
export async function payload() {
  await undefined;
  return PAYLOAD;
}
