//! The pictures of a mini-batch, in Japanese.

use crate::lessons::batch::words::{BatchLabels, BatchWords};

/// The title.
pub const TITLE: &str = "ミニバッチと誤認識した画像";

/// What its tab says.
pub const TAB: &str = "ミニバッチ";

/// The words.
pub const WORDS: BatchWords = BatchWords {
    labels: BatchLabels {
        batch_now: "この反復のミニバッチ",
        batch_before: "反復 0：ミニバッチはまだ選ばれていません。",
        batch_legend: "画像の下の数字はネットワークの予測です。誤認識した画像には枠を付け、\
                       「正解→予測」と書きます。",
        batch_mistakes: "誤認識したテストデータ",
        batch_confusions: "正解→予測と枚数",
        batch_previous: "前の画像",
        batch_next: "次の画像",
    },
    batch: |name, iteration, right, n| {
        format!("反復{iteration}、{name}：更新後、{n}枚中{right}枚正解。")
    },
    mistakes: |name, iteration, wrong, n| {
        format!("{name}（反復{iteration}で測定）：テストデータ{n}枚中{wrong}枚を誤認識。")
    },
    mistakes_before: |every| {
        format!("テストデータは反復{every}回ごとに測定します。まだ測定していません。")
    },
    confusion: |pair, n| format!("{pair}：{n}枚"),
    page_of: |first, last, n| format!("画像 {first}–{last} / {n}"),
};
