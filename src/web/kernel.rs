//! The module that runs the loops of training, see `xtask/kernel`.

use super::figure::Figure;
use crate::nn::platform::{self, Task};
use std::cell::OnceCell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// What the module exports.
    pub type Kernel;

    /// Addresses of slices in our memory: to read and to write.
    #[wasm_bindgen(method)]
    fn run(
        this: &Kernel,
        task: u32,
        inputs: usize,
        n_inputs: usize,
        outputs: usize,
        n_outputs: usize,
        width: usize,
        columns: usize,
    );
}

thread_local! {
    static KERNEL: OnceCell<Kernel> = const { OnceCell::new() };
}

/// Bytes of the stack that the module gets: a tile of results, with room to spare.
const STACK: usize = 8192;

/// The module that runs the loops.
#[wasm_bindgen]
impl Figure {
    /// The memory that it works in.
    pub fn memory() -> JsValue {
        wasm_bindgen::memory()
    }

    /// The end of a stack for it, which is never given back.
    #[wasm_bindgen(js_name = kernelStack)]
    pub fn kernel_stack() -> usize {
        let stack: &'static mut [u128] = vec![0; STACK / size_of::<u128>()].leak();
        stack.as_ptr_range().end as usize
    }

    /// From now on it runs them.
    #[wasm_bindgen(js_name = useKernel)]
    pub fn use_kernel(kernel: Kernel) {
        KERNEL.with(|own| {
            let _ = own.set(kernel);
        });
        platform::install(run);
    }
}

fn run(
    task: Task,
    inputs: &[&[f32]],
    outputs: &mut [&mut [f32]],
    [width, columns]: [usize; 2],
) -> bool {
    KERNEL.with(|kernel| match kernel.get() {
        Some(kernel) => {
            let (from, to) = (inputs.as_ptr() as usize, outputs.as_mut_ptr() as usize);
            let (n, m) = (inputs.len(), outputs.len());
            kernel.run(task as u32, from, n, to, m, width, columns);
            true
        }
        None => false,
    })
}
