//! What is packed comes out whole, whatever it is.

use packer::{pack, unpack};

#[track_caller]
fn check(bytes: &[u8]) -> usize {
    let packed = pack(bytes);
    assert!(unpack(&packed) == bytes);
    packed.len()
}

#[test]
fn nothing_and_little_come_out_whole() {
    check(&[]);
    check(&[0]);
    check(&[255; 3]);
    check(b"\0asm\x01\0\0\0");
}

#[test]
fn what_is_no_wasm_comes_out_whole() {
    let mut state = 1_u32;
    let noise: Vec<u8> = (0..20_000)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .collect();
    let length = check(&noise);
    assert!(
        length < noise.len() * 51 / 50,
        "noise hardly grows: {length}"
    );
    // Headers of sections and functions that promise more than there is.
    let mut broken = b"\0asm\x01\0\0\0\x0a\xff\xff\xff\xff\x0f\x02\xff\xff\xff\xff\xff".to_vec();
    broken.extend_from_slice(&noise);
    check(&broken);
}

#[test]
fn what_repeats_takes_little_room() {
    let text = "손실 함수의 기울기. ".repeat(500);
    let length = check(text.as_bytes());
    assert!(length < 400, "{length}");
}

#[test]
fn a_module_that_is_cut_off_is_unpacked_to_its_length_all_the_same() {
    let packed = pack(&[7; 1000]);
    assert_eq!(unpack(&packed[..packed.len() / 2]).len(), 1000);
}
