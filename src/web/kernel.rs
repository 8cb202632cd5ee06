//! The module that multiplies matrices, see `xtask/kernel`.

use super::figure::Figure;
use crate::nn::matmul::{self, Product};
use std::cell::OnceCell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// What the page has made of the module.
    pub type Kernel;

    #[wasm_bindgen(method)]
    fn multiply(
        this: &Kernel,
        product: u8,
        a: &[f32],
        b: &[f32],
        c: &mut [f32],
        scratch: &mut [f32],
        width: usize,
        columns: usize,
    );
}

thread_local! {
    static KERNEL: OnceCell<Kernel> = const { OnceCell::new() };
}

/// Bytes of the stack that the module gets: a tile of results, with room to spare.
const STACK: usize = 8192;

/// The module that multiplies.
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

    /// From now on products are made by it.
    #[wasm_bindgen(js_name = useKernel)]
    pub fn use_kernel(kernel: Kernel) {
        KERNEL.with(|own| {
            let _ = own.set(kernel);
        });
        matmul::install(multiply);
    }
}

fn multiply(
    product: Product,
    a: &[f32],
    b: &[f32],
    c: &mut [f32],
    scratch: &mut [f32],
    width: usize,
    columns: usize,
) -> bool {
    KERNEL.with(|kernel| match kernel.get() {
        Some(kernel) => {
            kernel.multiply(product as u8, a, b, c, scratch, width, columns);
            true
        }
        None => false,
    })
}
