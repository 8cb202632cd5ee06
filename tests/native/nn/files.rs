//! Pictures of a reader's own, from IDX files.

use std::fs;
use std::io::Read;
use std::path::Path;

use descent_widget::nn::{
    Batch, DatasetImporter, FileProblem, MAX_BYTES, MAX_CLASSES, MAX_FEATURES, OwnPictures,
    SetProblem,
};
use flate2::read::GzDecoder;

use crate::common::{idx, skip};

/// So many pictures of 3 × 2 whose first pixel is their number.
fn pictures(n: u8) -> Vec<u8> {
    let values: Vec<u8> = (0..n)
        .flat_map(|number| [number, 51, 102, 153, 204, 255])
        .collect();
    idx(&[n.into(), 2, 3], &values)
}

/// So many labels: 0, 1, 2 by turns.
fn labels(n: u8) -> Vec<u8> {
    let values: Vec<u8> = (0..n).map(|number| number % 3).collect();
    idx(&[n.into()], &values)
}

fn read(files: &[(&str, &[u8])]) -> Result<OwnPictures, SetProblem> {
    let mut importer = DatasetImporter::default();
    for (name, bytes) in files {
        importer.open(name);
        importer.take(bytes);
    }
    importer.finish()
}

#[track_caller]
fn check(files: &[(&str, &[u8])], problem: SetProblem) {
    assert_eq!(read(files).unwrap_err(), problem);
}

#[track_caller]
fn check_file(bytes: &[u8], problem: FileProblem) {
    let name = "one".to_owned();
    check(
        &[("one", bytes), ("other", &labels(20))],
        SetProblem::File { name, problem },
    );
}

#[test]
fn four_files_are_a_set_in_whatever_order_they_come() {
    let files = [
        ("train-images-idx3-ubyte", pictures(30)),
        ("train-labels-idx1-ubyte", labels(30)),
        ("t10k-images-idx3-ubyte", pictures(12)),
        ("t10k-labels-idx1-ubyte", labels(12)),
    ];
    for turn in 0..4 {
        let mut files = files.each_ref().map(|(name, bytes)| (*name, &bytes[..]));
        files.rotate_left(turn);
        let own = read(&files).unwrap();
        assert_eq!((own.train.len(), own.test.len()), (30, 12));
        assert_eq!((own.train.width(), own.train.height()), (3, 2));
        assert_eq!((own.train.white(), own.train.classes()), (255, 3));
        assert_eq!(own.train.picture(29)[0], 29);
        assert_eq!(own.train.labels()[..4], [0, 1, 2, 0]);
        assert_eq!(own.facts.names, [files_name(0), files_name(2)]);
        assert_eq!((own.facts.size, own.facts.is_split), ((3, 2), false));
        let mut batch = Batch::<f32>::default();
        own.test.slice(0..1, &mut batch);
        assert_eq!(batch.x, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
    }
    fn files_name(index: usize) -> &'static str {
        ["train-images-idx3-ubyte", "", "t10k-images-idx3-ubyte"][index]
    }
}

#[test]
fn where_names_do_not_tell_the_smaller_files_are_for_the_test() {
    let (few, many) = (pictures(10), pictures(11));
    let (few_labels, many_labels) = (labels(10), labels(11));
    let own = read(&[
        ("a", &few),
        ("b", &many),
        ("c", &many_labels),
        ("d", &few_labels),
    ]);
    assert_eq!(own.unwrap().facts.names, ["b", "a"]);
    // Names come first.
    let own = read(&[
        ("a-train", &few),
        ("b", &many),
        ("c", &many_labels),
        ("TRAIN-d", &few_labels),
    ]);
    assert_eq!(own.unwrap().facts.names, ["a-train", "b"]);
    check(
        &[
            ("a", &few),
            ("b", &few),
            ("c", &few_labels),
            ("d", &few_labels),
        ],
        SetProblem::Unclear(["a".to_owned(), "b".to_owned()]),
    );
}

#[test]
fn of_two_files_every_fifth_picture_is_for_the_test() {
    let own = read(&[("labels", &labels(23)), ("pictures", &pictures(23))]).unwrap();
    assert_eq!((own.train.len(), own.test.len()), (18, 5));
    let first: Vec<u8> = (0..5).map(|idx| own.test.picture(idx)[0]).collect();
    assert_eq!(first, [0, 5, 10, 15, 20]);
    assert_eq!(own.test.labels(), [0, 2, 1, 0, 2]);
    assert!(own.facts.is_split);
    assert_eq!(own.facts.names, ["pictures"]);
}

#[test]
fn files_come_in_pieces_of_any_length() {
    let whole = read(&[("a", &pictures(40)), ("b", &labels(40))]).unwrap();
    let mut rng = fastrand::Rng::with_seed(1);
    for most in [1, 2, 7, 16, 17, 300] {
        let mut importer = DatasetImporter::default();
        for bytes in [pictures(40), labels(40)] {
            importer.open("a");
            let mut rest = &bytes[..];
            while !rest.is_empty() {
                let (piece, after) = rest.split_at(rng.usize(0..=most.min(rest.len())));
                assert!(importer.take(piece));
                rest = after;
            }
        }
        assert_eq!(importer.finish().unwrap().train, whole.train);
    }
}

#[test]
fn a_broken_file_is_named_with_what_is_wrong() {
    use FileProblem::{
        Compressed, Dimensions, Empty, Huge, Label, Long, NotBytes, NotIdx, Short, Wide,
    };
    check_file(&[0x1f, 0x8b, 8, 0], Compressed);
    check_file(b"\x89PNG\r\n", NotIdx);
    check_file(b"PK\x03\x04 a .zip with everything", NotIdx);
    check_file(b"", Empty);
    check_file(&[0, 0, 8], NotIdx);
    check_file(&[0, 0, 0x0d, 3], NotBytes(0x0d));
    check_file(&idx(&[9, 9], &[0; 81]), Dimensions(2));
    check_file(&idx(&[0, 28, 28], &[]), Empty);
    check_file(&idx(&[0], &[]), Empty);
    let good = pictures(20);
    let short = |expected, found| Short { expected, found };
    check_file(&good[..4], short(16, 4));
    check_file(&good[..15], short(16, 15));
    check_file(&good[..16], short(136, 16));
    check_file(&good[..135], short(136, 135));
    check_file(&labels(20)[..6], short(8, 6));
    check_file(&[&good[..], &[0]].concat(), Long(136));
    check_file(&[&labels(3)[..], &[0; 20]].concat(), Long(11));
    let (width, height) = (65, 64);
    check_file(&idx(&[1, height, width], &[]), Wide { width, height });
    assert!(u64::from(width * height) > MAX_FEATURES as u64);
    let n = u32::MAX;
    let all = 16 + 64 * u64::from(n);
    assert!(all > MAX_BYTES);
    check_file(&idx(&[n, 8, 8], &[1]), Huge(all));
    check_file(&idx(&[2], &[1, MAX_CLASSES]), Label(MAX_CLASSES));
}

#[test]
fn what_is_wrong_is_noticed_before_the_rest_has_come() {
    let mut importer = DatasetImporter::default();
    importer.open("film.mp4");
    assert!(!importer.take(&[0, 0, 0, 0x20, b'f', b't', b'y', b'p']));
    importer.open("pictures");
    assert!(importer.take(&pictures(20)[..50]));
    importer.spoil();
    assert!(!importer.take(&[0]));
    let mut many = DatasetImporter::default();
    for _ in 0..4 {
        many.open("pictures");
        assert!(many.take(&pictures(20)));
    }
    many.open("one too many");
    assert!(!many.take(&pictures(20)));
    assert_eq!(many.finish().unwrap_err(), SetProblem::Count(5));
}

#[test]
fn a_file_that_cannot_be_unpacked_is_damaged() {
    let mut importer = DatasetImporter::default();
    importer.open("labels.gz");
    importer.take(&labels(20));
    importer.spoil();
    let (name, problem) = ("labels.gz".to_owned(), FileProblem::Damaged);
    let expected = SetProblem::File { name, problem };
    assert_eq!(importer.finish().unwrap_err(), expected);
}

#[test]
fn files_that_do_not_belong_together_are_refused() {
    let (p, l) = (pictures(20), labels(20));
    let uneven = |pictures, labels| SetProblem::Uneven { pictures, labels };
    check(&[], uneven(0, 0));
    check(&[("a", &p)], uneven(1, 0));
    check(&[("a", &l)], uneven(0, 1));
    check(&[("a", &p), ("b", &p)], uneven(2, 0));
    check(&[("a", &p), ("b", &p), ("c", &l)], uneven(2, 1));
    check(&[("a", &p), ("b", &l), ("c", &l)], uneven(1, 2));
    check(
        &[("a", &p), ("b", &labels(19))],
        SetProblem::Mismatch {
            pictures: ("a".to_owned(), 20),
            labels: ("b".to_owned(), 19),
        },
    );
    // Labels of the test with pictures of the training.
    let swapped: [(&str, &[u8]); 4] = [
        ("train-images", &pictures(30)),
        ("train-labels", &labels(12)),
        ("test-images", &pictures(12)),
        ("test-labels", &labels(30)),
    ];
    check(
        &swapped,
        SetProblem::Mismatch {
            pictures: ("train-images".to_owned(), 30),
            labels: ("train-labels".to_owned(), 12),
        },
    );
    let other = idx(&[12, 3, 2], &[7; 72]);
    let with_test = |pictures: &[u8], labels: &[u8]| {
        read(&[
            ("train-images", &p),
            ("train-labels", &l),
            ("test-images", pictures),
            ("test-labels", labels),
        ])
        .unwrap_err()
    };
    let sizes = SetProblem::Sizes {
        train: (3, 2),
        test: (2, 3),
    };
    assert_eq!(with_test(&other, &labels(12)), sizes);
    let beyond = SetProblem::Labels { train: 2, test: 3 };
    assert_eq!(with_test(&pictures(12), &idx(&[12], &[3; 12])), beyond);
}

#[test]
fn there_have_to_be_enough_pictures_and_classes() {
    check(
        &[("a", &pictures(11)), ("b", &labels(11))],
        SetProblem::Few(8),
    );
    let same = idx(&[20], &[7; 20]);
    check(&[("a", &pictures(20)), ("b", &same)], SetProblem::OneClass);
    assert!(read(&[("a", &pictures(13)), ("b", &labels(13))]).is_ok());
    // Letters of EMNIST have labels from 1 on.
    let letters = idx(&[20], &[[1; 10], [2; 10]].concat());
    let own = read(&[("a", &pictures(20)), ("b", &letters)]).unwrap();
    assert_eq!((own.facts.classes, own.train.classes()), (2, 3));
}

#[test]
fn no_bytes_make_the_reader_panic() {
    let good = [pictures(20), labels(20), pictures(12), labels(12)];
    let mut rng = fastrand::Rng::with_seed(4);
    let mut n_taken = 0;
    for _ in 0..30_000 {
        let mut files = good.clone();
        let n = rng.usize(0..=4);
        for file in files.iter_mut().take(n) {
            for _ in 0..rng.usize(0..3) {
                // The header is what decides.
                let end = if rng.bool() { 20 } else { 1000 };
                let at = rng.usize(0..file.len().min(end));
                file[at] = if rng.bool() { rng.u8(..) } else { rng.u8(..4) };
            }
            if rng.u8(..8) == 0 {
                file.truncate(rng.usize(0..=file.len()));
            }
        }
        let names = ["train-1", "train-2", "t10k-1", "", "x"];
        let files = files.each_ref();
        let files = files.map(|bytes| (names[rng.usize(..names.len())], &bytes[..]));
        if let Ok(own) = read(&files[..rng.usize(0..=4)]) {
            n_taken += 1;
            // What the networks rely on.
            let highest = own.test.labels().iter().max().copied().unwrap();
            assert!(usize::from(highest) < own.train.classes());
            assert_eq!(own.train.features(), own.test.features());
            assert!(own.train.len() >= 10 && !own.test.is_empty());
        }
    }
    // Not all were refused for the same reason.
    assert!((100..20_000).contains(&n_taken), "{n_taken}");
}

/// Debian's package, which `cargo xtask test` brings.
const FASHION: &str = "/usr/share/datasets/fashion-mnist";

fn fashion(name: &str) -> Vec<u8> {
    let path = format!("{FASHION}/{name}-ubyte.gz");
    let compressed = fs::read(&path).unwrap_or_else(|error| {
        panic!("{path}: {error}; bring it with: sudo apt-get install dataset-fashion-mnist")
    });
    let mut bytes = Vec::new();
    let mut decoder = GzDecoder::new(&compressed[..]);
    decoder.read_to_end(&mut bytes).unwrap();
    bytes
}

#[test]
fn fashion_mnist_is_read() {
    if !Path::new(FASHION).is_dir() {
        return skip("Debian's package dataset-fashion-mnist is not installed");
    }
    let names = [
        "t10k-labels-idx1",
        "train-images-idx3",
        "train-labels-idx1",
        "t10k-images-idx3",
    ];
    let contents = names.map(fashion);
    let files: Vec<(&str, &[u8])> = names
        .into_iter()
        .zip(contents.iter().map(Vec::as_slice))
        .collect();
    let own = read(&files).unwrap();
    assert_eq!((own.facts.n_train, own.facts.n_test), (60_000, 10_000));
    assert_eq!((own.facts.size, own.facts.classes), ((28, 28), 10));
    assert_eq!(own.facts.names, ["train-images-idx3", "t10k-images-idx3"]);
    for (data, n_each) in [(&own.train, 6000), (&own.test, 1000)] {
        for class in 0..10 {
            let same = data.labels().iter().filter(|&&label| label == class);
            assert_eq!(same.count(), n_each);
        }
    }
    // The mean over all training pixels that is known of the set.
    let sum = |idx| -> u64 {
        own.train
            .picture(idx)
            .iter()
            .map(|&gray| u64::from(gray))
            .sum()
    };
    let mean = (0..own.train.len()).map(sum).sum::<u64>() as f64 / (60_000.0 * 784.0 * 255.0);
    assert!((mean - 0.2860).abs() < 5e-5, "{mean}");
    // Pictures of one part with labels of the other.
    check(
        &[files[3], files[2]],
        SetProblem::Mismatch {
            pictures: ("t10k-images-idx3".to_owned(), 10_000),
            labels: ("train-labels-idx1".to_owned(), 60_000),
        },
    );
    // Each file cut off.
    for (cut, (name, bytes)) in files.iter().enumerate() {
        let mut files = files.clone();
        files[cut].1 = &bytes[..bytes.len() - 1];
        let problem = FileProblem::Short {
            expected: bytes.len() as u64,
            found: bytes.len() as u64 - 1,
        };
        let name = (*name).to_owned();
        check(&files, SetProblem::File { name, problem });
    }
}
