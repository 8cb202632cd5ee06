//! Runs a test binary for wasm in the browser whose driver the environment names: wasm-bindgen's
//! own runner, as a library, so that nothing has to be installed. It is a package of its own
//! because only tests need it, and it takes a minute to compile.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
