//! The digits, and what is made of them.

use descent_widget::math::Rng;
use descent_widget::nn::{Batch, Broken, Dataset, pack, unpack};

const PACKED: &[u8] = include_bytes!("../../data/digits/digits.bin");

#[test]
fn the_digits_are_those_of_scikit_learn() {
    let digits = unpack(PACKED).unwrap();
    assert_eq!(
        (digits.len(), digits.width(), digits.height()),
        (1797, 8, 8)
    );
    assert_eq!((digits.classes(), digits.white()), (10, 16));
    let mut counts = [0; 10];
    digits
        .labels()
        .iter()
        .for_each(|&label| counts[usize::from(label)] += 1);
    assert_eq!(counts, [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    assert_eq!(digits.picture(0)[..8], [0, 0, 5, 13, 9, 1, 0, 0]);
    // Sums of the values, by themselves, by place and by number, computed with numpy.
    let (mut sum, mut by_place, mut by_number) = (0, 0, 0);
    for number in 0..digits.len() {
        for (place, &value) in (1..).zip(digits.picture(number)) {
            sum += u64::from(value);
            by_place += place * u64::from(value);
            by_number += number as u64 * u64::from(value);
        }
    }
    assert_eq!(
        [sum, by_place, by_number],
        [561_718, 18_222_371, 503_342_547]
    );
}

#[test]
fn the_digits_pack_to_the_same_bytes() {
    assert!(pack(&unpack(PACKED).unwrap()).unwrap() == PACKED);
    assert!(PACKED.len() < 33_000);
}

#[test]
fn pictures_of_any_values_pack_and_unpack() {
    let mut rng = Rng::new(1);
    for n in [0, 1, 2, 30] {
        let pixels = (0..n * 64).map(|_| rng.below(17) as u8).collect();
        let labels = (0..n).map(|_| rng.below(10) as u8).collect();
        let digits = Dataset::new(8, 8, 16, pixels, labels);
        assert!(unpack(&pack(&digits).unwrap()).unwrap() == digits);
    }
}

#[test]
fn what_cannot_be_packed_is_refused() {
    let refused = [
        Dataset::new(8, 8, 16, vec![17; 64], vec![0]),
        Dataset::new(8, 8, 16, vec![0; 64], vec![10]),
        Dataset::new(4, 16, 16, vec![0; 64], vec![0]),
    ];
    for digits in refused {
        assert_eq!(pack(&digits), Err(Broken));
    }
}

#[test]
fn digits_that_are_cut_off_or_too_long_are_refused() {
    for n_missing in [1, 2, 3, 100, 20_000, PACKED.len()] {
        let rest = &PACKED[..PACKED.len() - n_missing];
        assert!(unpack(rest).is_err(), "{n_missing} bytes less");
    }
    assert!(unpack(&[PACKED, &[0]].concat()).is_err());
    let mut changed = PACKED.to_vec();
    changed[9000] ^= 4;
    assert!(unpack(&changed).is_err());
}

#[test]
fn random_bytes_give_digits_or_an_error_but_no_panic() {
    let mut rng = Rng::new(2);
    for _ in 0..300 {
        let mut bytes: Vec<u8> = (0..200).map(|_| rng.bits() as u8).collect();
        // At most 255 pictures.
        bytes[1] = 0;
        if let Ok(digits) = unpack(&bytes) {
            assert!(digits.classes() <= 10);
        }
    }
}

#[test]
fn every_fifth_picture_is_for_the_test() {
    let (train, test) = super::digits();
    assert_eq!((train.len(), test.len()), (1437, 360));
    let all = unpack(PACKED).unwrap();
    assert_eq!(test.picture(1), all.picture(5));
    assert_eq!(train.picture(4), all.picture(6));
    assert_eq!(test.classes(), 10);
}

#[test]
fn a_batch_holds_inputs_from_0_to_1() {
    let digits = unpack(PACKED).unwrap();
    let mut batch = Batch::<f64>::default();
    digits.gather(&[5, 5, 0], &mut batch);
    assert_eq!(batch.labels, [5, 5, 0]);
    assert_eq!(batch.x[..64], batch.x[64..128]);
    assert_eq!(batch.x[128 + 3], 13.0 / 16.0);
    assert!(batch.x.iter().all(|x| (0.0..=1.0).contains(x)));
}

#[test]
fn noisy_labels_are_wrong_for_exactly_the_share() {
    let digits = unpack(PACKED).unwrap();
    let noisy = digits.clone().with_noisy_labels(0.2, &mut Rng::new(3));
    let pairs = digits.labels().iter().zip(noisy.labels());
    let n_wrong = pairs.filter(|(right, noisy)| right != noisy).count();
    assert_eq!(n_wrong, 359);
    assert!(noisy.labels().iter().all(|&label| label < 10));
    assert_eq!(noisy.picture(7), digits.picture(7));
}
