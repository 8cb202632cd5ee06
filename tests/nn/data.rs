//! The digits, files of a reader's own, and what is made of them.

use std::fs;
use std::io::Read;
use std::path::Path;

use descent_widget::math::Rng;
use descent_widget::nn::{
    Batch, Broken, Dataset, FileProblem, IdxFile, IdxProblem, pack, read_idx, unpack,
};
use flate2::read::GzDecoder;

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

/// An IDX file with this header and these values.
fn idx(sizes: &[u32], values: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0, 0, 8, sizes.len() as u8];
    bytes.extend(sizes.iter().flat_map(|size| size.to_be_bytes()));
    bytes.extend_from_slice(values);
    bytes
}

#[test]
fn a_set_of_two_idx_files_is_read() {
    let pictures = idx(&[2, 2, 3], &[0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5, 6]);
    let set = read_idx(&pictures, &idx(&[2], &[4, 1])).unwrap();
    assert_eq!((set.len(), set.width(), set.height()), (2, 3, 2));
    assert_eq!((set.white(), set.classes()), (255, 5));
    assert_eq!(set.picture(1), [1, 2, 3, 4, 5, 6]);
    let mut batch = Batch::<f32>::default();
    set.slice(0..1, &mut batch);
    assert_eq!(batch.x, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
}

#[track_caller]
fn check_refused(pictures: &[u8], labels: &[u8], file: IdxFile, problem: FileProblem) {
    let error = read_idx(pictures, labels).unwrap_err();
    assert_eq!(error, IdxProblem::File { file, problem });
    assert!(!error.to_string().is_empty());
}

#[test]
fn a_broken_file_is_named_with_what_is_wrong() {
    use FileProblem::{Compressed, Dimensions, Empty, Length, NotBytes, NotIdx};
    let pictures = idx(&[2, 2, 2], &[7; 8]);
    let labels = idx(&[2], &[0, 1]);
    let in_pictures = |bytes: &[u8], problem| {
        check_refused(bytes, &labels, IdxFile::Pictures, problem);
    };
    in_pictures(&[0x1f, 0x8b, 8, 0], Compressed);
    in_pictures(b"\x89PNG\r\n", NotIdx);
    in_pictures(b"", NotIdx);
    in_pictures(&[0, 0, 8], NotIdx);
    in_pictures(&[0, 0, 0x0d, 3], NotBytes(0x0d));
    in_pictures(
        &labels,
        Dimensions {
            expected: 3,
            found: 1,
        },
    );
    in_pictures(&idx(&[0, 28, 28], &[]), Empty);
    in_pictures(
        &pictures[..9],
        Length {
            expected: 16,
            found: 9,
        },
    );
    in_pictures(
        &pictures[..20],
        Length {
            expected: 24,
            found: 20,
        },
    );
    in_pictures(
        &[&pictures[..], &[0]].concat(),
        Length {
            expected: 24,
            found: 25,
        },
    );
    let huge = idx(&[u32::MAX, u32::MAX, u32::MAX], &[1]);
    in_pictures(
        &huge,
        Length {
            expected: u64::MAX,
            found: 17,
        },
    );
    check_refused(
        &pictures,
        &pictures,
        IdxFile::Labels,
        Dimensions {
            expected: 1,
            found: 3,
        },
    );
    check_refused(
        &pictures,
        &labels[..9],
        IdxFile::Labels,
        Length {
            expected: 10,
            found: 9,
        },
    );
}

#[test]
fn files_of_different_sets_are_not_mixed() {
    let error = read_idx(&idx(&[2, 1, 1], &[1, 2]), &idx(&[3], &[0, 1, 2])).unwrap_err();
    assert_eq!(
        error,
        IdxProblem::Mismatch {
            pictures: 2,
            labels: 3
        }
    );
    assert!(error.to_string().contains("2 pictures but 3 labels"));
}

#[test]
fn no_bytes_make_the_reader_panic() {
    let good = idx(&[3, 2, 2], &[9; 12]);
    let mut rng = Rng::new(4);
    for _ in 0..20_000 {
        let mut bytes = good[..rng.below(good.len() + 1)].to_vec();
        if !bytes.is_empty() {
            let at = rng.below(bytes.len());
            bytes[at] = rng.bits() as u8;
        }
        let _ = read_idx(&bytes, &bytes);
        let _ = read_idx(&bytes, &idx(&[3], &[0; 3]));
    }
}

/// Debian's package, where it is installed.
const FASHION: &str = "/usr/share/datasets/fashion-mnist";

#[test]
fn fashion_mnist_is_read_where_it_is_installed() {
    if !Path::new(FASHION).exists() {
        return;
    }
    let read = |name: &str| {
        let compressed = fs::read(format!("{FASHION}/{name}-ubyte.gz")).unwrap();
        let mut bytes = Vec::new();
        GzDecoder::new(&compressed[..])
            .read_to_end(&mut bytes)
            .unwrap();
        bytes
    };
    let pictures = read("t10k-images-idx3");
    let labels = read("t10k-labels-idx1");
    let test = read_idx(&pictures, &labels).unwrap();
    assert_eq!((test.len(), test.width(), test.height()), (10_000, 28, 28));
    for class in 0..10 {
        let n = test
            .labels()
            .iter()
            .filter(|&&label| label == class)
            .count();
        assert_eq!(n, 1000);
    }
    let train_labels = read("train-labels-idx1");
    assert_eq!(
        read_idx(&pictures, &train_labels),
        Err(IdxProblem::Mismatch {
            pictures: 10_000,
            labels: 60_000
        })
    );
}
