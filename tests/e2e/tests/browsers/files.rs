//! Pictures of a reader's own, chosen as a reader chooses them.

use std::{
    env, fs,
    io::Write as _,
    path::{Path, PathBuf},
    process,
};

use descent_widget::language::Language;
use descent_widget::locale::FILES;
use e2e::{Key, Page, part};
use flate2::{Compression, write::GzEncoder};

const FIGURE: &str = "document.querySelector('descent-widget')";

/// A folder of files that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = env::temp_dir().join(format!("descent-{}-{name}", process::id()));
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, bytes).expect("a file");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn idx(sizes: &[u32], values: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0, 0, 8, sizes.len() as u8];
    bytes.extend(sizes.iter().flat_map(|size| size.to_be_bytes()));
    bytes.extend_from_slice(values);
    bytes
}

/// So many pictures of 5 × 4, brighter the higher their label is: 0, 1, 2 by turns.
fn pictures(n: u32) -> Vec<u8> {
    let values = (0..n).flat_map(|at| [(at % 3 * 100) as u8; 20]);
    idx(&[n, 4, 5], &values.collect::<Vec<u8>>())
}

fn labels(n: u32) -> Vec<u8> {
    idx(&[n], &(0..n).map(|at| (at % 3) as u8).collect::<Vec<u8>>())
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory can be written to");
    encoder.finish().expect("memory can be written to")
}

fn opened(n_iterations: usize) -> Page {
    let page = Page::with(&format!(
        "<descent-widget lab='training' lang='en' iterations='{n_iterations}' lessons='files' \
         optimizers='sgd adam'></descent-widget>"
    ));
    page.wait_until(&format!("{FIGURE}.record?.recorded >= 12"));
    page.wait_until(&format!("{} !== null", part(".files-input")));
    page
}

fn choose(page: &Page, files: &[&Path]) {
    page.choose_files(&part(".files-input"), files);
}

fn wait_for_words(page: &Page, selector: &str, words: &str) {
    page.wait_until(&format!(
        "{}?.textContent.includes({words:?})",
        part(selector)
    ));
}

fn record(page: &Page) -> String {
    page.read(&format!(
        "JSON.stringify({FIGURE}.record.panels.map(({{ curves }}) => \
         curves.map(({{ value }}) => [...value])))"
    ))
}

#[test]
fn files_train_the_networks_and_broken_ones_change_nothing() {
    let folder = Folder::new("set");
    let train = folder.put("train-images-idx3-ubyte.gz", &packed(&pictures(60)));
    let train_labels = folder.put("train-labels-idx1-ubyte", &labels(60));
    let test = folder.put("t10k-images-idx3-ubyte", &pictures(15));
    let test_labels = folder.put("t10k-labels-idx1-ubyte.gz", &packed(&labels(15)));
    let page = opened(12);
    let digits = record(&page);
    assert_eq!(page.events("change"), 0);

    choose(&page, &[&test, &train_labels, &train, &test_labels]);
    wait_for_words(&page, ".files-status", "Training from the beginning");
    wait_for_words(&page, ".terms", "60 training images, 15 test images");
    wait_for_words(
        &page,
        ".terms",
        "Data: your files train-images-idx3-ubyte.gz, t10k-images-idx3-ubyte. 5×4 pixels, 3 classes",
    );
    let terms = page.read(&format!("{}.textContent", part(".terms")));
    assert!(!terms.contains("CC BY"), "{terms}");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 12"));
    let own = record(&page);
    assert_ne!(own, digits);
    assert_eq!((page.events("input"), page.events("change")), (1, 1));
    // The picture that is taken along names the data.
    assert_eq!(
        page.read(&format!("{FIGURE}.toSVG().includes('your files')")),
        "true"
    );

    let whole = packed(&pictures(60));
    let cut = folder.put("cut.gz", &whole[..whole.len() - 9]);
    let short = folder.put("short-idx3-ubyte", &pictures(60)[..500]);
    let film = folder.put("film.mp4", b"....ftypisom");
    let problems: [(&[&Path], &str); 5] = [
        (&[&cut, &train_labels], "“cut.gz” cannot be read to its end"),
        (
            &[&short, &train_labels],
            "“short-idx3-ubyte” has 500 bytes but should have 1216",
        ),
        (&[&film, &train_labels], "“film.mp4” is not an IDX file"),
        (
            &[&test, &train_labels],
            "“t10k-images-idx3-ubyte” has 15 images but “train-labels-idx1-ubyte” has 60 labels",
        ),
        (&[&train], "Choose one file of labels together with each"),
    ];
    for (files, words) in problems {
        choose(&page, files);
        wait_for_words(&page, ".files-status[data-problem]", words);
        wait_for_words(&page, ".files-status", "as they were");
        assert_eq!(record(&page), own, "{words}");
    }
    wait_for_words(&page, "[role='status']", "Choose one file of labels");
    assert_eq!((page.events("input"), page.events("change")), (0, 0));

    // By keyboard back to the digits, whose numbers are those of before.
    page.run(&format!(
        "{}.focus();",
        part(".files [data-word='filesBack']")
    ));
    page.press(&[Key::Enter]);
    wait_for_words(&page, ".terms", "CC BY 4.0");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 12"));
    assert_eq!(record(&page), digits);
    let focused = page.read(&format!("{FIGURE}.shadowRoot.activeElement.className"));
    assert_eq!(focused, "files-input");
}

#[test]
fn two_files_are_split_and_stay_when_the_figure_leaves_its_page() {
    let folder = Folder::new("pair");
    let images = folder.put("images", &pictures(50));
    let names = folder.put("labels.gz", &packed(&labels(50)));
    let page = opened(12);
    choose(&page, &[&images, &names]);
    wait_for_words(&page, ".terms", "40 training images, 10 test images. Th");
    wait_for_words(&page, ".terms", "every fifth image is held out");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 12"));
    let own = record(&page);
    page.run(&format!(
        "const figure = {FIGURE};
         figure.remove();
         await new Promise((done) => setTimeout(done, 100));
         document.body.append(figure);"
    ));
    page.wait_until(&format!("{FIGURE}.record?.recorded === 12"));
    assert_eq!(record(&page), own);
    // A link has the settings, and says so.
    page.run(&format!("{FIGURE}.setAttribute('lessons', 'files share');"));
    page.wait_until(&format!("{} !== null", part(".share-field")));
    wait_for_words(
        &page,
        "[data-lesson='share'] .hint",
        "links and code do not carry",
    );
}

#[test]
fn files_can_be_dropped() {
    let page = opened(20_000);
    let drop = |bytes: [Vec<u8>; 2]| {
        page.run(&format!(
            "const data = new DataTransfer();
             data.items.add(new File([new Uint8Array({:?})], 'dropped-images'));
             data.items.add(new File([new Uint8Array({:?})], 'dropped-labels'));
             const event = (kind) => new DragEvent(kind, {{ bubbles: true, cancelable: true, dataTransfer: data }});
             const place = {};
             if (place.dispatchEvent(event('dragover'))) throw 'not taken';
             place.dispatchEvent(event('drop'));",
            bytes[0], bytes[1], part(".files")
        ));
    };
    drop([pictures(30), labels(30)]);
    wait_for_words(&page, ".terms", "dropped-images");
    // Listeners hear of it while it trains.
    wait_for_words(&page, "[role='status']", "Training from the beginning");
    drop([pictures(30), labels(29)]);
    wait_for_words(&page, ".files-status[data-problem]", "30 images");
    wait_for_words(&page, ".terms", "dropped-images");
}

/// Debian's package, which `cargo xtask test` brings where there are such packages.
const FASHION: &str = "/usr/share/datasets/fashion-mnist";

#[test]
fn fashion_mnist_trains_as_it_is_published() {
    let names = [
        "train-images-idx3-ubyte.gz",
        "train-labels-idx1-ubyte.gz",
        "t10k-images-idx3-ubyte.gz",
        "t10k-labels-idx1-ubyte.gz",
    ];
    let files = names.map(|name| Path::new(FASHION).join(name));
    if !files[0].is_file() {
        return e2e::skip("Debian's package dataset-fashion-mnist is not installed");
    }
    let page = opened(12);
    choose(&page, &files.each_ref().map(PathBuf::as_path));
    wait_for_words(
        &page,
        ".terms",
        "28×28 pixels, 10 classes, 60000 training images",
    );
    wait_for_words(&page, ".terms", "at most 1000 images");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 12"));
    // A network that has learned nothing has a loss of ln 10.
    let learned = format!("{FIGURE}.record.panels[0].curves[1].value.at(-1) < 2");
    assert_eq!(page.read(&learned), "true");
}

#[test]
fn the_last_message_about_files_speaks_the_language_of_the_figure() {
    let folder = Folder::new("language");
    let film = folder.put("film.mp4", b"....ftypisom");
    let own = folder.put("own-images-idx3-ubyte", &pictures(60));
    let own_labels = folder.put("own-labels-idx1-ubyte", &labels(60));
    let page = opened(12);
    let speak = |language: &str| page.run(&format!("{FIGURE}.lang = '{language}';"));
    let said = |language| FILES.of(language).sentences.taken;

    choose(&page, &[&film, &own_labels]);
    wait_for_words(&page, ".files-status[data-problem]", "is not an IDX file");
    speak("ja");
    page.wait_until(&format!(
        "(({{ textContent }}) => textContent.includes('film.mp4') && !textContent.includes('IDX file'))({})",
        part(".files-status[data-problem]")
    ));
    choose(&page, &[&own, &own_labels]);
    wait_for_words(&page, ".files-status", said(Language::Japanese));
    speak("ko");
    wait_for_words(&page, ".files-status", said(Language::Korean));
    page.run(&format!("{}.click();", part("[data-word='filesBack']")));
    speak("en");
    wait_for_words(&page, ".files-status", "Back to the handwritten digits.");
}
