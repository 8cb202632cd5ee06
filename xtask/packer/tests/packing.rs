//! What is packed comes out whole, whatever it is.

use packer::{pack, unpack};

#[track_caller]
fn check(modules: &[&[u8]]) -> usize {
    let packed = pack(modules);
    assert!(unpack(&packed) == modules);
    packed.len()
}

/// A module that adds, with a section of data behind its code.
fn module() -> Vec<u8> {
    let mut module = b"\0asm\x01\0\0\0".to_vec();
    module.extend_from_slice(&[1, 7, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f]);
    module.extend_from_slice(&[3, 3, 2, 0, 0]);
    let body = [0, 0x20, 0, 0x20, 1, 0x6a, 0x0b];
    // A body of 200 bytes: its size takes two.
    let mut long = vec![0];
    long.extend([0x41, 5, 0x1a].repeat(65));
    long.extend([0x02, 0x40, 0x0b, 0x41, 7, 0x0b]);
    let size = |n: usize| vec![n as u8 & 0x7f | 0x80, (n >> 7) as u8];
    let mut code = vec![2, body.len() as u8];
    code.extend(body);
    code.extend(size(long.len()));
    code.extend(&long);
    module.push(10);
    module.extend(size(code.len()));
    module.extend(code);
    module.extend_from_slice(&[11, 9, 1, 0, 0x41, 0, 0x0b, 2, b'h', b'i']);
    module
}

fn noise() -> Vec<u8> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..20_000).map(|_| next()).collect()
}

#[test]
fn nothing_and_little_come_out_whole() {
    check(&[]);
    check(&[&[]]);
    check(&[&[0]]);
    check(&[&[255; 3], &[]]);
    check(&[b"\0asm\x01\0\0\0"]);
}

#[test]
fn modules_come_out_whole_one_after_the_other() {
    let module = module();
    let one = check(&[&module]);
    let two = check(&[&module, &module]);
    assert!(two < one + 20, "the second one is known: {one}, {two}");
    check(&[&module, &noise(), &module]);
    // Without data the last function ends where the module does.
    let short = &module[..module.len() - 11];
    check(&[short, short, &module]);
}

#[test]
fn what_is_no_wasm_comes_out_whole() {
    let noise = noise();
    let length = check(&[&noise]);
    assert!(
        length < noise.len() * 51 / 50,
        "noise hardly grows: {length}"
    );
    // Headers of sections and functions that promise more than there is.
    let mut broken = b"\0asm\x01\0\0\0\x0a\xff\xff\xff\xff\x0f\x02\xff\xff\xff\xff\xff".to_vec();
    broken.extend_from_slice(&noise);
    check(&[&broken]);
}

#[test]
fn any_byte_of_a_module_may_be_another_one() {
    let module = module();
    let places = (0..module.len()).flat_map(|at| [0, 0x0b, 0x7f, 0xff].map(|value| (at, value)));
    let broken = places.map(|(at, value)| {
        let mut broken = module.clone();
        broken[at] = value;
        broken
    });
    let broken: Vec<_> = broken.collect();
    let broken: Vec<_> = broken.iter().map(Vec::as_slice).collect();
    check(&broken);
}

#[test]
fn what_repeats_takes_little_room() {
    let text = "손실 함수의 기울기. ".repeat(500);
    let length = check(&[text.as_bytes()]);
    assert!(length < 400, "{length}");
}

#[test]
fn a_module_that_is_cut_off_is_unpacked_to_its_length_all_the_same() {
    let noise = noise();
    let packed = pack(&[&noise]);
    let unpacked = unpack(&packed[..packed.len() / 2]);
    assert_eq!(unpacked[0].len(), noise.len());
    assert_eq!(unpacked[0][..9000], noise[..9000]);
}
