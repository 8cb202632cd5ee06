//! The digits, and what is made of them.

use descent_widget::math::Rng;
use descent_widget::nn::{Batch, read_digits};

use crate::common::DIGITS;

#[test]
fn the_digits_are_those_of_scikit_learn() {
    let digits = read_digits(DIGITS).unwrap();
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

/// The digits with one byte replaced.
fn changed(place: usize, byte: u8) -> Vec<u8> {
    let mut bytes = DIGITS.to_vec();
    bytes[place] = byte;
    bytes
}

#[test]
fn bytes_that_are_not_the_digits_are_refused() {
    let pictures = 16 + 1797 * 64;
    for n_missing in [
        1,
        2,
        1797,
        1800,
        1805,
        50_000,
        DIGITS.len() - 3,
        DIGITS.len(),
    ] {
        let rest = &DIGITS[..DIGITS.len() - n_missing];
        assert!(read_digits(rest).is_err(), "{n_missing} bytes less");
    }
    assert!(read_digits(&[DIGITS, &[0]].concat()).is_err());
    let (images, labels) = DIGITS.split_at(pictures);
    assert!(read_digits(&[labels, images].concat()).is_err());
    assert!(read_digits(&[images, images].concat()).is_err());
    assert!(read_digits(&changed(1000, 16)).is_ok());
    // A pixel beyond white, a label beyond 9, another kind of file, another number of pictures.
    for (place, byte) in [(1000, 17), (pictures + 8, 10), (2, 13), (7, 4)] {
        assert!(
            read_digits(&changed(place, byte)).is_err(),
            "{byte} at {place}"
        );
    }
}

#[test]
fn random_bytes_are_refused_without_a_panic() {
    let mut rng = Rng::new(2);
    for _ in 0..300 {
        // Headers of a few pictures of a few pixels, and whatever.
        let mut bytes: Vec<u8> = (0..200).map(|_| rng.below(4) as u8).collect();
        bytes[..4].copy_from_slice(&[0, 0, 8, 3]);
        bytes[4..7].fill(0);
        bytes[8..11].fill(0);
        bytes[12..15].fill(0);
        assert!(read_digits(&bytes).is_err());
    }
}

#[test]
fn every_fifth_picture_is_for_the_test() {
    let (train, test) = crate::common::digits();
    assert_eq!((train.len(), test.len()), (1437, 360));
    let all = read_digits(DIGITS).unwrap();
    assert_eq!(test.picture(1), all.picture(5));
    assert_eq!(train.picture(4), all.picture(6));
    assert_eq!(test.classes(), 10);
}

#[test]
fn a_batch_holds_inputs_from_0_to_1() {
    let digits = read_digits(DIGITS).unwrap();
    let mut batch = Batch::<f64>::default();
    digits.gather(&[5, 5, 0], &mut batch);
    assert_eq!(batch.labels, [5, 5, 0]);
    assert_eq!(batch.x[..64], batch.x[64..128]);
    assert_eq!(batch.x[128 + 3], 13.0 / 16.0);
    assert!(batch.x.iter().all(|x| (0.0..=1.0).contains(x)));
}

#[test]
fn noisy_labels_are_wrong_for_exactly_the_share() {
    let digits = read_digits(DIGITS).unwrap();
    let noisy = digits.clone().with_noisy_labels(0.2, &mut Rng::new(3));
    let pairs = digits.labels().iter().zip(noisy.labels());
    let n_wrong = pairs.filter(|(right, noisy)| right != noisy).count();
    assert_eq!(n_wrong, 359);
    assert!(noisy.labels().iter().all(|&label| label < 10));
    assert_eq!(noisy.picture(7), digits.picture(7));
}
