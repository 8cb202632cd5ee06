//! What is said about pictures of a reader's own.

labels! {
    /// Words of the drawer that never change.
    FilesLabels:
    /// The drawer.
    files_title,
    /// Which files are wanted.
    files_which,
    /// Button: opens the system's dialog.
    files_choose,
    /// They can be dropped too.
    files_drop,
    /// Where they go: nowhere.
    files_private,
    /// While they are read.
    files_reading,
    /// Button: the digits again.
    files_back,
    /// They are back.
    files_returned,
}

labels! {
    /// Sentences with places for names and numbers, such as `{0}`; of names the first one.
    FilesSentences:
    /// How many files there are.
    count,
    /// A name.
    damaged,
    /// A name.
    compressed,
    /// A name.
    not_idx,
    /// A name, the code of a type.
    not_bytes,
    /// A name, how many dimensions.
    dimensions,
    /// A name.
    empty,
    /// A name, columns, rows, most pixels.
    wide,
    /// A name, megabytes, most of them.
    huge,
    /// A name, bytes that there are, bytes that are announced.
    short,
    /// A name, bytes that are announced.
    long,
    /// A name, a label, the highest one allowed.
    label,
    /// Files of pictures, files of labels.
    uneven,
    /// Two names.
    unclear,
    /// A name, pictures, a name, labels.
    mismatch,
    /// Columns and rows to train on, those for the test.
    sizes,
    /// The highest label to train on, the highest for the test.
    labels,
    /// Nothing.
    one_class,
    /// How many pictures to train on, how many are needed.
    few,
    /// After all of these: nothing was lost.
    kept,
    /// Whose data it is: names, columns, rows, pictures to train on, for the test, classes.
    own,
    /// In place of files for the test.
    split,
    /// Most pictures that an accuracy is measured on.
    scored,
    /// Files were taken.
    taken,
    /// What a link leaves out.
    not_linked,
}

/// The words.
#[derive(Clone, Copy, Debug)]
pub struct FilesWords {
    /// Words that never change.
    pub labels: FilesLabels,
    /// Sentences with places in them.
    pub sentences: FilesSentences,
}

/// Korean.
pub const KO: FilesWords = FilesWords {
    labels: FilesLabels {
        files_title: "내 데이터",
        files_which: "MNIST와 Fashion-MNIST처럼 배포되는 IDX 파일 네 개(훈련 이미지와 레이블, 시험 \
                      이미지와 레이블)를 한꺼번에 고릅니다. 이미지와 레이블 두 개만 골라도 되고, .gz는 \
                      풀지 않아도 됩니다.",
        files_choose: "파일 고르기",
        files_drop: "또는 이곳에 끌어다 놓으세요.",
        files_private: "파일은 이 페이지 안에서만 읽습니다. 저장하지도 보내지도 않으며, 페이지를 닫으면 \
                        남지 않습니다.",
        files_reading: "파일을 읽는 중입니다.",
        files_back: "손글씨 숫자로 되돌리기",
        files_returned: "손글씨 숫자로 되돌렸습니다.",
    },
    sentences: FilesSentences {
        count: "파일이 {0}개입니다. 많아야 네 개(훈련 이미지와 레이블, 시험 이미지와 레이블)를 고르세요.",
        damaged: "“{0}”: 끝까지 읽을 수 없습니다. 잘렸거나 손상된 파일이니 다시 내려받으세요.",
        compressed: "“{0}”: 압축이 두 번 되어 있습니다. 한 번 풀어서 고르세요.",
        not_idx: "“{0}”: IDX 파일이 아닙니다. 이름이 -ubyte나 -ubyte.gz로 끝나는 파일을 고르고, .zip이라면 \
                  먼저 푸세요.",
        not_bytes: "“{0}”: 값의 형식이 {1}입니다. 값을 1바이트(0x08)로 저장한 파일을 고르세요.",
        dimensions: "“{0}”: 차원이 {1}개입니다. 이미지 파일(3차원)이나 레이블 파일(1차원)을 고르세요.",
        empty: "“{0}”: 내용이 없습니다. 다른 파일을 고르세요.",
        wide: "“{0}”: 이미지가 {1}×{2}픽셀입니다. {3}픽셀(64×64)이 넘지 않게 줄인 파일을 고르세요.",
        huge: "“{0}”: 풀면 {1} MB입니다. {2} MB가 넘지 않게 나눈 파일을 고르세요.",
        short: "“{0}”: {2}바이트여야 하는데 {1}바이트뿐입니다. 잘린 파일이니 다시 내려받으세요.",
        long: "“{0}”: {1}바이트에서 끝나야 하는데 더 이어집니다. 손상된 파일이니 다시 내려받으세요.",
        label: "“{0}”: 레이블 {1} 때문에 쓸 수 없습니다. 레이블이 0부터 {2}까지인 파일을 고르세요.",
        uneven: "이미지 파일 {0}개, 레이블 파일 {1}개입니다. 이미지 파일마다 그 레이블 파일을 하나씩 함께 \
                 고르세요.",
        unclear: "“{0}”, “{1}” 중에서 시험용을 가려낼 수 없습니다. 시험용 파일의 이름에 test를 넣으세요.",
        mismatch: "“{0}”에는 이미지 {1}장, “{2}”에는 레이블 {3}개가 있습니다. 같은 데이터의 파일을 고르세요.",
        sizes: "훈련 이미지는 {0}×{1}픽셀, 시험 이미지는 {2}×{3}픽셀입니다. 크기가 같은 파일을 고르세요.",
        labels: "레이블이 훈련 데이터에는 {0}까지, 시험 데이터에는 {1}까지 있습니다. 같은 데이터의 파일을 \
                 고르세요.",
        one_class: "훈련 레이블이 모두 같아서 구별할 것이 없습니다. 다른 레이블 파일을 고르세요.",
        few: "훈련 이미지가 {0}장뿐입니다. {1}장 이상인 파일을 고르세요.",
        kept: "지금의 데이터와 학습 기록은 그대로입니다.",
        own: "데이터: 내 파일 {0}. {1}×{2}픽셀, {5}가지, 훈련 {3}장, 시험 {4}장.",
        split: "시험 파일이 없어서 다섯 장마다 한 장을 시험에 씁니다.",
        scored: "정확도를 잴 때는 훈련 데이터와 시험 데이터에서 각각 많아야 {0}장을 시드로 뽑아 씁니다.",
        taken: "내 파일로 처음부터 학습합니다.",
        not_linked: "지금의 데이터는 내 파일이라 링크와 코드에 담기지 않습니다. 받는 사람은 손글씨 숫자로 \
                     시작합니다.",
    },
};

/// English.
pub const EN: FilesWords = FilesWords {
    labels: FilesLabels {
        files_title: "Your own data",
        files_which: "Choose the four IDX files in which sets such as MNIST and Fashion-MNIST are \
                      published, all at once: images and labels to train on, images and labels to \
                      test on. Two will do, images and labels; .gz need not be unpacked.",
        files_choose: "Choose files",
        files_drop: "Or drop them here.",
        files_private: "The files are read within this page only. They are not stored and not \
                        sent anywhere, and are gone when the page closes.",
        files_reading: "Reading the files.",
        files_back: "Back to the handwritten digits",
        files_returned: "Back to the handwritten digits.",
    },
    sentences: FilesSentences {
        count: "There are {0} files. Choose four at most: images and labels to train on, images \
                and labels to test on.",
        damaged: "“{0}” cannot be read to its end: it is cut off or damaged. Download it again.",
        compressed: "“{0}” is compressed twice. Unpack it once and choose the result.",
        not_idx: "“{0}” is not an IDX file. Choose files whose names end in -ubyte or -ubyte.gz; \
                  unpack a .zip first.",
        not_bytes: "“{0}” holds values of type {1}. Choose a file with single bytes (0x08).",
        dimensions: "“{0}” has {1} dimensions. Choose files of images (3) or of labels (1).",
        empty: "“{0}” is empty. Choose another file.",
        wide: "“{0}” has images of {1}×{2} pixels. Choose a file with at most {3} pixels an \
               image (64×64).",
        huge: "“{0}” has {1} MB when unpacked. Choose a part of it, at most {2} MB.",
        short: "“{0}” has {1} bytes but should have {2}: it is cut off. Download it again.",
        long: "“{0}” should end after {1} bytes but goes on: it is damaged. Download it again.",
        label: "“{0}” has the label {1}. Choose a file with labels from 0 to {2}.",
        uneven: "There are {0} files of images and {1} of labels. Choose one file of labels \
                 together with each file of images.",
        unclear: "It is not clear which of “{0}” and “{1}” is to test on. Write test into its \
                  name.",
        mismatch: "“{0}” has {1} images but “{2}” has {3} labels. Choose files of the same set.",
        sizes: "Images to train on have {0}×{1} pixels, those to test on {2}×{3}. Choose files \
                with images of one size.",
        labels: "Labels go up to {0} in the training data but up to {1} in the test data. Choose \
                 files of the same set.",
        one_class: "All labels to train on are the same, so there is nothing to tell apart. Choose other labels.",
        few: "There are {0} images to train on. Choose a file with at least {1}.",
        kept: "Your data and what was trained are as they were.",
        own: "Data: your files {0}. {1}×{2} pixels, {5} classes, {3} pictures to train on, {4} to \
              test on.",
        split: "There are no files to test on, so every fifth picture is put aside for that.",
        scored: "Accuracy is measured on at most {0} pictures of the training data and of the test \
                 data each, drawn by the seed.",
        taken: "Training from the beginning with your files.",
        not_linked: "The data is from your files, which links and code do not carry. Whoever \
                     opens them starts with the handwritten digits.",
    },
};

/// Japanese.
pub const JA: FilesWords = FilesWords {
    labels: FilesLabels {
        files_title: "自分のデータ",
        files_which: "MNISTやFashion-MNISTのように配布されているIDXファイル四つ（訓練画像とラベル、テスト\
                      画像とラベル）を一度に選びます。画像とラベルの二つだけでもよく、.gzは展開しなくて\
                      かまいません。",
        files_choose: "ファイルを選ぶ",
        files_drop: "ここにドロップすることもできます。",
        files_private: "ファイルはこのページの中だけで読みます。保存も送信もせず、ページを閉じると残りません。",
        files_reading: "ファイルを読み込んでいます。",
        files_back: "手書き数字に戻す",
        files_returned: "手書き数字に戻しました。",
    },
    sentences: FilesSentences {
        count: "ファイルが{0}個あります。四つ（訓練画像とラベル、テスト画像とラベル）までにしてください。",
        damaged: "「{0}」を最後まで読めません。途中で切れたか壊れています。もう一度ダウンロードしてください。",
        compressed: "「{0}」は二重に圧縮されています。一度展開したものを選んでください。",
        not_idx: "「{0}」はIDXファイルではありません。名前が-ubyteか-ubyte.gzで終わるファイルを選んで\
                  ください。.zipなら先に展開してください。",
        not_bytes: "「{0}」の値の型は{1}です。1バイト（0x08）の値のファイルを選んでください。",
        dimensions: "「{0}」は{1}次元です。画像（3次元）かラベル（1次元）のファイルを選んでください。",
        empty: "「{0}」は空です。別のファイルを選んでください。",
        wide: "「{0}」の画像は{1}×{2}ピクセルです。1枚が{3}ピクセル（64×64）までのファイルを選んでください。",
        huge: "「{0}」は展開すると{1} MBです。{2} MBまでに分けたファイルを選んでください。",
        short: "「{0}」は{2}バイトのはずですが、{1}バイトしかありません。途中で切れています。もう一度\
                ダウンロードしてください。",
        long: "「{0}」は{1}バイトで終わるはずですが、続きがあります。壊れています。もう一度ダウンロードして\
               ください。",
        label: "「{0}」にラベル{1}があります。ラベルが0から{2}までのファイルを選んでください。",
        uneven: "画像のファイルが{0}個、ラベルのファイルが{1}個です。画像のファイルごとに、そのラベルの\
                 ファイルを一つずつ一緒に選んでください。",
        unclear: "「{0}」と「{1}」のどちらがテスト用か分かりません。テスト用の名前にtestを入れてください。",
        mismatch: "「{0}」の画像は{1}枚、「{2}」のラベルは{3}個です。同じデータのファイルを選んでください。",
        sizes: "訓練画像は{0}×{1}ピクセル、テスト画像は{2}×{3}ピクセルです。同じ大きさのファイルを選んで\
                ください。",
        labels: "ラベルは訓練データでは{0}まで、テストデータでは{1}まであります。同じデータのファイルを\
                 選んでください。",
        one_class: "訓練ラベルがすべて同じなので、見分けるものがありません。別のラベルのファイルを選んでください。",
        few: "訓練画像が{0}枚しかありません。{1}枚以上のファイルを選んでください。",
        kept: "今のデータと学習の記録はそのままです。",
        own: "データ：自分のファイル {0}。{1}×{2}ピクセル、{5}クラス、訓練{3}枚、テスト{4}枚。",
        split: "テスト用のファイルがないので、5枚に1枚をテストに使います。",
        scored: "認識精度は、訓練データとテストデータからシードで選んだそれぞれ最大{0}枚で測ります。",
        taken: "自分のファイルで最初から学習します。",
        not_linked: "今のデータは自分のファイルなので、リンクやコードには含まれません。開いた人は手書き数字で\
                     始めます。",
    },
};
